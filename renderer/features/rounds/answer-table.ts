import type { Contact } from '../../../shared/register/institution.ts';
import { withGuard } from '../../../shared/register/register-table.ts';
import type { AnswerLine } from '../../../shared/overview/round-answers.ts';
import type { germanRounds } from '../../words/de/rounds.ts';

/** One institution in the list of who has answered. */
export interface AnswerRow extends AnswerLine {
  readonly contact: Contact;
  /** When one of its delegates was last seen: an instant, `null` for never, `undefined` where none is invited. */
  readonly seenAt: string | null | undefined;
}

/** Addresses as programs for e-mail take them; none twice. */
export function addressesOf(rows: readonly Pick<AnswerRow, 'contact'>[]): readonly string[] {
  return [...new Set(rows.map(({ contact }) => contact.email).filter((email) => email !== ''))];
}

/** When the institution was last seen in words. */
export function seenWords(
  seenAt: AnswerRow['seenAt'],
  words: typeof germanRounds.answers,
  format: (instant: string) => string,
): string {
  if (seenAt === undefined) return words.notInvited;
  return seenAt === null ? words.neverSeen : format(seenAt);
}

/** The list as CSV, as German spreadsheets read it by double click; no cell can be taken for a formula. */
export function answersCsv(
  rows: readonly AnswerRow[],
  words: typeof germanRounds.answers,
  format: (instant: string) => string,
): string {
  const { institution, state, statements, positions, received, seen, email } = words.columns;
  const table = [
    [institution, state, statements, positions, received, seen, email],
    ...rows.map((row) => [
      row.institution.name,
      row.isTakenBack ? words.takenBack : words.states[row.state],
      String(row.statements),
      String(row.positions),
      row.lastReceivedAt === null ? '' : format(row.lastReceivedAt),
      seenWords(row.seenAt, words, format),
      row.contact.email,
    ]),
  ];
  const cell = (text: string): string => `"${withGuard(text).replaceAll('"', '""')}"`;
  return `${table.map((line) => line.map(cell).join(';')).join('\n')}\n`;
}
