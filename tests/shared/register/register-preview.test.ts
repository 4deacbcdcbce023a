import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCountingIds, institutionId } from '../../../shared/ids/ids.ts';
import { emptyContact, type RegisterEntry } from '../../../shared/register/institution.ts';
import { entriesToWrite } from '../../../shared/register/register-answers.ts';
import { previewRegister } from '../../../shared/register/register-preview.ts';
import {
  toRegisterTable,
  withGuard,
  withoutGuard,
  type RegisterTable,
} from '../../../shared/register/register-table.ts';
import { columnOf, columnWords, kindOf, kindWords } from '../../../shared/register/register-words.ts';
import { arbitraryRegister } from '../../support/arbitrary-register.ts';

const seed = 20260101;
const existing: readonly RegisterEntry[] = [
  {
    institution: { id: institutionId('afaq'), name: 'AFAQ e. V.', kind: 'association', seats: 2 },
    contact: { person: 'Frau Beispiel', email: 'a@example.org', phone: '1' },
  },
];

function preview(table: RegisterTable, register = existing) {
  const result = previewRegister(table, register, 'liste.csv', {
    createId: createCountingIds('neu'),
    today: '2026-03-01',
  });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('preview', () => {
  it('REG3: tells new, changed, unchanged and invalid rows apart, with row and column', () => {
    const { rows, counts, unknownHeadings } = preview([
      ['name', 'ART', 'Anzahl  Sitze', 'e-mail', 'Bemerkung'],
      [' afaq  E. V. ', 'Verein', '2', 'a@example.org', ''],
      ['', '', '', '', ''],
      ['Caritas', 'Verband', '3', '', 'x'],
      ['Schule Nord', 'Burg', '1', '', ''],
      ['Schule Süd', 'Schule', 'zwei', '', ''],
      ['Schule West', 'Schule', '1', 'keine', ''],
      ['', 'Schule', '1', '', ''],
      ['caritas', 'Verband', '3', '', ''],
    ]);
    expect(counts).toEqual({ new: 1, changed: 1, unchanged: 0, similar: 0, invalid: 5 });
    expect(unknownHeadings).toEqual(['Bemerkung']);
    expect(rows.map((row) => [row.row, row.outcome === 'invalid' ? row.error.details : row.outcome])).toEqual(
      [
        [2, 'changed'],
        [4, 'new'],
        [5, { path: 'liste.csv', row: 5, column: 'Art', reason: 'kind-unknown' }],
        [6, { path: 'liste.csv', row: 6, column: 'Sitze', reason: 'seats-invalid' }],
        [7, { path: 'liste.csv', row: 7, column: 'E-Mail', reason: 'email-invalid' }],
        [8, { path: 'liste.csv', row: 8, column: 'Name', reason: 'empty' }],
        [9, { path: 'liste.csv', row: 9, column: 'Name', reason: 'twice-in-file' }],
      ],
    );
    expect(rows[0]).toMatchObject({ columns: ['name'] });
  });

  it('REG3: a file with an invalid row is not imported in part', () => {
    const found = preview([
      ['Name', 'Sitze'],
      ['Neu', '1'],
      ['Kaputt', '-3'],
    ]);
    expect(entriesToWrite(found, [])).toMatchObject({
      ok: false,
      error: { code: 'register-invalid', details: { row: 3, column: 'Sitze' } },
    });
  });

  it('REG4: a row means the institution with its Kennung, else the one of its name', () => {
    const renamed = preview([
      ['Name', 'Kennung'],
      ['Afaq, Förderverein', 'afaq'],
    ]);
    expect(renamed.rows).toMatchObject([
      {
        outcome: 'changed',
        columns: ['name'],
        entry: { institution: { id: 'afaq', name: 'Afaq, Förderverein' } },
      },
    ]);
    const named = preview([
      ['Name', 'Sitze'],
      ['AFAQ e. V.', '4'],
    ]);
    expect(named.rows).toMatchObject([
      {
        outcome: 'changed',
        columns: ['seats'],
        entry: {
          institution: { id: 'afaq', kind: 'association', seats: 4 },
          contact: { person: 'Frau Beispiel' },
        },
      },
    ]);
    const fresh = preview([
      ['Name', 'Kennung'],
      ['Neue Stelle', 'stelle-9'],
      ['Andere', ''],
    ]);
    expect(fresh.rows).toMatchObject([
      { entry: { institution: { id: 'stelle-9', kind: 'other', seats: 1 }, contact: emptyContact } },
      { entry: { institution: { id: 'neu1' } } },
    ]);
    expect(
      preview([
        ['Name', 'Kennung'],
        ['X', 'Nicht erlaubt!'],
      ]).counts.invalid,
    ).toBe(1);
  });

  it('REG4: a name that two institutions share needs the Kennung', () => {
    const twins = ['a', 'b'].map((id) => ({
      institution: { id: institutionId(id), name: 'Verein', kind: 'association' as const, seats: 1 },
      contact: emptyContact,
    }));
    const rows = preview(
      [
        ['Name', 'Kennung'],
        ['Verein', ''],
        ['Verein', 'b'],
      ],
      twins,
    ).rows;
    expect(rows).toMatchObject([
      { outcome: 'invalid', error: { details: { reason: 'name-ambiguous' } } },
      { outcome: 'unchanged' },
    ]);
  });

  it('REG5: a table without a column of names is refused', () => {
    for (const table of [
      [],
      [
        ['Art', 'Sitze'],
        ['Verein', '1'],
      ],
    ]) {
      expect(
        previewRegister(table, [], 'x.csv', { createId: createCountingIds(), today: '2026-03-01' }),
      ).toEqual({
        ok: false,
        error: { code: 'register-columns-missing', details: { path: 'x.csv', columns: ['Name'] } },
      });
    }
  });

  it('REG6: the exported register, imported again, changes nothing; into an empty one, it is the same', () => {
    fc.assert(
      fc.property(arbitraryRegister, (register) => {
        const table = toRegisterTable(register);
        expect(preview(table, register).counts).toMatchObject({ new: 0, changed: 0, invalid: 0 });
        const fresh = preview(table, []);
        expect(entriesToWrite(fresh, [])).toEqual({ ok: true, value: register });
      }),
      { seed, numRuns: 200 },
    );
  });
});

describe('words', () => {
  it('reads every word that it writes, and no word means two things', () => {
    for (const [column, words] of Object.entries(columnWords)) {
      for (const word of words) expect(columnOf(` ${word.toUpperCase()}: `)).toBe(column);
    }
    for (const [kind, words] of Object.entries(kindWords))
      for (const word of words) expect(kindOf(word)).toBe(kind);
  });

  it('REG7: no exported cell can be taken for a formula, and every cell comes back', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', 'a') })),
        (cell) => {
          expect(withGuard(cell)).not.toMatch(/^[=+\-@\t\r]/);
          expect(withoutGuard(withGuard(cell))).toBe(cell);
        },
      ),
      { seed },
    );
  });
});
