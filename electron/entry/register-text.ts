import { describeError } from '../../renderer/words/language.ts';
import type { Words } from '../../renderer/words/words.ts';
import { missingAfter, unansweredRows, type RegisterAnswer } from '../../shared/register/register-answers.ts';
import type { RegisterPreview } from '../../shared/register/register-preview.ts';

/** How many lines of a list are printed. */
const MOST_LINES = 20;

/** What importing a register would do or did: how many rows of which outcome, and what is wrong with which row. */
export function describeRegisterPreview(
  preview: RegisterPreview,
  {
    removeMissing,
    answers,
  }: { readonly removeMissing: boolean; readonly answers: readonly RegisterAnswer[] },
  words: Words,
): string {
  const { commands } = words;
  const { counts, rows, unknownHeadings, mappedKinds } = preview;
  const missing = missingAfter(preview, answers);
  const invalid = rows.filter((row) => row.outcome === 'invalid');
  const more = invalid.length > MOST_LINES ? [`  … (${invalid.length - MOST_LINES})`] : [];
  const similar = new Set(rows.flatMap(({ outcome, row }) => (outcome === 'similar' ? [row] : [])));
  const answered = (as: RegisterAnswer['as']): number =>
    answers.filter((answer) => answer.as === as && similar.has(answer.row)).length;
  return [
    commands.registerImported({
      added: counts.new + answered('new'),
      changed: counts.changed + answered('same'),
      unchanged: counts.unchanged,
      removed: removeMissing ? missing.length : 0,
    }),
    ...(unknownHeadings.length > 0 ? [commands.registerUnknownColumns(unknownHeadings)] : []),
    ...(mappedKinds.length > 0 ? [commands.registerKinds(mappedKinds)] : []),
    ...(missing.length > 0 && !removeMissing ? [commands.registerMissing(missing.length)] : []),
    commands.registerPrinted,
    ...(invalid.length > 0 ? [commands.registerInvalid(invalid.length)] : []),
    ...invalid.slice(0, MOST_LINES).map(({ error }) => `  ${describeError(error, words)}`),
    ...more,
  ].join('\n');
}

/** The rows that are like an institution and were not answered, each with what it may mean; empty where there are none. */
export function describeSimilarRows(
  preview: RegisterPreview,
  answers: readonly RegisterAnswer[],
  { commands }: Words,
): string {
  const asked = unansweredRows(preview, answers);
  if (asked.length === 0) return '';
  const lines = asked.flatMap((row) =>
    row.outcome === 'similar'
      ? [
          `  ${row.row}: ${row.entry.institution.name}`,
          ...row.candidates.map(({ id, name, row: earlier }) =>
            earlier === null
              ? `      ${row.row}=${id}  ${name}`
              : `      ${commands.registerDouble(earlier, name)}`,
          ),
        ]
      : [],
  );
  return [commands.registerSimilar(asked.length), ...lines].join('\n');
}
