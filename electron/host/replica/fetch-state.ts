import { decodeStateVector, type Doc } from 'yjs';
import { hasOwnNews } from './divergence.ts';
import type { Exchange, ExchangeDeps } from './exchange.ts';
import { readUpstreamMessage, step1Message } from './upstream-messages.ts';

/** The state vector of an empty room. */
const EMPTY = Uint8Array.of(0);

/**
 * Asks the other host for all of a room, to put it in the place of one that has diverged. `onState` is given `null`
 * where it turns out that ours holds nothing that the other lacks. Sends nothing of ours.
 */
export function fetchState(deps: {
  readonly send: ExchangeDeps['send'];
  readonly edit: ExchangeDeps['edit'];
  readonly onState: (state: Uint8Array | null) => void;
}): Pick<Exchange, 'wasRefused' | 'receive' | 'rightChanged' | 'committed' | 'close'> {
  let clocks: ReadonlyMap<number, number> | null = null;
  deps.send(step1Message(EMPTY));
  return {
    wasRefused: false,
    receive(message) {
      const said = readUpstreamMessage(message);
      if (said.kind === 'step-1') clocks ??= decodeStateVector(said.stateVector);
      if (said.kind !== 'step-2' || clocks === null) return;
      const known = clocks;
      const isDifferent = deps.edit((doc: Doc) => hasOwnNews(doc, known, said.update));
      deps.onState(isDifferent ? said.update : null);
    },
    rightChanged: () => undefined,
    committed: () => undefined,
    close: () => undefined,
  };
}
