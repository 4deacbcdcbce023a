import type { Doc } from 'yjs';
import { canonicalJson } from '../editions/canonical-json.ts';
import { performWrite } from '../rooms/named-writes.ts';
import { sharedTypes } from '../rooms/rooms.ts';
import { contributionSchema, type Contribution } from './contribution.ts';
import { receiptSchema, type Receipt } from './receipt.ts';
import { compareTaken } from './voices-order.ts';

/** One contribution as it was taken, with its canonical JSON and the host's receipt. */
export interface Voice {
  readonly record: Contribution;
  readonly canonical: string;
  readonly receipt: Receipt;
}

/**
 * The contribution that was taken under this id. Voices are written by the host alone, so the record is not checked.
 * Throws where the receipt is missing: record and receipt are written together.
 */
export function voiceOf(voices: Doc, id: string): Voice | undefined {
  const { contributions, receipts } = sharedTypes.voices;
  const stored = voices.getMap<unknown>(contributions).get(id);
  if (stored === undefined) return undefined;
  const receipt = receiptSchema.parse(voices.getMap<unknown>(receipts).get(id));
  return { record: stored as Contribution, canonical: canonicalJson(stored), receipt };
}

/** Whether something was taken under this id, without reading it. */
export function isTaken(voices: Doc, id: string): boolean {
  return voices.getMap<unknown>(sharedTypes.voices.contributions).has(id);
}

/** A contribution with the host's receipt. */
export interface ListedVoice {
  readonly record: Contribution;
  readonly receipt: Receipt;
}

/**
 * All contributions that were taken, in the order in which the host took them (`compareTaken`). Throws where one of
 * them is no contribution: to leave it out would be to lose it. What was taken never changes, so those that are `known`
 * of this room are not read again.
 */
export function listVoices(voices: Doc, known: readonly ListedVoice[] | null = null): readonly ListedVoice[] {
  const { contributions, receipts } = sharedTypes.voices;
  const taken = voices.getMap<unknown>(receipts);
  const byId = new Map<string, ListedVoice>(known?.map((voice) => [voice.record.id, voice]));
  const listed = [...voices.getMap<unknown>(contributions).entries()].map(
    ([id, stored]) =>
      byId.get(id) ?? {
        record: contributionSchema.parse(stored),
        receipt: receiptSchema.parse(taken.get(id)),
      },
  );
  return listed.sort(compareTaken);
}

/** The ids of what each institution contributed, without reading the contributions. */
export function voiceIdsByInstitution(voices: Doc): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const [id, { institution }] of voicesIn(voices).entries()) {
    if (typeof institution !== 'string') continue;
    const own = ids.get(institution);
    if (own) own.push(id);
    else ids.set(institution, [id]);
  }
  return ids;
}

/** The greatest number of a receipt; 0 where none has one. */
export function lastOrder(voices: Doc): number {
  let last = 0;
  for (const { order } of receiptsIn(voices).values()) last = Math.max(last, order ?? 0);
  return last;
}

/**
 * Calls back with each contribution that is added, its institution and the number in its receipt, for as long as the
 * room lives.
 */
export function watchVoices(
  voices: Doc,
  onAdded: (id: string, institution: string, order: number | undefined) => void,
): void {
  const receipts = receiptsIn(voices);
  voicesIn(voices).observe(({ changes, target }) => {
    for (const [id, { action }] of changes.keys) {
      const institution = target.get(id)?.institution;
      if (action === 'add' && typeof institution === 'string')
        onAdded(id, institution, receipts.get(id)?.order);
    }
  });
}

/** When the last record came in a package, by its author; without reading the contributions. */
export function lastInPackages(voices: Doc): ReadonlyMap<string, string> {
  const last = new Map<string, string>();
  const records = voicesIn(voices);
  for (const [id, { via, receivedAt }] of receiptsIn(voices).entries()) {
    const author = via?.by === 'package' ? records.get(id)?.author : undefined;
    if (typeof author === 'string' && receivedAt > (last.get(author) ?? '')) last.set(author, receivedAt);
  }
  return last;
}

function receiptsIn(voices: Doc) {
  return voices.getMap<Receipt>(sharedTypes.voices.receipts);
}

function voicesIn(voices: Doc) {
  return voices.getMap<{ readonly institution?: unknown; readonly author?: unknown }>(
    sharedTypes.voices.contributions,
  );
}

/** Takes contributions, each exactly as its canonical JSON says. Throws where an id is taken. Only for the host. */
export function acceptVoices(voices: Doc, accepted: readonly Voice[]): void {
  if (accepted.length === 0) return;
  const map = voices.getMap<unknown>(sharedTypes.voices.contributions);
  const receipts = voices.getMap<unknown>(sharedTypes.voices.receipts);
  performWrite(voices, 'voices.accept', () => {
    for (const { record, canonical, receipt } of accepted) {
      if (map.has(record.id)) throw new Error(`already taken: ${record.id}`);
      map.set(record.id, JSON.parse(canonical));
      receipts.set(record.id, { ...receipt });
    }
  });
}
