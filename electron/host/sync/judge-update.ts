import { findIndexSS, getState, type Doc } from 'yjs';
import type { ClockRange, UpdateScan } from './scan-update.ts';

/** How an update stands to a room. */
export interface Judgement {
  /** It builds on something that the room does not have and the update does not bring. */
  readonly hasGap: boolean;
  /** It would change the room. */
  readonly hasNews: boolean;
  /** Clients under whose ids it brings structs that the room does not have. */
  readonly writers: readonly number[];
  /** How many of them are new to the room. */
  readonly newClients: number;
}

/** Compares what an update brings with what a room has; changes nothing. */
export function judgeUpdate(scan: UpdateScan, doc: Doc): Judgement {
  const { store } = doc;
  const ends = new Map<number, number>();
  const endOf = (client: number): number => ends.get(client) ?? getState(store, client);
  const writers: number[] = [];
  let newClients = 0;
  let hasGap = false;
  for (const { client, clock, end } of scan.runs) {
    const known = endOf(client);
    if (clock > known) hasGap = true;
    else if (end > known) {
      if (!ends.has(client)) {
        writers.push(client);
        if (known === 0) newClients += 1;
      }
      ends.set(client, end);
    }
  }
  for (const [client, clock] of scan.needs) if (clock >= endOf(client)) hasGap = true;
  let hasNews = writers.length > 0;
  for (const range of scan.deletes) {
    if (range.end > endOf(range.client)) hasGap = true;
    else if (!hasNews) hasNews = !isDeleted(doc, range);
  }
  return { hasGap, hasNews, writers, newClients };
}

/** Whether everything in a range that the room has is deleted. */
function isDeleted(doc: Doc, { client, clock, end }: ClockRange): boolean {
  const structs = doc.store.clients.get(client);
  if (structs === undefined) return false;
  for (let index = findIndexSS(structs, clock); index < structs.length; index += 1) {
    const struct = structs[index];
    if (struct === undefined || struct.id.clock >= end) return true;
    if (!struct.deleted) return false;
  }
  return true;
}
