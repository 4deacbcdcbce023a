import { TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Doc } from 'yjs';
import { applyUpdate, encodeStateAsUpdate } from 'yjs';
import { enterInItem } from '../../../../renderer/editor/commands/enter.ts';
import { moveBy } from '../../../../renderer/editor/commands/move.ts';
import { createCountingIds } from '../../../../shared/ids/ids.ts';
import { caretTo, openHeadless, positionOf, typeText } from '../../../support/editor/headless-editor.ts';
import { contentOf, copyOf, exchange, roomOf, twoEditors } from '../../../support/editor/two-editors.ts';
import { sampleDocument } from '../../../support/sample-document.ts';

const seed = 20191103;

describe('what is received', () => {
  it('EDT4: what others write leaves every other node the very same, and the caret at its letters', () => {
    const { mine, yours, editor, other, close } = twoEditors();
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
    close();
  });

  it('EDT4: the caret stays at its letters when others move what it stands in within reach of the same change', () => {
    const { mine, yours, editor, other, close } = twoEditors();
    caretTo(editor, 'Ein Quartiersfonds');
    caretTo(other, 'Die Stadt stellt leer');
    other.run(moveBy(1));
    exchange(mine, yours);
    expect(editor.state.selection.from).toBe(positionOf(editor.state.doc, 'Ein Quartiersfonds'));
    close();
  });

  it('EDT5: two who begin to write in the same empty paragraph end up with both words', () => {
    const document = sampleDocument();
    const mine = roomOf(document);
    const opened = openHeadless(mine, createCountingIds('new'));
    caretTo(opened, 'Alle Menschen in Auenbrück', 'before');
    opened.run(enterInItem);
    opened.close();
    const { yours, editor, other, close } = twoEditors(mine);
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
    close();
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
