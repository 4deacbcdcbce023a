import { randomBytes } from 'node:crypto';
import type { Logger } from '../host/ports.ts';

/** For commands that tell what happened themselves. */
export const silentLogger: Logger = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** From 0 (included) to 1 (excluded), for the jitter of waits. */
export function randomShare(): number {
  return (randomBytes(1)[0] ?? 0) / 256;
}
