import { applyUpdate, type Doc } from 'yjs';

/** An update that takes longer than it may. */
class TookTooLong extends Error {}

/** Smaller updates cannot take long enough to be worth a clock. */
const SMALL = 1024;
/** Lookups between two looks at the clock. */
const EVERY = 256;

/**
 * Applies an update, and gives up after that many milliseconds. How long an update takes cannot be told from it:
 * finding the place of an insertion goes past everything that others inserted there, so that a few kilobytes made for
 * it keep Yjs busy for minutes. Where it throws `TookTooLong`, the document holds a part of the update and must be
 * thrown away.
 *
 * Yjs looks up its structs by client for each one that it places, so that this is where it can be stopped.
 */
export function applyWithin(doc: Doc, update: Uint8Array, patience: number): void {
  if (update.length < SMALL) {
    applyUpdate(doc, update);
    return;
  }
  const deadline = performance.now() + patience;
  const { clients } = doc.store;
  let lookups = 0;
  clients.get = (client) => {
    lookups += 1;
    if (lookups % EVERY === 0 && performance.now() > deadline) throw new TookTooLong();
    return Map.prototype.get.call(clients, client) as ReturnType<typeof clients.get>;
  };
  try {
    applyUpdate(doc, update);
  } finally {
    Reflect.deleteProperty(clients, 'get');
  }
}
