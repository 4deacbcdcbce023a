import { createDeleteSetFromStructStore, decodeUpdate, getState, type Doc } from 'yjs';

/**
 * Whether a document holds something that another one lacks, of which the state vector is known and the answer to a
 * step 1: that answer names all deletions, so that those of ours that are not among them show too.
 */
export function hasOwnNews(doc: Doc, clocks: ReadonlyMap<number, number>, answer: Uint8Array): boolean {
  for (const client of doc.store.clients.keys()) {
    if (getState(doc.store, client) > (clocks.get(client) ?? 0)) return true;
  }
  const theirs = decodeUpdate(answer).ds.clients;
  for (const [client, ranges] of createDeleteSetFromStructStore(doc.store).clients) {
    const known = [...(theirs.get(client) ?? [])].sort((a, b) => a.clock - b.clock);
    let index = 0;
    for (const { clock, len } of ranges) {
      let covered = clock;
      while (covered < clock + len) {
        const range = known[index];
        if (range === undefined || range.clock > covered) return true;
        const end = range.clock + range.len;
        if (end > covered) covered = Math.min(end, clock + len);
        if (end <= clock + len) index += 1;
      }
    }
  }
  return false;
}
