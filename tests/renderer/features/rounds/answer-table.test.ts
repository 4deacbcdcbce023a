import { describe, expect, it } from 'vitest';
import {
  addressesOf,
  answersCsv,
  emailsOf,
  type AnswerRow,
} from '../../../../renderer/features/rounds/answer-table.ts';
import { germanRounds } from '../../../../renderer/words/de/rounds.ts';
import { delegateId, institutionId } from '../../../../shared/ids/ids.ts';
import type { Delegate } from '../../../../shared/register/delegate.ts';

const row = (name: string, email: string, change: Partial<AnswerRow> = {}): AnswerRow => ({
  institution: { id: institutionId('i1'), name, kind: 'association', seats: 1 },
  ...{ state: 'silent', statements: 0, positions: 0, isTakenBack: false, lastReceivedAt: null },
  ...{ emails: email === '' ? [] : [email], seenAt: undefined },
  ...change,
});
const day = (instant: string): string => instant.slice(0, 10);

describe('the list of who has answered', () => {
  it('gives each address once, and none that is empty', () => {
    const rows = [
      row('A', 'a@example.org'),
      row('B', ''),
      row('C', 'a@example.org'),
      row('D', 'd@example.org'),
    ];
    expect(addressesOf(rows)).toEqual(['a@example.org', 'd@example.org']);
  });

  it('reaches an institution and whoever speaks for it that day', () => {
    const person = (email: string, change: Partial<Delegate> = {}): Delegate => ({
      ...{ id: delegateId('d1'), institution: institutionId('i1'), name: 'Anna', role: 'delegate', email },
      ...{ phone: '', from: null, until: null, invitation: null, ...change },
    });
    const people = [
      person('anna@example.org'),
      person('frueher@example.org', { until: '2026-05-31' }),
      person('spaeter@example.org', { from: '2026-06-02' }),
      person('a@example.org'),
      person(''),
    ];
    const contact = { email: 'a@example.org' };
    expect(emailsOf(contact, people, '2026-06-01')).toEqual(['a@example.org', 'anna@example.org']);
    expect(emailsOf(undefined, [], '2026-06-01')).toEqual([]);
  });

  it('is CSV that no spreadsheet takes for a formula, with quotation marks and semicolons in their cells', () => {
    const csv = answersCsv(
      [
        row('=SUMME(A1)', 'a@example.org'),
        row('Verein „Eins"; Zwei', '', {
          ...{ state: 'statements', statements: 3, positions: 2, lastReceivedAt: '2026-06-01T10:00:00Z' },
          seenAt: null,
        }),
        row('Drei', '', { isTakenBack: true, seenAt: '2026-06-02T10:00:00Z' }),
      ],
      germanRounds.answers,
      day,
    );
    expect(csv.split('\n').slice(1)).toEqual([
      '"\'=SUMME(A1)";"Noch nichts eingereicht";"0";"0";"";"kein Zugang";"a@example.org"',
      '"Verein „Eins""; Zwei";"Beiträge eingereicht";"3";"2";"2026-06-01";"nie";""',
      '"Drei";"Hat alles zurückgenommen";"0";"0";"";"2026-06-02";""',
      '',
    ]);
  });
});
