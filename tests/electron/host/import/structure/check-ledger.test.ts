import { describe, expect, it } from 'vitest';
import type { ImportResult, LedgerEntry } from '../../../../../electron/host/import/import-result.ts';
import { buildDocument } from '../../../../../electron/host/import/structure/build-document.ts';
import { checkLedger } from '../../../../../electron/host/import/structure/check-ledger.ts';
import { createCountingIds } from '../../../../../shared/ids/ids.ts';
import type { LeitbildDocument } from '../../../../../shared/schema/document.ts';
import { shippedProfile } from '../../../../support/standard-profile.ts';
import { sourceOf } from '../import-text.ts';

const source = sourceOf(
  '1 Ziele\n\nAm Fluss1 sind wir, vgl. Kapitel 2.\n\nAm Ufer auch.\n\n2 Beteiligte\n\nWerft e.V.\nChor Kai\n\f1 Der Fluss ist breit.\n',
);
const result = buildDocument(source, { profile: shippedProfile(), createId: createCountingIds() });

/** The result with its document changed as JSON text. */
const withDocument = (from: string, to: string): ImportResult => {
  const json = JSON.stringify(result.document);
  expect(json).toContain(from);
  return { ...result, document: JSON.parse(json.replace(from, to)) as LeitbildDocument };
};
const withLedger = (change: (ledger: readonly LedgerEntry[]) => readonly LedgerEntry[]): ImportResult => ({
  ...result,
  ledger: change(result.ledger),
});

describe('checkLedger', () => {
  it('LED1: accepts an account in which every token has one fate', () => {
    expect(() => checkLedger(source, result)).not.toThrow();
    expect(result.ledger.map(({ token }) => token)).toEqual(source.tokens);
  });

  it.each([
    ['a lost word', 'Am Ufer auch.', 'Am auch.'],
    ['a doubled word', 'Am Ufer auch.', 'Am Ufer Ufer auch.'],
    ['an invented word', 'Am Ufer auch.', 'Am Ufer auch nicht.'],
    ['a changed word', 'Am Ufer auch.', 'Am Hafen auch.'],
    ['swapped words', 'Am Ufer auch.', 'Ufer Am auch.'],
    ['words grown together', 'Am Ufer auch.', 'AmUfer auch.'],
    ['a word cut in two', 'Am Ufer auch.', 'Am U fer auch.'],
    ['an emptied heading', '"text":"Ziele"', '"text":" "'],
    ['a word added behind a reference', '"text":"."', '"text":". Ja"'],
  ])('LED2: refuses %s', (_, from, to) => {
    expect(() => checkLedger(source, withDocument(from, to))).toThrow(/^ledger: /);
  });

  it('LED2: refuses a ledger that lacks a token, has one twice, or in another order', () => {
    expect(() =>
      checkLedger(
        source,
        withLedger((ledger) => ledger.slice(1)),
      ),
    ).toThrow(/^ledger: /);
    const [first, second, ...rest] = result.ledger;
    if (!first || !second) throw new Error('too short');
    expect(() =>
      checkLedger(
        source,
        withLedger(() => [first, first, ...rest]),
      ),
    ).toThrow(/^ledger: /);
    expect(() =>
      checkLedger(
        source,
        withLedger(() => [second, first, ...rest]),
      ),
    ).toThrow(/^ledger: /);
  });

  it('LED2: refuses an institution that was lost or renamed', () => {
    const [first, ...others] = result.institutions;
    if (!first) throw new Error('no institution');
    expect(() => checkLedger(source, { ...result, institutions: others })).toThrow(/^ledger: /);
    const renamed = { ...first, name: 'Verein' };
    expect(() => checkLedger(source, { ...result, institutions: [renamed, ...others] })).toThrow(/^ledger: /);
  });

  it('LED2: refuses paragraphs in another order', () => {
    const [chapter, ...others] = result.document.content ?? [];
    const content = [...(chapter?.content ?? [])].reverse();
    const document = {
      ...result.document,
      content: [{ ...chapter, content }, ...others],
    } as LeitbildDocument;
    expect(() => checkLedger(source, { ...result, document })).toThrow(/^ledger: /);
  });
});
