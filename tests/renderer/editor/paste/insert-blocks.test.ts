import { TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Doc } from 'yjs';
import { insertBlocks } from '../../../../renderer/editor/paste/insert-blocks.ts';
import type { PastedBlock, PastedInline } from '../../../../renderer/editor/paste/pasted-blocks.ts';
import { readPlainText } from '../../../../renderer/editor/paste/read-plain-text.ts';
import { createCountingIds } from '../../../../shared/ids/ids.ts';
import { writeDocument } from '../../../../shared/rooms/text-room.ts';
import { documentOf } from '../../../../shared/schema/parse-document.ts';
import {
  caretTo,
  openHeadless,
  typeText,
  type HeadlessEditor,
} from '../../../support/editor/headless-editor.ts';
import { sampleDocument } from '../../../support/sample-document.ts';

function open(): HeadlessEditor {
  const doc = new Doc();
  writeDocument(doc, sampleDocument());
  return openHeadless(doc, createCountingIds('new'));
}

const text = (words: string): readonly PastedInline[] => [{ kind: 'text', text: words }];
const paragraph = (words: string): PastedBlock => ({ kind: 'paragraph', content: text(words) });
const item = (level: number, words: string): PastedBlock => ({
  kind: 'item',
  level,
  ordered: false,
  content: text(words),
});
const heading = (level: number, words: string): PastedBlock => ({
  kind: 'heading',
  level,
  content: text(words),
});

/** The parts around the caret as lines. */
function lines(editor: HeadlessEditor, id: string): readonly string[] {
  const found: string[] = [];
  editor.state.doc.descendants((node) => {
    if (node.attrs['id'] !== id) return true;
    node.descendants((child, _at, parent) => {
      if (child.isTextblock) found.push(`${parent?.type.name ?? ''}: ${child.textContent}`);
      return true;
    });
    return false;
  });
  return found;
}

describe('readPlainText', () => {
  it('PAS1: reads bullets, dashes, "o" and numbers as items, deeper by sign or indentation', () => {
    const blocks = readPlainText(
      'Wir wollen:\r\n• erstens\n  o darunter\n  o noch eins\n• zweitens\n1. gezählt\n\nEnde',
    );
    expect(
      blocks.map((block) => [block.kind, block.kind === 'item' ? block.level : 0, block.content]),
    ).toEqual([
      ['paragraph', 0, text('Wir wollen:')],
      ['item', 1, text('erstens')],
      ['item', 2, text('darunter')],
      ['item', 2, text('noch eins')],
      ['item', 1, text('zweitens')],
      ['item', 2, text('gezählt')],
      ['paragraph', 0, text('Ende')],
    ]);
  });

  it('PAS1: drops no letter but the signs that make the items, and no control character gets through', () => {
    expect(readPlainText('a\u0000b\u2028c')).toEqual([paragraph('ab'), paragraph('c')]);
    expect(readPlainText('oben ohne Punkt')).toEqual([paragraph('oben ohne Punkt')]);
    expect(readPlainText('  \n\n ')).toEqual([]);
  });
});

describe('insertBlocks', () => {
  it('PAS2: one paragraph goes into the text at the caret', () => {
    const editor = open();
    caretTo(editor, 'Betrieb, der');
    editor.run(insertBlocks([paragraph('große ')]));
    typeText(editor, '!');
    expect(editor.state.doc.textContent).toContain('Jeder große !Betrieb');
  });

  it('PAS2: in a goal, paragraphs become goals and items their subpoints; what stood behind the caret stands behind all', () => {
    const editor = open();
    caretTo(editor, ' Wer warten muss');
    editor.run(
      insertBlocks([paragraph(' Und:'), item(1, 'a'), item(2, 'b'), paragraph('Neues Ziel'), item(1, 'c')]),
    );
    const group = lines(editor, 'feld-arbeit').slice(-5);
    expect(group).toEqual([
      'goal: Abschlüsse aus anderen Ländern werden binnen drei Monaten geprüft. Und:',
      'subpoint: a',
      'subpoint: b',
      'goal: Neues Ziel',
      'subpoint: c Wer warten muss, erfährt den Grund.',
    ]);
    expect(() => documentOf(editor.state.doc)).not.toThrow();
  });

  it('PAS2: a list alone becomes goals, its inner items subpoints', () => {
    const editor = open();
    caretTo(editor, 'erfährt den Grund.', 'after');
    editor.run(insertBlocks(readPlainText(' • eins\n   o eins a\n • zwei')));
    expect(lines(editor, 'feld-arbeit').slice(-3)).toEqual([
      'goal: Abschlüsse aus anderen Ländern werden binnen drei Monaten geprüft. Wer warten muss, erfährt den Grund.eins',
      'subpoint: eins a',
      'goal: zwei',
    ]);
  });

  it('PAS2: in a section, headings become sections and items lists', () => {
    const editor = open();
    caretTo(editor, 'keinen Haushaltsplan.', 'after');
    editor.run(
      insertBlocks([
        paragraph(' Mehr.'),
        item(1, 'a'),
        item(2, 'b'),
        heading(2, 'Neu'),
        paragraph('Text'),
        heading(3, 'Tiefer'),
      ]),
    );
    expect(lines(editor, 'abgrenzung')).toEqual([
      'section: Abgrenzung',
      'section: Dieses Leitbild ersetzt keinen Haushaltsplan. Mehr.',
      'listItem: a',
      'listItem: b',
      'section: Neu',
      'section: Text',
      'section: Tiefer',
    ]);
    expect(() => documentOf(editor.state.doc)).not.toThrow();
  });

  const inline: fc.Arbitrary<PastedInline> = fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .constantFrom('Wort', 'zwei Wörter', 'x')
        .map((words): PastedInline => ({ kind: 'text', text: words })),
    },
    { weight: 1, arbitrary: fc.constant<PastedInline>({ kind: 'break' }) },
    { weight: 1, arbitrary: fc.constant<PastedInline>({ kind: 'footnote', content: text('Note') }) },
    { weight: 1, arbitrary: fc.constant<PastedInline>({ kind: 'text', text: 'fett', strong: true }) },
  );
  const content = fc.array(inline, { minLength: 1, maxLength: 3 });
  const block: fc.Arbitrary<PastedBlock> = fc.oneof(
    content.map((all): PastedBlock => ({ kind: 'paragraph', content: all })),
    fc
      .tuple(content, fc.integer({ min: 1, max: 4 }))
      .map(([all, level]): PastedBlock => ({ kind: 'heading', level, content: all })),
    fc
      .tuple(content, fc.integer({ min: 1, max: 4 }), fc.boolean())
      .map(([all, level, ordered]): PastedBlock => ({ kind: 'item', level, ordered, content: all })),
  );
  const letters = (words: string): string => Array.from(words.replaceAll(/\s/gu, '')).sort().join('');
  const lettersOf = (all: readonly PastedInline[]): string =>
    all
      .map((one) => (one.kind === 'text' ? one.text : one.kind === 'footnote' ? lettersOf(one.content) : ''))
      .join('');

  it('PAS3: wherever it is pasted, the document is valid, ids are unique, every word is there, and undo takes it back', () => {
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 8 }),
        fc.nat(100_000),
        fc.nat(2),
        (blocks, at, edge) => {
          const editor = open();
          const before = editor.state.doc;
          const places: number[] = [];
          before.descendants((node, from) => {
            if (!node.isTextblock) return true;
            places.push(
              [from + 1, from + 1 + (node.firstChild?.nodeSize ?? 0), from + 1 + node.content.size][edge] ??
                1,
            );
            return false;
          });
          const $at = before.resolve(places[at % places.length] ?? 1);
          editor.dispatch(editor.state.tr.setSelection(TextSelection.near($at)));
          expect(editor.run(insertBlocks(blocks))).toBe(true);
          documentOf(editor.state.doc);
          const pasted = blocks.map(({ content: all }) => lettersOf(all)).join('');
          expect(letters(editor.state.doc.textContent)).toBe(letters(before.textContent + pasted));
          expect(editor.state.selection.$from.parent.isTextblock).toBe(true);
          editor.undo.undo();
          expect(documentOf(editor.state.doc)).toEqual(sampleDocument());
        },
      ),
      { seed: 20190406, numRuns: 100 },
    );
  });
});
