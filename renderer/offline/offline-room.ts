import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import {
  readSubmissions,
  receiptsOf,
  submitContribution,
  writeAnswers,
} from '../../shared/contributions/contributions-room.ts';
import type { RoundPackage } from '../../shared/packages/round-package.ts';
import { writeDocument, writeHeader } from '../../shared/rooms/text-room.ts';

/** The text that the round asks about, as a document that an editor shows. */
export function textOf({ base }: RoundPackage): Doc {
  const doc = new Doc();
  const { title, subtitle, municipality } = base;
  writeHeader(doc, { title, subtitle, municipality });
  writeDocument(doc, base.document);
  return doc;
}

/** The room of the institution: what was kept of earlier work, and what the package says was taken before. */
export function roomOf(inside: RoundPackage, kept: Uint8Array | null): Doc {
  const doc = new Doc();
  if (kept !== null) applyUpdate(doc, kept);
  const { submitted } = readSubmissions(doc);
  const receipts = receiptsOf(doc);
  const own = inside.voices.filter(({ record }) => record.institution === inside.institution.id);
  for (const { record } of own) if (submitted.get(record.id) === undefined) submitContribution(doc, record);
  const missing = own.filter(({ record }) => !receipts.has(record.id));
  writeAnswers(doc, new Map(missing.map(({ record, receipt }) => [record.id, { receipt, refusal: null }])));
  return doc;
}

/** Takes in what was written elsewhere with the same package; nothing is lost on either side. Throws where it is none. */
export function mergeInto(doc: Doc, state: Uint8Array): void {
  // Another document first, so that what is no state leaves nothing behind.
  const probe = new Doc();
  applyUpdate(probe, state);
  applyUpdate(doc, encodeStateAsUpdate(probe));
  probe.destroy();
}
