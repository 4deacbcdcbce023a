import { z } from 'zod';
import { appError } from '../errors/errors.ts';
import { fail, ok, type Result } from '../errors/result.ts';
import { ID_PATTERN, institutionId, type InstitutionId } from '../ids/ids.ts';
import type { RegisterEntry } from './institution.ts';
import type { RegisterPreview, RegisterRow } from './register-preview.ts';
import { refusal } from './register-row.ts';

/**
 * What a person says of a row that is like an institution: it is that one, under the name of the register or renamed to
 * that of the row; it is a new one; or it is left out.
 */
export const registerAnswerSchema = z.discriminatedUnion('as', [
  z.strictObject({
    row: z.int().min(2),
    as: z.literal('same'),
    institution: z.string().regex(ID_PATTERN).transform(institutionId),
    rename: z.boolean(),
  }),
  z.strictObject({ row: z.int().min(2), as: z.literal('new') }),
  z.strictObject({ row: z.int().min(2), as: z.literal('skip') }),
]);

export type RegisterAnswer = Readonly<z.output<typeof registerAnswerSchema>>;

/** The rows that nothing was said of, or something that was not asked. */
export function unansweredRows(
  { rows }: RegisterPreview,
  answers: readonly RegisterAnswer[],
): readonly RegisterRow[] {
  return rows.filter((row) => row.outcome === 'similar' && entryFor(row, answers) === undefined);
}

/**
 * Institutions that take part and that no row means, after what was answered. A row that was left out may mean any of
 * those that it is like.
 */
export function missingAfter(
  { missing, rows }: Pick<RegisterPreview, 'missing' | 'rows'>,
  answers: readonly RegisterAnswer[],
): readonly RegisterEntry[] {
  const meant = new Set<InstitutionId>();
  for (const answer of answers) {
    if (answer.as === 'same') meant.add(answer.institution);
    const row = answer.as === 'skip' ? rows.find((one) => one.row === answer.row) : undefined;
    if (row?.outcome === 'similar') for (const { id } of row.candidates) meant.add(id);
  }
  return missing.filter(({ institution }) => !meant.has(institution.id));
}

/**
 * What is to be written. Fails with the first invalid row, so that a file is imported wholly or not at all; with
 * `register-unanswered` while a similar row is not answered; and with `register-invalid` where two rows are said to be
 * one institution.
 */
export function entriesToWrite(
  preview: RegisterPreview,
  answers: readonly RegisterAnswer[],
): Result<readonly RegisterEntry[]> {
  const { path, rows } = preview;
  const invalid = rows.find((row) => row.outcome === 'invalid');
  if (invalid?.outcome === 'invalid') return fail(invalid.error);
  const open = unansweredRows(preview, answers).length;
  if (open > 0) return fail(appError('register-unanswered', { path, rows: open }));
  const entries: RegisterEntry[] = [];
  const meant = new Set<InstitutionId>();
  for (const row of rows) {
    const entry = row.outcome === 'similar' ? entryFor(row, answers) : 'entry' in row ? row.entry : null;
    if (entry === null || entry === undefined) continue;
    const { id } = entry.institution;
    if (meant.has(id)) return fail(refusal(path, row.row, 'name', 'twice-in-file'));
    meant.add(id);
    if (row.outcome !== 'unchanged') entries.push(entry);
  }
  return ok(entries);
}

/** What is written for a similar row: null for nothing, undefined where it is not answered. */
function entryFor(
  row: Extract<RegisterRow, { outcome: 'similar' }>,
  answers: readonly RegisterAnswer[],
): RegisterEntry | null | undefined {
  const answer = answers.findLast((one) => one.row === row.row);
  if (answer === undefined) return undefined;
  if (answer.as === 'skip') return null;
  if (answer.as === 'new') return row.entry;
  const candidate = row.candidates.find(({ id }) => id === answer.institution);
  return (answer.rename ? candidate?.renamed : candidate?.kept) ?? undefined;
}
