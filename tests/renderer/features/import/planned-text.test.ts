import { expect, test } from 'vitest';
import { numberedText } from '../../../../renderer/client/live-text.ts';
import { goallessPartOf } from '../../../../renderer/features/import/goalless-parts.ts';
import {
  changeTo,
  choiceOf,
  kindChoices,
  roleLabel,
} from '../../../../renderer/features/import/kind-choices.ts';
import { presentChanges } from '../../../../renderer/features/import/present-changes.ts';
import { pairBlocks, structureRows } from '../../../../renderer/features/import/structure-rows.ts';
import { appWordsIn } from '../../../../renderer/words/app-words.ts';
import { nodeId } from '../../../../shared/ids/ids.ts';
import type { SourceBlockView } from '../../../../shared/import/import-view.ts';
import type { Foreword, LeitbildDocument, Paragraph } from '../../../../shared/schema/document.ts';
import { shippedProfile } from '../../../support/standard-profile.ts';

const words = appWordsIn('de').import;
const identity = (id: string) => ({ attrs: { id: nodeId(id), origins: [] } });
const paragraph = (id: string, text: string): Paragraph => ({
  type: 'paragraph',
  ...identity(id),
  content: [{ type: 'text', text }],
});
const documentWith = (goal: string): LeitbildDocument => ({
  type: 'leitbild',
  content: [
    {
      type: 'chapter',
      ...identity('c'),
      content: [
        { type: 'heading', content: [{ type: 'text', text: 'Ziele' }] },
        paragraph('p', 'Vorab.'),
        {
          type: 'goalGroup',
          attrs: { id: nodeId('g'), origins: [], kind: 'teilziel' },
          content: [{ type: 'goal', ...identity('z'), content: [paragraph('q', goal)] }],
        },
      ],
    },
  ],
});
const block = (name: string, role: SourceBlockView['role'], node: string | null): SourceBlockView => ({
  block: name,
  text: name,
  line: 1,
  page: 0,
  role,
  goalKind: role === 'goal' ? 'teilziel' : null,
  node: node === null ? null : nodeId(node),
  changed: false,
});

test('rows stand in reading order with depth, number and name, and know the blocks that made them', () => {
  const text = numberedText(documentWith('Wir helfen.'), shippedProfile());
  const rows = structureRows(text);
  expect(rows.map(({ depth, number, label, text: own }) => [depth, number, label, own])).toEqual([
    [0, '1', 'Kapitel', 'Ziele'],
    [1, '', '', 'Vorab.'],
    [1, '', 'Teilziele', ''],
    [2, 'T1', 'Teilziel', 'Wir helfen.'],
  ]);
  const blocks = [
    block('b1', 'chapter', 'c'),
    block('b2', 'leftOut', null),
    block('b3', 'goal', 'z'),
    block('b4', 'goalParagraph', 'q'),
  ];
  const { rowOf, blocksOf } = pairBlocks(blocks, rows, text.document);
  expect([...rowOf.values()]).toEqual(['c', null, 'z', 'z']);
  expect(blocksOf.get(nodeId('z'))).toEqual(['b3', 'b4']);
});

test('a block can be all that the profile has, and is called as the profile calls it', () => {
  const profile = shippedProfile();
  const groups = kindChoices(profile, words);
  const choice = choiceOf(block('b', 'goal', 'z'), groups);
  expect(choice).toMatchObject({ label: 'Teilziel', goalKind: 'teilziel' });
  expect(choice && changeTo('b', choice)).toEqual({ block: 'b', kind: 'goal', goalKind: 'teilziel' });
  expect(roleLabel(block('b', 'unplaced', null), profile, words)).toBe('nicht zugeordnet');
  expect(choiceOf(block('b', 'signature', null), groups)).toBeUndefined();
  const labels = groups.flatMap(({ choices }) => choices.map(({ label }) => label));
  expect(new Set(labels).size).toBe(labels.length);
});

test('what an import would change is told for goals and for the rest, and nothing for the same text', () => {
  const before = documentWith('Wir helfen.');
  expect(presentChanges(before, before)).toMatchObject({ isSame: true, hasText: true, goals: { kept: 1 } });
  expect(presentChanges(before, documentWith('Wir helfen gern.'))).toMatchObject({
    isSame: false,
    goals: { kept: 0, reworded: 1, new: 0, dropped: 0 },
    other: 0,
  });
  expect(presentChanges({ type: 'leitbild' }, before)).toMatchObject({ hasText: false, goals: { new: 1 } });
});

test('a block of a foreword or preface cannot become a goal or part of one; others can', () => {
  const { content } = documentWith('Wir helfen.');
  const foreword: Foreword = {
    type: 'foreword',
    attrs: { ...identity('f').attrs, portrait: null },
    content: [paragraph('fp', 'Liebe Leserinnen und Leser,')],
  };
  const document: LeitbildDocument = { type: 'leitbild', content: [foreword, ...(content ?? [])] };
  const view = {
    document,
    blocks: [block('b1', 'paragraph', 'fp'), block('b2', 'paragraph', 'p'), block('b3', 'leftOut', null)],
  };
  for (const kind of ['goal', 'goalGroup', 'subpoint', 'goalParagraph'] as const) {
    expect(goallessPartOf(view, new Set(['b1']), kind)).toBe('foreword');
    expect(goallessPartOf(view, new Set(['b1', 'b2']), kind)).toBe('foreword');
    expect(goallessPartOf(view, new Set(['b2', 'b3']), kind)).toBeNull();
  }
  expect(goallessPartOf(view, new Set(['b1']), 'listItem')).toBeNull();
});
