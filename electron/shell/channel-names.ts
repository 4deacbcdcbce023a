import type { BridgeRequestName } from './bridge-channels.ts';

/** The name of the channel of a request. */
export function channelOf(name: BridgeRequestName): string {
  return `leitbild:${name}`;
}

/** From the shell to a page: a command of the menu. */
export const commandChannel = 'leitbild:command';
/** From the shell to a page: how the process behind it is doing. */
export const hostStateChannel = 'leitbild:host-state';
