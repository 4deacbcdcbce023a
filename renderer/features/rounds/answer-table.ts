import { speaksOn, type Delegate } from '../../../shared/register/delegate.ts';
import type { Contact } from '../../../shared/register/institution.ts';
import { withGuard } from '../../../shared/register/register-table.ts';
import type { AnswerLine } from '../../../shared/overview/round-answers.ts';
import type { germanRounds } from '../../words/de/rounds.ts';

/** One institution in the list of who has answered. */
export interface AnswerRow extends AnswerLine {
  /** Of the institution and of those who speak for it today; none twice. */
  readonly emails: readonly string[];
  /** When one of its delegates was last seen: an instant, `null` for never, `undefined` where none is invited. */
  readonly seenAt: string | null | undefined;
}

/** The addresses of all of them, none twice. */
export function addressesOf(rows: readonly Pick<AnswerRow, 'emails'>[]): readonly string[] {
  return [...new Set(rows.flatMap(({ emails }) => emails))];
}

/** Where an institution is reached on a day (`YYYY-MM-DD`): its own address first, then those of its people. */
export function emailsOf(
  contact: Pick<Contact, 'email'> | undefined,
  people: readonly Delegate[],
  day: string,
): readonly string[] {
  const speaking = people.filter((person) => speaksOn(person, day)).map(({ email }) => email);
  return [...new Set([contact?.email ?? '', ...speaking])].filter((email) => email !== '');
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
      row.emails.join(', '),
    ]),
  ];
  const cell = (text: string): string => `"${withGuard(text).replaceAll('"', '""')}"`;
  return `${table.map((line) => line.map(cell).join(';')).join('\n')}\n`;
}
