import { describe, expect, it } from 'vitest';
import { createCountingIds, institutionId } from '../../../shared/ids/ids.ts';
import { emptyContact, type Institution, type RegisterEntry } from '../../../shared/register/institution.ts';
import {
  entriesToWrite,
  missingAfter,
  type RegisterAnswer,
} from '../../../shared/register/register-answers.ts';
import { previewRegister } from '../../../shared/register/register-preview.ts';
import type { RegisterTable } from '../../../shared/register/register-table.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';

function entry(id: string, name: string, more: Partial<Institution> = {}): RegisterEntry {
  const institution = { id: institutionId(id), name, kind: 'association' as const, seats: 2, ...more };
  return { institution, contact: emptyContact };
}

const register = [entry('ggua', 'GGUA'), entry('odak', 'Odak e.V.'), entry('amt', 'Sozialamt')];

function preview(table: RegisterTable, existing: readonly RegisterEntry[] = register) {
  const tools = { createId: createCountingIds('neu'), today: '2026-03-01' };
  return valueOf(previewRegister(table, existing, 'liste.csv', tools));
}

const same = (row: number, institution: string, rename = false): RegisterAnswer => ({
  ...{ row, as: 'same', rename },
  institution: institutionId(institution),
});

describe('rows that are like an institution', () => {
  const table = [
    ['Name', 'Sitze'],
    ['GGUA Flüchtlingshilfe', '5'],
    ['Odak e. V.', '2'],
  ];

  it('REG13: is asked who is meant, and nothing is written until each row is answered', () => {
    const shown = preview(table);
    expect(shown.counts).toEqual({ new: 0, changed: 1, unchanged: 0, similar: 1, invalid: 0 });
    expect(shown.rows[0]).toMatchObject({
      outcome: 'similar',
      row: 2,
      candidates: [{ id: 'ggua', name: 'GGUA', why: 'part', row: null }],
    });
    const open = {
      ok: false,
      error: { code: 'register-unanswered', details: { path: 'liste.csv', rows: 1 } },
    };
    expect(entriesToWrite(shown, [])).toEqual(open);
    // An institution that was not offered is no answer.
    expect(entriesToWrite(shown, [same(2, 'amt')])).toEqual(open);
    expect(entriesToWrite(shown, [{ row: 3, as: 'skip' }])).toEqual(open);
  });

  it('REG13: the same one keeps its name or takes that of the row, with its former name kept', () => {
    const shown = preview(table);
    const written = (answer: RegisterAnswer) => valueOf(entriesToWrite(shown, [answer]))[0]?.institution;
    expect(written(same(2, 'ggua'))).toEqual({ ...register[0]?.institution, seats: 5 });
    const renamed = written(same(2, 'ggua', true));
    expect(renamed).toEqual({
      ...register[0]?.institution,
      name: 'GGUA Flüchtlingshilfe',
      seats: 5,
      formerNames: [{ name: 'GGUA', until: '2026-03-01' }],
    });
    const next = preview(table, [{ institution: renamed as Institution, contact: emptyContact }]);
    expect(next.rows[0]?.outcome).toBe('unchanged');
  });

  it('REG13: a new one gets an id of its own, and a row left out writes nothing', () => {
    const shown = preview(table);
    expect(valueOf(entriesToWrite(shown, [{ row: 2, as: 'new' }]))[0]?.institution).toMatchObject({
      id: 'neu1',
      name: 'GGUA Flüchtlingshilfe',
    });
    expect(valueOf(entriesToWrite(shown, [{ row: 2, as: 'skip' }]))).toHaveLength(1);
    expect(missingAfter(shown, [same(2, 'ggua')]).map(({ institution }) => institution.id)).toEqual(['amt']);
    expect(missingAfter(shown, [{ row: 2, as: 'new' }])).toHaveLength(2);
    // Nobody is missing only because a row about them was left out.
    expect(missingAfter(shown, [{ row: 2, as: 'skip' }])).toHaveLength(1);
  });

  it('REG13: two rows cannot be said to be one institution', () => {
    const shown = preview([['Name'], ['GGUA Flüchtlingshilfe'], ['GGUA'], ['GGUA für die Stadt Münster']]);
    expect(shown.rows.map(({ outcome }) => outcome)).toEqual(['similar', 'unchanged', 'similar']);
    expect(entriesToWrite(shown, [same(2, 'ggua'), { row: 4, as: 'skip' }])).toMatchObject({
      ok: false,
      error: { code: 'register-invalid', details: { row: 3, reason: 'twice-in-file' } },
    });
  });

  it('REG13: asks about two like rows of one file as well; such a row can only be left out or be new', () => {
    const shown = preview([['Name'], ['Bennohaus'], ['Bürgerhaus Bennohaus e. V.']], []);
    expect(shown.rows[1]).toMatchObject({
      outcome: 'similar',
      candidates: [{ name: 'Bennohaus', row: 2, kept: null, renamed: null }],
    });
  });

  it('REG13: asks whether one that has left takes part again, and names what another has become part of', () => {
    const gone = [
      entry('alt', 'Alter Verein', { left: '2020-01-01' }),
      entry('klein', 'Kleine Hilfe', { mergedInto: institutionId('gross') }),
      entry('gross', 'Große Hilfe', { formerNames: [{ name: 'Hilfe für alle', until: '2019-01-01' }] }),
    ];
    const shown = preview([['Name'], ['Alter Verein'], ['Kleine Hilfe'], ['Hilfe für alle']], gone);
    expect(shown.missing.map(({ institution }) => institution.id)).toEqual(['gross']);
    expect(
      shown.rows.map((row) => row.outcome === 'similar' && row.candidates.map(({ id, why }) => [id, why])),
    ).toEqual([[['alt', 'left']], [['gross', 'merged']], [['gross', 'former-name']]]);
    const [back] = valueOf(
      entriesToWrite(shown, [same(2, 'alt'), { row: 3, as: 'skip' }, { row: 4, as: 'skip' }]),
    );
    expect(back?.institution).toEqual({ id: 'alt', name: 'Alter Verein', kind: 'association', seats: 2 });
  });

  it('keeps what a table does not say: former names, and a new name keeps the old', () => {
    const known = [entry('a', 'Neuer Name', { formerNames: [{ name: 'Alter Name', until: '2019-01-01' }] })];
    const shown = preview(
      [
        ['Name', 'Kennung', 'Sitze'],
        ['Neuester Name', 'a', '7'],
      ],
      known,
    );
    expect(valueOf(entriesToWrite(shown, []))[0]?.institution).toMatchObject({
      seats: 7,
      formerNames: [
        { name: 'Alter Name', until: '2019-01-01' },
        { name: 'Neuer Name', until: '2026-03-01' },
      ],
    });
  });
});
