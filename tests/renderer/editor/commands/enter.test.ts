import { describe, expect, it } from 'vitest';
import {
  addParagraph,
  breakLine,
  enterInHeading,
  enterInItem,
  enterInSignature,
} from '../../../../renderer/editor/commands/enter.ts';
import { caretTo, typeText } from '../../../support/editor/headless-editor.ts';
import { nodeOf, openSample, outlineWithin } from '../../../support/editor/open-sample.ts';

describe('Enter', () => {
  it('KEY1: in a goal it makes the next goal of what stands after the caret, without the space between, which knows its origin', () => {
    const editor = openSample();
    caretTo(editor, ' Wer warten muss');
    editor.run(enterInItem);
    const group = editor.state.doc.resolve(editor.state.selection.from).node(-2);
    expect(group.childCount).toBe(3);
    expect(group.child(1).attrs['id']).toBe('z-t3');
    expect(group.child(2).attrs['origins']).toEqual(['z-t3']);
    expect(editor.state.selection.$from.parentOffset).toBe(0);
    expect(editor.state.selection.$from.parent.textContent).toBe('Wer warten muss, erfährt den Grund.');
    expect(group.child(1).textContent).toMatch(/geprüft\.$/);
    editor.undo.undo();
    expect(nodeOf(editor.state.doc, 'z-t3').textContent).toContain('geprüft. Wer warten muss,');
  });

  it('KEY1: at the beginning of a goal an empty one comes before, and the goal keeps its id and the caret', () => {
    const editor = openSample();
    caretTo(editor, 'Abschlüsse aus anderen');
    editor.run(enterInItem);
    expect(nodeOf(editor.state.doc, 'z-t3').textContent).toContain('Abschlüsse');
    expect(editor.state.selection.$from.node(-1).attrs['id']).toBe('z-t3');
    const index = editor.state.selection.$from.index(-2);
    expect(editor.state.selection.$from.node(-2).child(index - 1).textContent).toBe('');
  });

  it('KEY1: at the end of a goal with subpoints a first subpoint follows', () => {
    const editor = openSample();
    caretTo(editor, 'vereinbaren gemeinsam,', 'after');
    editor.run(enterInItem);
    typeText(editor, 'neu');
    expect(outlineWithin(editor.state.doc, 'z-t2').split('\n').slice(0, 3)).toEqual([
      'goal Schulen und Betriebe vereinbaren gemeins',
      '  subpoint neu',
      '  subpoint dass jede Klasse im Jahr zwei Betriebe b',
    ]);
  });

  it('KEY1: in a subpoint the next subpoint; in an empty last one the next goal', () => {
    const editor = openSample();
    caretTo(editor, 'ohne Beratung die Schule verlässt.', 'after');
    editor.run(enterInItem);
    expect(editor.state.selection.$from.node(-1).type.name).toBe('subpoint');
    editor.run(enterInItem);
    typeText(editor, 'Neues Ziel');
    expect(editor.state.selection.$from.node(-1).type.name).toBe('goal');
    const group = editor.state.selection.$from.node(-2);
    expect(group.children.map((child) => child.type.name)).toEqual(['heading', 'goal', 'goal', 'goal']);
  });

  it('KEY1: in an empty last goal it leads out of the group, to a paragraph', () => {
    const editor = openSample();
    caretTo(editor, 'erfährt den Grund.', 'after');
    editor.run(enterInItem);
    editor.run(enterInItem);
    typeText(editor, 'Danach');
    const { $from } = editor.state.selection;
    expect($from.node(-1).type.name).toBe('actionField');
    expect($from.parent.textContent).toBe('Danach');
    expect(nodeOf(editor.state.doc, 'z-t3').textContent).toContain('Abschlüsse');
  });

  it('KEY1: in an empty last goal under a goal it leads to the next goal above', () => {
    const editor = openSample();
    caretTo(editor, 'Neubauten erhalten im Erdgeschoss einen Gemeinschaftsraum.', 'after');
    editor.run(enterInItem);
    editor.run(enterInItem);
    typeText(editor, 'Weiter oben');
    expect(editor.state.selection.$from.node(-2).attrs['kind']).toBe('leitziel');
  });

  it('KEY2: after a heading comes an empty paragraph or goal, in its middle the rest goes on as text', () => {
    const editor = openSample();
    caretTo(editor, ' und Ausbildung');
    editor.run(enterInHeading);
    expect(editor.state.selection.$from.parent.type.name).toBe('paragraph');
    expect(editor.state.selection.$from.parent.textContent).toBe(' und Ausbildung');
    caretTo(editor, 'Anerkennung', 'after');
    editor.run(enterInHeading);
    expect(editor.state.selection.$from.node(-1).type.name).toBe('goal');
  });

  it('KEY2: under a signature it makes a further office', () => {
    const editor = openSample();
    caretTo(editor, 'Henrike Solbach', 'after');
    editor.run(enterInSignature);
    expect(editor.state.selection.$from.parent.type.name).toBe('signatureOffice');
  });

  it('KEY3: with Ctrl a further paragraph in the same goal, with Shift a line break', () => {
    const editor = openSample();
    caretTo(editor, ' Wer warten muss');
    editor.run(addParagraph);
    expect(nodeOf(editor.state.doc, 'z-t3').childCount).toBe(2);
    editor.run(breakLine);
    expect(nodeOf(editor.state.doc, 'z-t3').child(1).firstChild?.type.name).toBe('hardBreak');
  });
});
