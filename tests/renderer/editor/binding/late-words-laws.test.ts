import type { Node } from '@tiptap/pm/model';
import { NodeSelection, TextSelection, type Command } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyUpdate, encodeStateAsUpdate, type Doc } from 'yjs';
import { addParagraph, enterInHeading, enterInItem } from '../../../../renderer/editor/commands/enter.ts';
import { deleteItem } from '../../../../renderer/editor/commands/goals.ts';
import { liftItem, sinkItem } from '../../../../renderer/editor/commands/indent.ts';
import { joinAfter, joinBefore, joinWithNext } from '../../../../renderer/editor/commands/join.ts';
import { moveBy } from '../../../../renderer/editor/commands/move.ts';
import { typeText, type HeadlessEditor } from '../../../support/editor/headless-editor.ts';
import { contentOf, exchange, twoEditors } from '../../../support/editor/two-editors.ts';
import { shippedProfile } from '../../../support/standard-profile.ts';

const profile = shippedProfile();
const seed = 20141009;

const structural: readonly Command[] = [
  enterInItem,
  enterInHeading,
  addParagraph,
  joinBefore(profile),
  joinAfter(profile),
  joinWithNext,
  sinkItem(profile),
  liftItem(profile),
  moveBy(1),
  moveBy(-1),
  deleteItem,
];

interface Turn {
  readonly by: 0 | 1;
  readonly at: number;
  readonly kind: number;
  readonly send: 'nothing' | 'to' | 'from';
}

const turn: fc.Arbitrary<Turn> = fc.record({
  by: fc.constantFrom(0, 1),
  at: fc.nat(100_000),
  kind: fc.nat(structural.length - 1),
  send: fc.constantFrom('nothing', 'nothing', 'nothing', 'to', 'from'),
});

function placeCaret(editor: HeadlessEditor, at: number): void {
  const positions: number[] = [];
  editor.state.doc.descendants((node, from) => {
    const { size } = node.content;
    // Never within a word that was written: it could not be told from one that was lost.
    const middle = markersIn(node).length > 0 ? 0 : Math.floor(size / 2);
    if (node.isTextblock) positions.push(from + 1, from + 1 + middle, from + 1 + size);
    return !node.isTextblock;
  });
  const $position = editor.state.doc.resolve(positions[at % positions.length] ?? 1);
  const near = TextSelection.near($position);
  if (!(near instanceof NodeSelection)) editor.dispatch(editor.state.tr.setSelection(near));
}

function send(from: Doc, to: Doc): void {
  applyUpdate(to, encodeStateAsUpdate(from));
}

function markersIn(doc: Node): readonly string[] {
  return doc.textContent.match(/q\d+q/g) ?? [];
}

/** Plays the turns: the first writes words of its own, the second changes structure; gives back what must be there. */
function play(
  turns: readonly Turn[],
  mayChange: (by: 0 | 1) => boolean,
): { readonly two: ReturnType<typeof twoEditors>; readonly expected: readonly string[] } {
  const two = twoEditors();
  const docs = [two.mine, two.yours] as const;
  const editors = [two.editor, two.other] as const;
  const written = new Set<string>();
  const deleted = new Set<string>();
  turns.forEach(({ by, at, kind, send: way }, index) => {
    const editor = editors[by];
    placeCaret(editor, at);
    const command = structural[kind];
    if (by === 0 && !(mayChange(0) && at % 3 === 0)) {
      const marker = `q${String(index)}q`;
      // Letter by letter, as people write.
      for (const letter of ` ${marker} `) typeText(editor, letter);
      written.add(marker);
    } else if (command && mayChange(by)) {
      const before = markersIn(editor.state.doc);
      editor.run(command);
      const after = new Set(markersIn(editor.state.doc));
      for (const marker of before) if (!after.has(marker)) deleted.add(marker);
    }
    if (way === 'to') send(docs[by], docs[1 - by] as Doc);
    if (way === 'from') send(docs[1 - by] as Doc, docs[by]);
  });
  for (let round = 0; round < 5; round += 1) exchange(two.mine, two.yours);
  return { two, expected: [...written].filter((marker) => !deleted.has(marker)) };
}

function expectSame({ mine, yours, editor, other }: ReturnType<typeof twoEditors>): void {
  editor.state.doc.check();
  other.state.doc.check();
  expect(contentOf(mine)).toEqual(contentOf(yours));
  expect(editor.state.doc.toJSON()).toEqual(other.state.doc.toJSON());
}

describe('one writes while another changes the structure', () => {
  it(
    'EDT19: every word is there, and only once, unless it was seen before it was deleted',
    { timeout: 120_000 },
    () => {
      fc.assert(
        fc.property(fc.array(turn, { minLength: 2, maxLength: 16 }), (turns) => {
          const { two, expected } = play(turns, (by) => by === 1);
          expectSame(two);
          const shown = markersIn(two.editor.state.doc);
          for (const marker of expected) expect(shown.filter((word) => word === marker)).toEqual([marker]);
          two.close();
        }),
        { seed, numRuns: 60 },
      );
    },
  );

  it('EDT19: no word is lost where both do both', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.array(turn, { minLength: 2, maxLength: 20 }), (turns) => {
        const { two, expected } = play(turns, () => true);
        expectSame(two);
        const shown = new Set(markersIn(two.editor.state.doc));
        for (const marker of expected) expect(shown).toContain(marker);
        two.close();
      }),
      { seed, numRuns: 60 },
    );
  });
});
