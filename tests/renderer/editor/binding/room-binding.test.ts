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
import { sharedTypes } from '../../../../shared/rooms/rooms.ts';
import { readDocument, writeDocument } from '../../../../shared/rooms/text-room.ts';
import type { LeitbildDocument } from '../../../../shared/schema/document.ts';
import {
  caretTo,
  editorSchema,
  openHeadless,
  positionOf,
  typeText,
  type HeadlessEditor,
} from '../../../support/editor/headless-editor.ts';
import { realisticDocument } from '../../../support/realistic-document.ts';
import { sampleDocument } from '../../../support/sample-document.ts';
import { shippedProfile } from '../../../support/standard-profile.ts';

const profile = shippedProfile();
const seed = 20191103;

function roomOf(document: LeitbildDocument): Doc {
  const doc = new Doc();
  writeDocument(doc, document);
  return doc;
}

function copyOf(doc: Doc): Doc {
  const copy = new Doc();
  applyUpdate(copy, encodeStateAsUpdate(doc));
  return copy;
}

/** Brings each of two rooms what the other has. */
function exchange(one: Doc, other: Doc): void {
  const [mine, yours] = [encodeStateAsUpdate(one), encodeStateAsUpdate(other)];
  applyUpdate(one, yours);
  applyUpdate(other, mine);
}

function contentOf(doc: Doc): LeitbildDocument {
  const read = readDocument(doc);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

function fragmentOf(doc: Doc): XmlFragment {
  return doc.getXmlFragment(sharedTypes.text.document);
}

function elementWith(parent: XmlFragment, id: string): XmlElement {
  for (const child of parent.toArray()) {
    if (!(child instanceof XmlElement)) continue;
    const element = child as XmlElement<{ id: string }>;
    if (element.getAttribute('id') === id) return child;
    const found = find(child, id);
    if (found) return found;
  }
  throw new Error(`no ${id}`);
}

function find(parent: XmlElement, id: string): XmlElement | undefined {
  try {
    return elementWith(parent, id);
  } catch {
    return undefined;
  }
}

describe('what is written', () => {
  it('EDT2: opening a text writes nothing to the room', () => {
    const doc = roomOf(sampleDocument());
    let updates = 0;
    doc.on('update', () => (updates += 1));
    openHeadless(doc, createCountingIds('new')).close();
    expect(updates).toBe(0);
  });

  it('EDT3: a typed letter is one small update, however long the text is', () => {
    const doc = roomOf(realisticDocument(4));
    const editor = openHeadless(doc, createCountingIds('new'));
    const sizes: number[] = [];
    doc.on('update', (update: Uint8Array) => sizes.push(update.length));
    caretTo(editor, 'Die Träger vereinbaren', 'after');
    typeText(editor, 'x');
    typeText(editor, 'y');
    expect(sizes).toHaveLength(2);
    for (const size of sizes) expect(size).toBeLessThan(32);
    editor.close();
  });

  it('EDT3: a split writes the two halves and nothing of their ancestors', () => {
    const doc = roomOf(sampleDocument());
    const editor = openHeadless(doc, createCountingIds('new'));
    const sizes: number[] = [];
    doc.on('update', (update: Uint8Array) => sizes.push(update.length));
    caretTo(editor, ' Wer warten muss');
    editor.run(enterInItem);
    expect(sizes).toHaveLength(1);
    expect(sizes[0]).toBeLessThan(400);
    editor.close();
  });

  it('EDT3: an edit of what came from the room a moment ago is as small', () => {
    const mine = roomOf(realisticDocument(2));
    const yours = copyOf(mine);
    const [editor, other] = [
      openHeadless(mine, createCountingIds('m')),
      openHeadless(yours, createCountingIds('y')),
    ];
    caretTo(other, 'Informationen erscheinen');
    typeText(other, 'Alle ');
    exchange(mine, yours);
    const sizes: number[] = [];
    mine.on('update', (update: Uint8Array) => sizes.push(update.length));
    caretTo(editor, 'Informationen erscheinen', 'after');
    typeText(editor, 'z');
    expect(sizes).toHaveLength(1);
    expect(sizes[0]).toBeLessThan(32);
    editor.close();
    other.close();
  });
});

describe('what is received', () => {
  it('EDT4: what others write leaves every other node the very same, and the caret at its letters', () => {
    const mine = roomOf(sampleDocument());
    const yours = copyOf(mine);
    const [editor, other] = [
      openHeadless(mine, createCountingIds('m')),
      openHeadless(yours, createCountingIds('y')),
    ];
    caretTo(editor, 'Nachbarschaftshaus');
    const before = editor.state.doc;
    caretTo(other, 'Jeder Betrieb');
    typeText(other, 'Wirklich ');
    caretTo(other, 'Neubauten');
    typeText(other, 'Auch ');
    exchange(mine, yours);
    expect(editor.state.doc.toJSON()).toEqual(other.state.doc.toJSON());
    expect(editor.state.doc.child(0)).toBe(before.child(0));
    expect(editor.state.selection.from).toBe(positionOf(editor.state.doc, 'Nachbarschaftshaus'));
    editor.close();
    other.close();
  });

  it('EDT4: the caret stays at its letters when others move what it stands in within reach of the same change', () => {
    const mine = roomOf(sampleDocument());
    const yours = copyOf(mine);
    const [editor, other] = [
      openHeadless(mine, createCountingIds('m')),
      openHeadless(yours, createCountingIds('y')),
    ];
    caretTo(editor, 'Ein Quartiersfonds');
    caretTo(other, 'Die Stadt stellt leer');
    other.run(moveBy(1));
    exchange(mine, yours);
    expect(editor.state.selection.from).toBe(positionOf(editor.state.doc, 'Ein Quartiersfonds'));
    editor.close();
    other.close();
  });

  it('EDT5: two who begin to write in the same empty paragraph end up with both words', () => {
    const document = sampleDocument();
    const mine = roomOf(document);
    const opened = openHeadless(mine, createCountingIds('new'));
    caretTo(opened, 'Alle Menschen in Auenbrück', 'before');
    opened.run(enterInItem);
    opened.close();
    const yours = copyOf(mine);
    const [editor, other] = [
      openHeadless(mine, createCountingIds('m')),
      openHeadless(yours, createCountingIds('y')),
    ];
    for (const [one, word] of [
      [editor, 'Birnen'],
      [other, 'Kirschen'],
    ] as const) {
      const at = positionOf(one.state.doc, 'Alle Menschen in Auenbrück') - 3;
      one.dispatch(one.state.tr.setSelection(TextSelection.near(one.state.doc.resolve(at), -1)));
      typeText(one, word);
    }
    exchange(mine, yours);
    exchange(mine, yours);
    typeText(editor, '!');
    typeText(other, '?');
    exchange(mine, yours);
    const text = JSON.stringify(contentOf(mine));
    expect(contentOf(mine)).toEqual(contentOf(yours));
    expect(text.match(/Birnen/g)).toHaveLength(1);
    expect(text.match(/Kirschen/g)).toHaveLength(1);
    editor.close();
    other.close();
  });
});

describe('two people at one place', () => {
  it('EDT16: the word that each of them types stays whole', () => {
    const turn = fc.record({
      by: fc.constantFrom(0, 1),
      sync: fc.constantFrom('none', 'to', 'from', 'both'),
    });
    fc.assert(
      fc.property(
        fc.array(turn, { minLength: 8, maxLength: 40 }),
        fc.constantFrom('after', 'before'),
        fc.constantFrom(['abcdefghijklmnopqrst', 'ABCDEFGHIJKLMNOPQRST'], ['anannaaanaann', 'nannananaanna']),
        fc.boolean(),
        (turns, side, letters, swapped) => {
          const mine = roomOf(sampleDocument());
          const yours = copyOf(mine);
          [mine.clientID, yours.clientID] = swapped ? [2, 1] : [1, 2];
          const docs = [mine, yours] as const;
          const editors = [
            openHeadless(mine, createCountingIds('m')),
            openHeadless(yours, createCountingIds('y')),
          ] as const;
          for (const editor of editors) caretTo(editor, 'Wer warten muss', side);
          const words = ['', ''];
          for (const { by, sync } of turns) {
            const letter = letters[by][words[by]?.length ?? 0];
            if (letter === undefined) continue;
            words[by] = `${words[by] ?? ''}${letter}`;
            typeText(editors[by], letter);
            const [own, other] = [docs[by], docs[1 - by]] as [Doc, Doc];
            if (sync === 'to' || sync === 'both') applyUpdate(other, encodeStateAsUpdate(own));
            if (sync === 'from' || sync === 'both') applyUpdate(own, encodeStateAsUpdate(other));
          }
          exchange(mine, yours);
          const text = editors[0].state.doc.textContent;
          expect(editors[1].state.doc.textContent).toBe(text);
          const runs = [`${words[0] ?? ''}${words[1] ?? ''}`, `${words[1] ?? ''}${words[0] ?? ''}`];
          const around = runs.map((run) =>
            side === 'after' ? `Wer warten muss${run}` : `${run}Wer warten muss`,
          );
          expect(
            around.some((whole) => text.includes(whole)),
            text,
          ).toBe(true);
          for (const editor of editors) editor.close();
        },
      ),
      { seed, numRuns: 100 },
    );
  });
});

describe('what is moved while somebody writes in it', () => {
  it('EDT15: words that a mover had not seen are put into the moved goal by who wrote them', () => {
    const mine = roomOf(sampleDocument());
    const yours = copyOf(mine);
    const [editor, other] = [
      openHeadless(mine, createCountingIds('m')),
      openHeadless(yours, createCountingIds('y')),
    ];
    caretTo(editor, 'Schulen und Betriebe');
    for (const letter of 'Alle ') typeText(editor, letter);
    exchange(mine, yours);
    for (const letter of 'neuen ') typeText(editor, letter);
    caretTo(editor, 'ausgeschrieben und');
    typeText(editor, 'gut ');
    caretTo(other, 'Schulen und Betriebe');
    other.run(moveBy(1));
    for (let round = 0; round < 3; round += 1) exchange(mine, yours);
    for (const { state } of [editor, other]) {
      expect(state.doc.textContent).toContain('Alle neuen Schulen und Betriebe');
      expect(state.doc.textContent).toContain('gut ausgeschrieben');
      expect(state.doc.resolve(positionOf(state.doc, 'Alle neuen')).node(-2).firstChild?.textContent).toBe(
        'Anerkennung',
      );
    }
    expect(contentOf(mine)).toEqual(contentOf(yours));
    editor.close();
    other.close();
  });

  it('EDT15: what somebody takes back or deletes stays so', () => {
    const mine = roomOf(sampleDocument());
    const yours = copyOf(mine);
    const [editor, other] = [
      openHeadless(mine, createCountingIds('m')),
      openHeadless(yours, createCountingIds('y')),
    ];
    caretTo(editor, 'Schulen und Betriebe');
    typeText(editor, 'Alle ');
    exchange(mine, yours);
    caretTo(other, 'Alle Schulen');
    const at = other.state.selection.from;
    other.dispatch(other.state.tr.delete(at, at + 5));
    exchange(mine, yours);
    expect(editor.state.doc.textContent).not.toContain('Alle Schulen');
    caretTo(other, 'Schulen und Betriebe');
    other.run(deleteItem);
    exchange(mine, yours);
    expect(editor.state.doc.textContent).not.toContain('Praktika');
    expect(contentOf(mine)).toEqual(contentOf(yours));
    editor.close();
    other.close();
  });
});

describe('what a merge left invalid', () => {
  it('EDT6: two headings in one group are shown as one, and opening deletes nothing', () => {
    const doc = roomOf(sampleDocument());
    const group = elementWith(fragmentOf(doc), 'z-t3').parent as XmlElement;
    const heading = new XmlElement('heading');
    const before = encodeStateAsUpdate(doc).length;
    group.insert(1, [heading]);
    heading.insert(0, [
      group.get(0) instanceof XmlElement ? (group.get(0) as XmlElement).get(0).clone() : heading,
    ]);
    expect(encodeStateAsUpdate(doc).length).toBeGreaterThan(before);
    const reader = openHeadless(doc, createCountingIds('r'), () => false);
    expect(reader.state.doc.textContent).toContain('Anerkennung / Anerkennung');
    expect(group.length).toBe(3);
    reader.close();
    const writer = openHeadless(doc, createCountingIds('w'));
    expect(group.length).toBe(2);
    expect(writer.state.doc.textContent).toContain('Anerkennung / Anerkennung');
    writer.close();
  });

  it('EDT6: a goal whose paragraphs two people deleted, one each, keeps an empty one', () => {
    const doc = roomOf(sampleDocument());
    const goal = elementWith(fragmentOf(doc), 'z-t2');
    const subpoints = goal.length;
    goal.delete(0, 1);
    const editor = openHeadless(doc, createCountingIds('w'));
    editor.state.doc.check();
    expect(goal.length).toBe(subpoints);
    expect(editor.state.doc.textContent).toContain('dass jede Klasse');
    editor.close();
  });

  it('EDT7: content of a newer version is neither shown wrongly nor deleted', () => {
    const doc = roomOf(sampleDocument());
    const editor = openHeadless(doc, createCountingIds('w'));
    fragmentOf(doc).insert(0, [new XmlElement('video')]);
    expect(editor.binding.isUnreadable).toBe(true);
    caretTo(editor, 'Jeder Betrieb');
    typeText(editor, 'x');
    expect(fragmentOf(doc).get(0)).toBeInstanceOf(XmlElement);
    expect((fragmentOf(doc).get(0) as XmlElement).nodeName).toBe('video');
    editor.close();
  });
});

it('EDT7: a room with content of a newer version opens empty and unwritable, and fills when that is gone', () => {
  const doc = roomOf(sampleDocument());
  fragmentOf(doc).insert(0, [new XmlElement('video')]);
  const editor = openHeadless(doc, createCountingIds('w'));
  expect(editor.binding.isUnreadable).toBe(true);
  const length = fragmentOf(doc).length;
  editor.dispatch(
    editor.state.tr.insert(0, editorSchema.node('chapter', null, [editorSchema.node('heading')])),
  );
  expect(fragmentOf(doc).length).toBe(length);
  fragmentOf(doc).delete(0, 1);
  expect(editor.binding.isUnreadable).toBe(false);
  expect(editor.state.doc.toJSON()).toEqual(editorSchema.nodeFromJSON(sampleDocument()).toJSON());
  editor.close();
});

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
