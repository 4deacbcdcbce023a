import type { Node } from '@tiptap/pm/model';
import { TextSelection, type Command } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { applyUpdate, encodeStateAsUpdate } from 'yjs';
import { addParagraph, enterInItem } from '../../../../renderer/editor/commands/enter.ts';
import { deleteItem, deleteNode } from '../../../../renderer/editor/commands/goals.ts';
import { joinBefore, joinWithNext } from '../../../../renderer/editor/commands/join.ts';
import { moveBy } from '../../../../renderer/editor/commands/move.ts';
import { nodeId } from '../../../../shared/ids/ids.ts';
import { caretTo, typeText, type HeadlessEditor } from '../../../support/editor/headless-editor.ts';
import { contentOf, exchange, twoEditors, type TwoEditors } from '../../../support/editor/two-editors.ts';
import { nodeOf } from '../../../support/editor/open-sample.ts';
import { shippedProfile } from '../../../support/standard-profile.ts';

const profile = shippedProfile();

/** One removes something at a place while the other writes at another; both then learn of it. */
function atOnce(
  two: TwoEditors,
  removal: { readonly at: string; readonly command: Command },
  writing: { readonly at: string; readonly words: string },
): void {
  const { mine, yours, editor, other } = two;
  caretTo(editor, writing.at);
  for (const letter of writing.words) typeText(editor, letter);
  caretTo(other, removal.at);
  expect(other.run(removal.command)).toBe(true);
  settle(two);
  expect(contentOf(mine)).toEqual(contentOf(yours));
  expect(editor.state.doc.toJSON()).toEqual(other.state.doc.toJSON());
}

function settle({ mine, yours, editor, other }: TwoEditors): void {
  for (let round = 0; round < 4; round += 1) exchange(mine, yours);
  for (const { state } of [editor, other]) state.doc.check();
}

function count(doc: Node, words: string): number {
  return doc.textContent.split(words).length - 1;
}

describe('what is removed while somebody writes in it', () => {
  it('EDT19: words in the heading of a field that is moved go with it', () => {
    const two = twoEditors();
    atOnce(
      two,
      { at: 'Wohnen und Nachbarschaft', command: moveBy(-1) },
      { at: ' und Nachbarschaft', words: ', Bauen' },
    );
    const { doc } = two.editor.state;
    expect(nodeOf(doc, 'feld-wohnen').firstChild?.textContent).toBe('Wohnen, Bauen und Nachbarschaft');
    expect(count(doc, 'Wohnen, Bauen und Nachbarschaft')).toBe(1);
    two.close();
  });

  it('EDT19: words in a goal that is joined with the one before are in the joined text', () => {
    const two = twoEditors();
    atOnce(
      two,
      { at: 'Jeder Betrieb', command: joinWithNext },
      { at: ' vereinbaren gemeinsam', words: ' und Vereine' },
    );
    const goal = nodeOf(two.editor.state.doc, 'z-t1');
    expect(goal.textContent).toContain('Schulen und Betriebe und Vereine vereinbaren gemeinsam');
    expect(count(two.editor.state.doc, 'und Vereine')).toBe(1);
    two.close();
  });

  it('EDT19: words in a paragraph that is joined into the text of another are beside the same letters', () => {
    const two = twoEditors();
    atOnce(
      two,
      { at: 'dass jede Klasse', command: joinBefore(profile) },
      { at: ' im Jahr zwei', words: ' der Schule' },
    );
    expect(two.editor.state.doc.textContent).toContain('dass jede Klasse der Schule im Jahr zwei');
    expect(count(two.editor.state.doc, 'der Schule im Jahr')).toBe(1);
    two.close();
  });

  it('EDT19: a goal that is deleted comes back with the words, at its place and with its id', () => {
    const two = twoEditors();
    const before = nodeOf(two.editor.state.doc, 'z-t2');
    atOnce(
      two,
      { at: 'Schulen und Betriebe', command: deleteItem },
      { at: 'Schulen und Betriebe', words: 'Alle ' },
    );
    const { doc } = two.editor.state;
    expect(two.other.cameBack).toEqual(['deleted']);
    expect(two.editor.cameBack).toEqual(['written']);
    expect(nodeOf(doc, 'z-t2').textContent).toBe(`Alle ${before.textContent}`);
    expect(doc.textContent.indexOf('Alle Schulen')).toBeGreaterThan(doc.textContent.indexOf('Jeder Betrieb'));
    expect(doc.textContent.indexOf('Alle Schulen')).toBeLessThan(doc.textContent.indexOf('Anerkennung'));
    two.close();
  });

  it('EDT19: what is written on in a part that came back goes there too, and deleting it again is possible', () => {
    const two = twoEditors();
    const { mine, yours, editor, other } = two;
    caretTo(editor, 'Schulen und Betriebe');
    typeText(editor, 'Alle ');
    caretTo(other, 'Schulen und Betriebe');
    other.run(deleteItem);
    const sent: Uint8Array[] = [];
    const keepUpdate = (update: Uint8Array): number => sent.push(update);
    applyUpdate(yours, encodeStateAsUpdate(mine));
    mine.on('update', keepUpdate);
    typeText(editor, 'un');
    typeText(editor, 'sere ');
    mine.off('update', keepUpdate);
    for (const update of sent) applyUpdate(yours, update);
    settle(two);
    expect(count(editor.state.doc, 'Alle unsere Schulen und Betriebe')).toBe(1);
    caretTo(other, 'Alle unsere');
    other.run(deleteItem);
    settle(two);
    expect(editor.state.doc.textContent).not.toContain('unsere');
    expect(contentOf(mine)).toEqual(contentOf(yours));
    two.close();
  });

  it('EDT19: a whole field that is deleted comes back when a new goal was made in it', () => {
    const two = twoEditors();
    const { editor, other } = two;
    const before = nodeOf(editor.state.doc, 'feld-gruen');
    caretTo(editor, 'als fünf Minuten.', 'after');
    editor.run(enterInItem);
    typeText(editor, 'Neues Ziel');
    caretTo(other, 'Kein Weg');
    other.run(deleteNode(nodeId('feld-gruen')));
    settle(two);
    expect(count(editor.state.doc, 'Neues Ziel')).toBe(1);
    for (const words of before.textContent.split(/\s+/)) {
      expect(nodeOf(editor.state.doc, 'feld-gruen').textContent).toContain(words);
    }
    expect(contentOf(two.mine)).toEqual(contentOf(two.yours));
    two.close();
  });

  it('EDT19: words in a text that somebody empties stay in it', () => {
    const two = twoEditors();
    const { editor, other } = two;
    caretTo(editor, ' und Nachbarschaft');
    typeText(editor, ', Bauen');
    select(other, 'Wohnen und Nachbarschaft');
    other.dispatch(other.state.tr.deleteSelection());
    settle(two);
    expect(nodeOf(editor.state.doc, 'feld-wohnen').firstChild?.textContent).toBe(', Bauen');
    two.close();
  });

  it('EDT19: what was seen before it was deleted stays deleted', () => {
    const two = twoEditors();
    const { mine, yours, editor, other } = two;
    caretTo(editor, 'Schulen und Betriebe');
    typeText(editor, 'Alle ');
    exchange(mine, yours);
    caretTo(other, 'Alle Schulen');
    other.run(deleteItem);
    settle(two);
    expect(editor.state.doc.textContent).not.toContain('Alle Schulen');
    expect([...editor.cameBack, ...other.cameBack]).toEqual([]);
    two.close();
  });
});

describe('a paragraph that two split at once', () => {
  const splits: readonly [string, string][] = [
    [' Wer warten muss', ', erfährt den Grund'],
    [', erfährt den Grund', ' Wer warten muss'],
    [' Wer warten muss', ' Wer warten muss'],
  ];
  for (const [command, name] of [
    [enterInItem, 'goal'],
    [addParagraph, 'paragraph'],
  ] as const) {
    it(`EDT20: every word of a ${name} is there once`, () => {
      for (const [first, second] of splits) {
        for (const [one, another] of [
          [1, 2],
          [2, 1],
        ] as const) {
          const two = twoEditors();
          [two.mine.clientID, two.yours.clientID] = [one, another];
          const before = wordsIn(two.editor.state.doc);
          caretTo(two.editor, first);
          two.editor.run(command);
          caretTo(two.other, second);
          two.other.run(command);
          settle(two);
          const { doc } = two.editor.state;
          expect(count(doc, 'erfährt'), `${first} ${second} ${String(one)}`).toBe(1);
          expect(count(doc, 'warten'), `${first} ${second} ${String(one)}`).toBe(1);
          expect(wordsIn(doc)).toEqual(before);
          expect(contentOf(two.mine)).toEqual(contentOf(two.yours));
          two.close();
        }
      }
    });
  }
});

function wordsIn(doc: Node): readonly string[] {
  const words: string[] = [];
  doc.descendants((node) => {
    if (node.isTextblock) words.push(...node.textContent.split(/[\s,.]+/).filter((word) => word !== ''));
  });
  return words.sort();
}

function select(editor: HeadlessEditor, words: string): void {
  caretTo(editor, words);
  const { doc, selection, tr } = editor.state;
  editor.dispatch(tr.setSelection(TextSelection.create(doc, selection.from, selection.from + words.length)));
}
