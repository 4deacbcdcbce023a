import { describe, expect, it } from 'vitest';
import { deleteItem } from '../../../../renderer/editor/commands/goals.ts';
import { moveBy } from '../../../../renderer/editor/commands/move.ts';
import { caretTo, positionOf, typeText } from '../../../support/editor/headless-editor.ts';
import { contentOf, exchange, twoEditors } from '../../../support/editor/two-editors.ts';

describe('what is moved while somebody writes in it', () => {
  it('EDT15: words that a mover had not seen are put into the moved goal by who wrote them', () => {
    const { mine, yours, editor, other, close } = twoEditors();
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
    close();
  });

  it('EDT15: what somebody takes back or deletes stays so', () => {
    const { mine, yours, editor, other, close } = twoEditors();
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
    close();
  });
});
