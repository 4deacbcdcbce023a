import type { Contribution } from '../contributions/contribution.ts';
import { isInScope } from './assessment-table.ts';

/**
 * Characters up to which pages are set in one go, and stand in one PDF: about 1,300 contributions of three sentences.
 * A typesetter holds all pages of a file in memory at once, and for these it takes half a gigabyte.
 */
export const PART = 1_200_000;
/** As many characters as lines, rules and tags of a row cost beside its words. */
const ROW = 300;
/** What the table adds to the words of a contribution: names, days, labels, a decision with its reason. */
const AROUND = 300;

/** How much a row weighs whose words have so many characters. */
export function rowWeight(characters: number): number {
  return ROW + characters;
}

/** How many records an export will hold, and on about how many PDFs their pages will be divided. */
export function assessmentSize(
  records: readonly Contribution[],
  scope: Parameters<typeof isInScope>[1],
): { readonly rows: number; readonly files: number } {
  const inScope = records.filter((record) => isInScope(record, scope));
  const weight = inScope.reduce((sum, record) => sum + rowWeight(AROUND + charactersOf(record)), 0);
  return { rows: inScope.length, files: filesFor(weight) };
}

/** On how many PDFs so much is divided. */
export function filesFor(weight: number): number {
  return Math.max(1, Math.ceil(weight / PART));
}

function charactersOf(record: Contribution): number {
  if (record.type !== 'statement') return record.body.length;
  const { anchor, body, wording } = record;
  return body.length + (wording?.length ?? 0) + (anchor.on === 'document' ? 0 : anchor.quote.length);
}
