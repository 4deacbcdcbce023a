import { describe, expect, it } from 'vitest';
import { createCountingIds, institutionId } from '../../../shared/ids/ids.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import { emptyContact, type Institution, type RegisterEntry } from '../../../shared/register/institution.ts';
import { entriesToWrite } from '../../../shared/register/register-answers.ts';
import { previewRegister } from '../../../shared/register/register-preview.ts';
import { toRegisterTable } from '../../../shared/register/register-table.ts';

const entry = (id: string, past: Partial<Institution> = {}): RegisterEntry => ({
  institution: { id: institutionId(id), name: `Verein ${id}`, kind: 'association', seats: 1, ...past },
  contact: emptyContact,
});
const register = [
  entry('a', {
    formerNames: [
      { name: 'Alt; (bis heute)', until: '2014-12-31' },
      { name: 'B', until: '2020-02-29' },
    ],
  }),
  entry('b', { mergedInto: institutionId('a') }),
  entry('c', { left: '2026-03-01' }),
];
const preview = (table: readonly (readonly string[])[], existing: readonly RegisterEntry[] = register) =>
  valueOf(
    previewRegister(table, existing, 'a.csv', { createId: createCountingIds('neu'), today: '2026-04-01' }),
  );
const written = (table: readonly (readonly string[])[], existing?: readonly RegisterEntry[]) =>
  valueOf(entriesToWrite(preview(table, existing), []));
const head = ['Name', 'Kennung', 'Frühere Namen', 'Aufgegangen in', 'Ausgeschieden am'] as const;
const reasonOf = (row: readonly string[]) => preview([head, row]).rows[0];

describe('what became of institutions, in a file', () => {
  it('REG25: comes back as it went out, into the same register and into an empty one', () => {
    const table = toRegisterTable(register);
    expect(table[1]?.slice(7)).toEqual(['Alt; (bis heute) (bis 31.12.2014); B (bis 29.02.2020)', '', '']);
    expect(preview(table).counts).toEqual({ new: 0, changed: 0, unchanged: 3, similar: 0, invalid: 0 });
    expect(written(table, [])).toEqual(register);
  });

  it('REG25: what is left empty stays, and nobody who left comes back unasked', () => {
    expect(written([head, ['Verein a', 'a', '', '', '']])).toEqual([]);
    expect(written([head, ['Verein a neu', 'a', '', '', '']])[0]?.institution.formerNames).toHaveLength(3);
    expect(preview([head, ['Verein c', 'c', '', '', '']]).rows[0]).toMatchObject({ outcome: 'similar' });
    expect(written([head, ['Verein c', 'c', '', '', '2026-03-02']])).toMatchObject([
      { institution: { id: 'c', left: '2026-03-02' } },
    ]);
  });

  it('REG25: a row lets leave, merges, and names what was called otherwise', () => {
    const rows = [
      ['Neu', 'n', 'Ganz alt (bis 1.5.2010)', '', ''],
      ['Verein a', 'a', '', 'n', '1.4.2026'],
    ];
    expect(written([head, ...rows])).toMatchObject([
      { institution: { id: 'n', formerNames: [{ name: 'Ganz alt', until: '2010-05-01' }] } },
      { institution: { id: 'a', mergedInto: 'n', left: '2026-04-01' } },
    ]);
  });

  it.each([
    [['Verein a', 'a', 'Alt', '', ''], 'past-invalid', 'Frühere Namen'],
    [['Verein a', 'a', 'Alt (bis 31.02.2014)', '', ''], 'past-invalid', 'Frühere Namen'],
    [['Verein a', 'a', '', 'a b', ''], 'past-invalid', 'Aufgegangen in'],
    [['Verein a', 'a', '', '', 'gestern'], 'past-invalid', 'Ausgeschieden am'],
    [['Verein a', 'a', '', 'niemand', ''], 'successor-unknown', 'Aufgegangen in'],
    [['Verein a', 'a', '', 'a', ''], 'successor-unknown', 'Aufgegangen in'],
    [['Verein a', 'a', '', 'b', ''], 'successor-unknown', 'Aufgegangen in'],
  ] as const)('REG25: %j is refused: %s', (row, reason, column) => {
    expect(reasonOf(row)).toMatchObject({
      outcome: 'invalid',
      error: { details: { row: 2, reason, column } },
    });
  });
});
