import { ContentFormat, findIndexSS, getState, Item, type Doc } from 'yjs';
import type { ClockRange, UpdateScan, Wait } from './scan-update.ts';

/** How an update stands to a room. */
export interface Judgement {
  /** It builds on something that the room does not have and the update does not bring. */
  readonly hasGap: boolean;
  /** Structs of it build on one another in a circle, so that none of them could ever be applied. */
  readonly hasCircle: boolean;
  /** It would change the room. */
  readonly hasNews: boolean;
  /**
   * All that is new is that formats are gone. Yjs takes away by itself what has no effect any more, in every copy of a
   * text, also in those of people who only read.
   */
  readonly onlyTidies: boolean;
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
  const inside: Wait[] = [];
  for (const wait of scan.waits) {
    if (wait.onClock < getState(store, wait.onClient)) continue;
    if (wait.onClock >= endOf(wait.onClient)) hasGap = true;
    else inside.push(wait);
  }
  let hasNews = writers.length > 0;
  let onlyTidies = !hasNews;
  for (const range of scan.deletes) {
    if (range.end > endOf(range.client)) hasGap = true;
    else if (!hasNews || onlyTidies) {
      const deletes = whatIsDeletedBy(doc, range);
      if (deletes === 'nothing') continue;
      hasNews = true;
      if (deletes === 'content') onlyTidies = false;
    }
  }
  return { hasGap, hasCircle: !hasGap && goesInCircles(inside), hasNews, onlyTidies, writers, newClients };
}

/** What a room has in a range that is not deleted yet. */
function whatIsDeletedBy(doc: Doc, { client, clock, end }: ClockRange): 'nothing' | 'formats' | 'content' {
  const structs = doc.store.clients.get(client);
  if (structs === undefined) return 'content';
  let found: 'nothing' | 'formats' = 'nothing';
  for (let index = findIndexSS(structs, clock); index < structs.length; index += 1) {
    const struct = structs[index];
    if (struct === undefined || struct.id.clock >= end) return found;
    if (struct.deleted) continue;
    if (!(struct instanceof Item && struct.content instanceof ContentFormat)) return 'content';
    found = 'formats';
  }
  return found;
}

/**
 * Whether the structs of an update wait for one another for ever. `waits` are those for something that the update
 * itself brings, for each client in the order of its clocks. Each wait is looked at once.
 */
function goesInCircles(waits: readonly Wait[]): boolean {
  const byClient = new Map<number, Wait[]>();
  for (const wait of waits) {
    const own = byClient.get(wait.client);
    if (own === undefined) byClient.set(wait.client, [wait]);
    else own.push(wait);
  }
  /** How many of a client's waits are over. */
  const done = new Map<number, number>();
  /** The first wait that keeps a client from having made what it has at `until`. */
  const nextOf = (client: number, until: number): Wait | undefined => {
    const next = byClient.get(client)?.[done.get(client) ?? 0];
    return next !== undefined && next.clock <= until ? next : undefined;
  };
  for (const first of byClient.keys()) {
    const path = [{ client: first, until: Infinity }];
    const onPath = new Set([first]);
    for (let head = path.at(-1); head !== undefined; head = path.at(-1)) {
      const wait = nextOf(head.client, head.until);
      if (wait === undefined) {
        path.pop();
        onPath.delete(head.client);
      } else if (nextOf(wait.onClient, wait.onClock) === undefined) {
        done.set(head.client, (done.get(head.client) ?? 0) + 1);
      } else if (onPath.has(wait.onClient)) return true;
      else {
        path.push({ client: wait.onClient, until: wait.onClock });
        onPath.add(wait.onClient);
      }
    }
  }
  return false;
}
