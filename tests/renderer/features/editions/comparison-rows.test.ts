import { expect, test } from 'vitest';
import { numberedText } from '../../../../renderer/client/live-text.ts';
import {
  comparisonParts,
  countStates,
  filterParts,
  type RowFilter,
} from '../../../../renderer/features/editions/comparison-rows.ts';
import { findingsOf, labelFault } from '../../../../renderer/features/editions/freeze-checks.ts';
import { faultPlaces } from '../../../../renderer/features/export/fault-places.ts';
import { germanComparison } from '../../../../renderer/words/de/comparison.ts';
import { compareDocuments } from '../../../../shared/diff/compare-documents.ts';
import { nodeId } from '../../../../shared/ids/ids.ts';
import type { Chapter, Goal, LeitbildDocument } from '../../../../shared/schema/document.ts';
import { shippedProfile } from '../../../support/standard-profile.ts';

const header = { title: 'Leitbild', subtitle: '', municipality: '' };
const goal = (id: string, text: string, origins: readonly string[] = []): Goal => ({
  type: 'goal',
  attrs: { id: nodeId(id), origins: origins.map(nodeId) },
  content: [
    {
      type: 'paragraph',
      attrs: { id: nodeId(`${id}p`), origins: [] },
      ...(text !== '' && { content: [{ type: 'text', text }] }),
    },
  ],
});
const documentOf = (...goals: readonly Goal[]): LeitbildDocument => {
  const chapter: Chapter = {
    type: 'chapter',
    attrs: { id: nodeId('c'), origins: [] },
    content: [
      { type: 'heading', content: [{ type: 'text', text: 'Ziele: alle' }] },
      { type: 'goalGroup', attrs: { id: nodeId('g'), origins: [], kind: 'leitziel' }, content: goals },
    ],
  };
  return { type: 'leitbild', content: [chapter] };
};
const compared = (before: LeitbildDocument, after: LeitbildDocument) => ({
  before: { header, document: before, profile: shippedProfile() },
  after: { header, document: after, profile: shippedProfile() },
  changes: compareDocuments(before, after).changes,
});

const parts = comparisonParts(
  compared(
    documentOf(goal('a', 'Wir helfen.'), goal('b', 'Wir lernen und wir feiern.'), goal('d', 'Fort damit.')),
    documentOf(
      goal('a', 'Wir helfen gern.'),
      goal('b', 'Wir lernen.'),
      goal('e', 'Wir feiern.', ['b']),
      goal('n', 'Ganz neu.'),
    ),
  ),
  germanComparison,
);

test('each unit stands in its part with what became of it, a split apart from what is simply new', () => {
  expect(parts.map(({ heading }) => heading)).toEqual(['Kapitel 1 Ziele: alle']);
  const states = Object.fromEntries(
    parts.flatMap(({ rows }) => rows.map((row) => [row.id, row.states.join('+')])),
  );
  expect(states).toEqual({
    c: 'kept',
    a: 'reworded',
    b: 'reworded+split',
    e: 'split',
    n: 'new',
    d: 'dropped',
  });
  const [reworded] = parts.flatMap(({ rows }) => rows).filter(({ id }) => id === 'a');
  expect(reworded?.before?.words.some(({ type }) => type === 'inserted')).toBe(false);
  expect(reworded?.after?.words.map(({ text }) => text).join('')).toBe('Wir helfen gern.');
  expect(countStates(parts)).toMatchObject({ new: 1, dropped: 1, split: 2, reworded: 2, kept: 1 });
});

test('a comparison is narrowed by state, to goals, and by words of either side', () => {
  const ids = (filter: Partial<RowFilter>) =>
    filterParts(parts, { state: 'changes', goalsOnly: false, query: '', ...filter }).flatMap(({ rows }) =>
      rows.map(({ id }) => id),
    );
  expect(ids({})).toEqual(['a', 'b', 'e', 'n', 'd']);
  expect(ids({ state: 'split' })).toEqual(['b', 'e']);
  expect(ids({ state: 'kept', goalsOnly: true })).toEqual([]);
  expect(ids({ query: 'FORT' })).toEqual(['d']);
});

test('before freezing, empty goals and references to nowhere are found where they stand', () => {
  const broken: Goal = {
    type: 'goal',
    attrs: { id: nodeId('r'), origins: [] },
    content: [
      {
        type: 'paragraph',
        attrs: { id: nodeId('rp'), origins: [] },
        content: [
          { type: 'text', text: 'siehe ' },
          { type: 'reference', attrs: { target: nodeId('gone'), form: 'number' } },
        ],
      },
    ],
  };
  const findings = findingsOf(numberedText(documentOf(goal('a', ''), broken), shippedProfile()));
  expect(findings).toEqual({
    isEmpty: false,
    goals: [{ plural: 'Leitziele', count: 2 }],
    empty: ['a'],
    broken: ['rp'],
  });
  expect(findingsOf(numberedText({ type: 'leitbild' }, shippedProfile())).isEmpty).toBe(true);
  expect(['', 'entwurf', '2019', '-', '2026'].map((label) => labelFault(label, ['2019']))).toEqual([
    'empty',
    'reserved',
    'taken',
    'form',
    null,
  ]);
});

test('the place of what cannot be printed is found by number or title, even where a title holds a colon', () => {
  const text = numberedText(documentOf(goal('a', 'x'), goal('b', 'y')), shippedProfile());
  const at = (place: string) =>
    faultPlaces([{ character: '𓀀', codePoint: 'U+13000', place }], text).map(({ node }) => node);
  expect([at('1.L2: y 𓀀'), at('1 Ziele: alle: 𓀀'), at('1.L2, Fußnote 3: 𓀀'), at('Impressum: 𓀀')]).toEqual([
    ['b'],
    ['c'],
    ['b'],
    [null],
  ]);
  expect(faultPlaces([{ character: 'x', codePoint: 'U+78', place: '1.L2: x' }], null)[0]?.node).toBeNull();
});
