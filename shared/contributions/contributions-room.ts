import type { Doc, Transaction } from 'yjs';
import { canonicalJson } from '../editions/canonical-json.ts';
import { originOf, performWrite } from '../rooms/named-writes.ts';
import { sharedTypes } from '../rooms/rooms.ts';
import type { Contribution } from './contribution.ts';
import { receiptSchema, type Receipt } from './receipt.ts';
import { refusalSchema, type Refusal } from './refusal.ts';

/** What stands under each id, read where it stands: to look one up costs nothing, however many there are. */
export interface Entries {
  get(id: string): unknown;
  keys(): IterableIterator<string>;
  entries(): IterableIterator<readonly [string, unknown]>;
}

/** What the room of an institution holds, by id, as it stands there: its delegates may write anything into it. */
export interface Submissions {
  readonly submitted: Entries;
  readonly refusals: Entries;
  readonly receipts: Entries;
}

export function readSubmissions(doc: Doc): Submissions {
  const { submitted, refusals, receipts } = sharedTypes.contributions;
  return {
    submitted: doc.getMap<unknown>(submitted),
    refusals: doc.getMap<unknown>(refusals),
    receipts: doc.getMap<unknown>(receipts),
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

/** What the host took, by id. Entries that no host wrote are left out. */
export function receiptsOf(doc: Doc): ReadonlyMap<string, Receipt> {
  const receipts = new Map<string, Receipt>();
  for (const [id, value] of doc.getMap<unknown>(sharedTypes.contributions.receipts).entries()) {
    const parsed = receiptSchema.safeParse(value);
    if (parsed.success) receipts.set(id, parsed.data);
  }
  return receipts;
}

/** What the host has to say about a submission; both where a record that it took was changed afterwards. */
export interface Answer {
  readonly refusal: Refusal | null;
  readonly receipt: Receipt | null;
}

const NOTHING: Answer = { refusal: null, receipt: null };

/**
 * Sets refusals and receipts, and takes back those that are `null`. A refusal for the same reason stays as it is, with
 * its time. Takes the submissions named `surplus` out, and what was said of them. Writes nothing where nothing differs.
 * Only for the host.
 */
export function writeAnswers(
  doc: Doc,
  answers: ReadonlyMap<string, Answer>,
  surplus: ReadonlySet<string> = new Set(),
): void {
  const { refusals, receipts } = sharedTypes.contributions;
  const changes = [...answers].flatMap(([id, answer]) => {
    const { refusal, receipt } = surplus.has(id) ? NOTHING : answer;
    const [said, taken] = [refusals, receipts].map((name) => doc.getMap<unknown>(name).get(id));
    const before = refusalSchema.safeParse(said).data;
    const sameRefusal = refusal
      ? before?.code === refusal.code && before.place === refusal.place
      : said === undefined;
    const standing = receiptSchema.safeParse(taken).data;
    const sameReceipt = receipt
      ? standing !== undefined && canonicalJson(standing) === canonicalJson(receipt)
      : taken === undefined;
    return [
      ...(sameRefusal ? [] : [{ map: refusals, id, value: refusal }]),
      ...(sameReceipt ? [] : [{ map: receipts, id, value: receipt }]),
    ];
  });
  if (changes.length === 0 && surplus.size === 0) return;
  performWrite(doc, 'contribution.answer', () => {
    for (const id of surplus) doc.getMap(sharedTypes.contributions.submitted).delete(id);
    for (const { map, id, value } of changes) {
      if (value === null) doc.getMap(map).delete(id);
      else doc.getMap(map).set(id, { ...value });
    }
  });
}

/**
 * Calls back with the ids whose submission, refusal or receipt a transaction touched, but not for what the host itself
 * answered here. Returns how to stop.
 */
export function watchSubmissions(doc: Doc, onChanged: (ids: readonly string[]) => void): () => void {
  const { submitted, refusals, receipts } = sharedTypes.contributions;
  const maps = [submitted, refusals, receipts].map((name) => doc.getMap<unknown>(name));
  const observe = (
    { keysChanged }: { readonly keysChanged: ReadonlySet<unknown> },
    by: Transaction,
  ): void => {
    if (by.origin === originOf('contribution.answer')) return;
    onChanged([...keysChanged].filter((key) => typeof key === 'string'));
  };
  for (const map of maps) map.observe(observe);
  return () => {
    for (const map of maps) map.unobserve(observe);
  };
}
