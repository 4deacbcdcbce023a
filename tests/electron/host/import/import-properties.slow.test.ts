import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../../../electron/host/import/structure/build-document.ts';
import { checkLedger } from '../../../../electron/host/import/structure/check-ledger.ts';
import { readText } from '../../../../electron/host/import/text/read-text.ts';
import { createCountingIds } from '../../../../shared/ids/ids.ts';
import { leitbildSchema } from '../../../../shared/schema/leitbild-schema.ts';
import { shippedProfile } from '../../../support/standard-profile.ts';

const profile = shippedProfile();

/** Pieces from which texts like a Leitbild arise, in any order. */
const piece = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      'Wir',
      'fördern',
      'die',
      'Stadt',
      'Kinder-',
      'und',
      'Jugend.',
      'frei-',
      'lich',
      '2019',
      'Fluss1',
      'Ufer“2.',
      '„Arbeit“',
    ),
  },
  { weight: 3, arbitrary: fc.constantFrom('\n', ' \n \n', '\n\n', '\n ', '\f', '\t') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '\n1 Ziele\n',
      '\n2 Mehr\n',
      '\n1.1 Arbeit\n',
      '\n1.2 Ufer\n',
      '\nLeitziele\n',
      '\nTeilziele Arbeit\n',
      '\nTeilziele\n',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '\n\uf0b7 Wir',
      '\no Wir',
      '\n- so',
      '\n1. Wir',
      '\na) Wir',
      '\n1 Quelle',
      '\n2\n',
      '\n• ',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '\nSehr geehrte Damen und Herren,\n',
      '\n3 Beteiligte Institutionen\n',
      '\nvgl. Kapitel 1.1',
      '\nHandlungsfeld „Arbeit“',
      '\n7 Stadt am Fluss 2019\n',
      '\n8 Stadt am Fluss 2019\n',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
);
const likeLeitbild = fc.array(piece, { minLength: 1, maxLength: 80 }).map((pieces) => pieces.join(' '));

const importAndCheck = (text: string): void => {
  const read = readText(new TextEncoder().encode(text), 'random.txt', { profile });
  if (!read.ok) {
    expect(['file-empty', 'file-not-text']).toContain(read.error.code);
    return;
  }
  expect(read.value.tokens.map((token) => token.text).join(' ')).toBe(
    text
      .replace(/^\ufeff/u, '')
      .trim()
      .split(/\s+/u)
      .join(' '),
  );
  const result = buildDocument(read.value, { profile, createId: createCountingIds() });
  checkLedger(read.value, result);
  expect(result.ledger.filter(({ fate }) => fate.type === 'unplaced')).toEqual([]);
  leitbildSchema.nodeFromJSON(result.document).check();
};

describe('any text', () => {
  it('LED1: that is like a Leitbild has each of its words accounted for once', () => {
    fc.assert(fc.property(likeLeitbild, importAndCheck), { seed: 2019, numRuns: 1500 });
  });

  it.each([
    ['one paragraph without end', 'Wir bleiben '.repeat(60_000)],
    ['one word without end', 'a'.repeat(500_000)],
    ['dots without end', '.'.repeat(500_000)],
    ['numbers without end', '1 '.repeat(100_000)],
    ['bullets without end', '\uf0b7 o - '.repeat(50_000)],
    ['footnote marks without end', `a1 `.repeat(100_000) + '\n1 Quelle'],
    ['a list without end', '• Wir\no Ufer\n'.repeat(20_000)],
  ])('LED1: %s is accounted for as well', (_, text) => {
    importAndCheck(text);
  });

  it('LED1: of any characters has each of its words accounted for once', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), importAndCheck), {
      seed: 7,
      numRuns: 800,
    });
  });
});
