import { describe, expect, it } from 'vitest';
import { enterInItem } from '../../../../renderer/editor/commands/enter.ts';
import { createCountingIds } from '../../../../shared/ids/ids.ts';
import { caretTo, openHeadless, typeText } from '../../../support/editor/headless-editor.ts';
import { exchange, roomOf, twoEditors } from '../../../support/editor/two-editors.ts';
import { realisticDocument } from '../../../support/realistic-document.ts';
import { sampleDocument } from '../../../support/sample-document.ts';

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
    const { mine, yours, editor, other, close } = twoEditors(roomOf(realisticDocument(2)));
    caretTo(other, 'Informationen erscheinen');
    typeText(other, 'Alle ');
    exchange(mine, yours);
    const sizes: number[] = [];
    mine.on('update', (update: Uint8Array) => sizes.push(update.length));
    caretTo(editor, 'Informationen erscheinen', 'after');
    typeText(editor, 'z');
    expect(sizes).toHaveLength(1);
    expect(sizes[0]).toBeLessThan(32);
    close();
  });
});
