import type { Doc, Transaction } from 'yjs';
import { originOf, performWrite } from '../rooms/named-writes.ts';
import { sharedTypes } from '../rooms/rooms.ts';
import type { Contribution } from './contribution.ts';
import { refusalSchema, type Refusal } from './refusal.ts';

/** What the room of an institution holds, by id, as it stands there: its delegates may write anything into it. */
export interface Submissions {
  readonly submitted: ReadonlyMap<string, unknown>;
  readonly refusals: ReadonlyMap<string, unknown>;
}

export function readSubmissions(doc: Doc): Submissions {
  const { submitted, refusals } = sharedTypes.contributions;
  return {
    submitted: new Map(doc.getMap<unknown>(submitted).entries()),
    refusals: new Map(doc.getMap<unknown>(refusals).entries()),
  };
}

/**
 * Puts a record among the submitted ones, as a plain value; its draft, if there is one, is removed with it.
 * Throws where the id is taken: what is submitted never changes.
 */
export function submitContribution(doc: Doc, record: Contribution): void {
  const submitted = doc.getMap<unknown>(sharedTypes.contributions.submitted);
  if (submitted.has(record.id)) throw new Error(`already submitted: ${record.id}`);
  performWrite(doc, 'contribution.submit', () => {
    submitted.set(record.id, record);
    doc.getMap(sharedTypes.contributions.drafts).delete(record.id);
  });
}

/** What the host refused, by id. Entries that no host wrote are left out. */
export function refusalsOf(doc: Doc): ReadonlyMap<string, Refusal> {
  const refusals = new Map<string, Refusal>();
  for (const [id, value] of doc.getMap<unknown>(sharedTypes.contributions.refusals).entries()) {
    const parsed = refusalSchema.safeParse(value);
    if (parsed.success) refusals.set(id, parsed.data);
  }
  return refusals;
}

/**
 * Sets refusals, and takes back those that are `null`. A refusal for the same reason stays as it is, with its time.
 * Writes nothing where nothing differs. Only for the host.
 */
export function writeRefusals(doc: Doc, changes: ReadonlyMap<string, Refusal | null>): void {
  const map = doc.getMap<unknown>(sharedTypes.contributions.refusals);
  const differs = [...changes].filter(([id, refusal]) => {
    if (refusal === null) return map.has(id);
    const { success, data } = refusalSchema.safeParse(map.get(id));
    return !success || data.code !== refusal.code || data.place !== refusal.place;
  });
  if (differs.length === 0) return;
  performWrite(doc, 'contribution.refuse', () => {
    for (const [id, refusal] of differs) {
      if (refusal === null) map.delete(id);
      else map.set(id, { ...refusal });
    }
  });
}

/**
 * Calls back with the ids whose submission or refusal a transaction touched, but not for refusals that the host
 * itself wrote here. Returns how to stop.
 */
export function watchSubmissions(doc: Doc, onChanged: (ids: readonly string[]) => void): () => void {
  const { submitted, refusals } = sharedTypes.contributions;
  const maps = [doc.getMap<unknown>(submitted), doc.getMap<unknown>(refusals)];
  const observe = (
    { keysChanged }: { readonly keysChanged: ReadonlySet<unknown> },
    by: Transaction,
  ): void => {
    if (by.origin === originOf('contribution.refuse')) return;
    onChanged([...keysChanged].filter((key) => typeof key === 'string'));
  };
  for (const map of maps) map.observe(observe);
  return () => {
    for (const map of maps) map.unobserve(observe);
  };
}
