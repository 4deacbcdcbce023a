import type { Node } from '@tiptap/pm/model';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement, type XmlFragment } from 'yjs';
import { enterInItem } from '../../../../renderer/editor/commands/enter.ts';
import { deleteItem } from '../../../../renderer/editor/commands/goals.ts';
import { liftItem, sinkItem } from '../../../../renderer/editor/commands/indent.ts';
import { joinBefore, joinWithNext } from '../../../../renderer/editor/commands/join.ts';
import { moveBy } from '../../../../renderer/editor/commands/move.ts';
import { createCountingIds } from '../../../../shared/ids/ids.ts';
import { type HeadlessEditor, openHeadless, typeText } from '../../../support/editor/headless-editor.ts';
import { contentOf, copyOf, exchange, fragmentOf, roomOf } from '../../../support/editor/two-editors.ts';
import { sampleDocument } from '../../../support/sample-document.ts';
import { shippedProfile } from '../../../support/standard-profile.ts';

const profile = shippedProfile();
const seed = 20191103;

/** A seeded edit of one person, by numbers folded onto what the document offers. */
interface Move {
  readonly kind: number;
  readonly at: number;
  readonly by: 0 | 1;
  readonly sync: boolean;
}

const arbitraryMove: fc.Arbitrary<Move> = fc.record({
  kind: fc.nat(10),
  at: fc.nat(100_000),
  by: fc.constantFrom(0, 1),
  sync: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
});

function textPositions(doc: Node): number[] {
  const positions: number[] = [];
  doc.descendants((node, at) => {
    if (node.isTextblock)
      positions.push(at + 1, at + 1 + Math.floor(node.content.size / 2), at + 1 + node.content.size);
    return !node.isTextblock;
  });
  return positions;
}

/** Edits; gives back the marker typed, where one was, and whether words were deleted. */
function perform(editor: HeadlessEditor, { kind, at }: Move, marker: string): void {
  const positions = textPositions(editor.state.doc);
  const position = positions[at % positions.length] ?? 1;
  editor.dispatch(editor.state.tr.setSelection(TextSelection.near(editor.state.doc.resolve(position))));
  if (editor.state.selection instanceof NodeSelection) return;
  switch (kind) {
    case 0:
    case 1:
      typeText(editor, marker);
      break;
    case 2:
    case 3:
      editor.run(enterInItem);
      break;
    case 4:
      editor.run(joinBefore(profile));
      break;
    case 5:
      editor.run(joinWithNext);
      break;
    case 6:
      editor.run(sinkItem(profile));
      break;
    case 7:
      editor.run(liftItem(profile));
      break;
    case 8:
      editor.run(moveBy(at % 2 === 0 ? 1 : -1));
      break;
    case 9:
      editor.undo.undo();
      break;
    default:
      if (at % 7 === 0) editor.run(deleteItem);
  }
}

describe('two people and any edits', () => {
  it(
    'EDT8: rooms agree, end valid, and no word is lost by opening or receiving',
    { timeout: 120_000 },
    () => {
      fc.assert(
        fc.property(
          fc.array(arbitraryMove, { minLength: 4, maxLength: 30 }),
          fc.boolean(),
          (moves, bothRepair) => {
            const docs = [roomOf(sampleDocument()), new Doc()] as const;
            applyUpdate(docs[1], encodeStateAsUpdate(docs[0]));
            const editors = [
              openHeadless(docs[0], createCountingIds('m')),
              openHeadless(docs[1], createCountingIds('y'), () => bothRepair),
            ] as const;
            moves.forEach((move, index) => {
              perform(editors[move.by], move, ` q${String(index)}q `);
              editors[move.by].state.doc.check();
              if (move.sync) exchange(docs[0], docs[1]);
            });
            // What each room holds, before anything is repaired, is what must still be shown.
            const rooms = [copyOf(docs[0]), copyOf(docs[1])] as const;
            exchange(rooms[0], rooms[1]);
            const merged = rawWords(fragmentOf(rooms[0]));
            for (let round = 0; round < 4; round += 1) exchange(docs[0], docs[1]);
            for (const [index, editor] of editors.entries()) {
              editor.state.doc.check();
              const shown = new Set(wordsOf(editor.state.doc));
              for (const word of merged) expect(shown, `room ${String(index)}`).toContain(word);
            }
            expect(contentOf(docs[0])).toEqual(contentOf(docs[1]));
            expect(editors[0].state.doc.toJSON()).toEqual(editors[1].state.doc.toJSON());
            for (const editor of editors) editor.close();
          },
        ),
        { seed, numRuns: 60 },
      );
    },
  );
});

function wordsOf(doc: Node): readonly string[] {
  const words: string[] = [];
  doc.descendants((node) => {
    if (node.isTextblock || node.type.name === 'footnote') words.push(...split(node.textContent));
    return true;
  });
  return words;
}

function rawWords(parent: XmlFragment): readonly string[] {
  return parent
    .toArray()
    .flatMap((child): readonly string[] =>
      child instanceof XmlElement
        ? ['paragraph', 'heading', 'footnote', 'signatureName', 'signatureOffice'].includes(child.nodeName)
          ? [...split(plain(child)), ...nested(child)]
          : rawWords(child)
        : [],
    );
}

function nested(block: XmlElement): readonly string[] {
  return block.toArray().flatMap((child) => (child instanceof XmlElement ? rawWords(block) : []));
}

function plain(block: XmlElement): string {
  return block
    .toArray()
    .map((child) => (child instanceof XmlElement ? plain(child) : deltaText(child)))
    .join('');
}

function deltaText(text: unknown): string {
  const delta = (text as { toDelta(): readonly { insert: unknown }[] }).toDelta();
  return delta.map(({ insert }) => String(insert)).join('');
}

const MARKER = / q\d+q /g;

function split(text: string): readonly string[] {
  // What was typed into a word is told apart from it: it may be put back where the merge had lost it.
  const typed = text.match(MARKER) ?? [];
  return [...text.replaceAll(MARKER, '').split(/\s+/), ...typed].filter((word) => word !== '');
}
