import { TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { deleteAcross } from '../../../../renderer/editor/commands/delete-across.ts';
import { enterInItem } from '../../../../renderer/editor/commands/enter.ts';
import { joinAfter, joinBefore } from '../../../../renderer/editor/commands/join.ts';
import { documentOf } from '../../../../shared/schema/parse-document.ts';
import { caretTo, positionOf, selectWords, typeText } from '../../../support/editor/headless-editor.ts';
import { nodeOf, openSample } from '../../../support/editor/open-sample.ts';
import { sampleDocument } from '../../../support/sample-document.ts';
import { sampleProfile } from '../../../support/sample-profile.ts';

const profile = sampleProfile;

describe('Backspace and Delete', () => {
  it('KEY5: at the beginning of a goal it joins with the goal before, which records both', () => {
    const editor = openSample();
    caretTo(editor, ' Wer warten muss');
    editor.run(enterInItem);
    editor.run(joinBefore(profile));
    expect(documentOf(editor.state.doc)).toEqual(sampleDocument());
    caretTo(editor, 'Schulen und Betriebe');
    editor.run(joinBefore(profile));
    expect(nodeOf(editor.state.doc, 'z-t1').attrs['origins']).toEqual(['z-t2']);
    expect(nodeOf(editor.state.doc, 'z-t1').textContent).toContain(
      'begleitet.Gemeint sind Betriebe jeder Größe.Schulen',
    );
  });

  it('KEY5: after a goal with subpoints the goal first becomes one of them', () => {
    const editor = openSample();
    caretTo(editor, 'ohne Beratung die Schule verlässt.', 'after');
    editor.run(enterInItem);
    editor.run(enterInItem);
    typeText(editor, 'Neu');
    caretTo(editor, 'Neu');
    editor.run(joinBefore({ ...profile, goalKinds: profile.goalKinds.slice(0, 2) }));
    expect(editor.state.selection.$from.node(-1).type.name).toBe('subpoint');
    editor.run(joinBefore(profile));
    expect(editor.state.doc.textContent).toContain('die Schule verlässt. Neu');
  });

  it('KEY5: an empty goal goes; the first goal of a group stays where it is', () => {
    const editor = openSample();
    caretTo(editor, 'Abschlüsse aus anderen');
    editor.run(enterInItem);
    editor.dispatch(
      editor.state.tr.setSelection(
        TextSelection.near(editor.state.doc.resolve(positionOf(editor.state.doc, 'Abschlüsse') - 4), -1),
      ),
    );
    expect(editor.state.selection.$from.parent.textContent).toBe('');
    editor.run(joinBefore(profile));
    expect(documentOf(editor.state.doc)).toEqual(sampleDocument());
    caretTo(editor, 'Abschlüsse aus anderen');
    editor.run(joinBefore(profile));
    expect(documentOf(editor.state.doc)).toEqual(sampleDocument());
    expect(editor.state.selection.$from.parent.textContent).toBe('Anerkennung');
  });

  it('KEY5: a first subpoint goes back into the text of its goal, with a space between', () => {
    const editor = openSample();
    caretTo(editor, 'dass jede Klasse');
    editor.run(joinBefore(profile));
    expect(editor.state.selection.$from.parent.textContent).toBe(
      'Schulen und Betriebe vereinbaren gemeinsam, dass jede Klasse im Jahr zwei Betriebe besucht,',
    );
    expect(nodeOf(editor.state.doc, 'z-t2').childCount).toBe(3);
  });

  it('KEY5: a heading is never joined with what stands before it', () => {
    const editor = openSample();
    caretTo(editor, 'Wohnen und Nachbarschaft');
    editor.run(joinBefore(profile));
    expect(documentOf(editor.state.doc)).toEqual(sampleDocument());
  });

  it('KEY5: Delete at the end of a goal does the same to the next one, and the caret stays', () => {
    const editor = openSample();
    caretTo(editor, 'findet in der Stadtverwaltung');
    const { $from } = editor.state.selection;
    const end = $from.end();
    editor.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, end)));
    editor.run(joinAfter(profile));
    expect(editor.state.selection.from).toBe(end);
    expect(nodeOf(editor.state.doc, 'z-t1').attrs['origins']).toEqual(['z-t2']);
  });

  it('KEY6: a selection from heading to goal keeps both apart; within goals their rests are joined', () => {
    const editor = openSample();
    selectWords(editor, 'und Ausbildung', 'Alle Menschen in ');
    editor.run(deleteAcross);
    expect(editor.state.doc.textContent).toContain('Arbeit Auenbrück finden');
    expect(nodeOf(editor.state.doc, 'feld-arbeit').firstChild?.textContent).toBe('Arbeit ');
    const other = openSample();
    selectWords(other, 'findet in der', 'Schulen und ');
    other.run(deleteAcross);
    expect(other.state.doc.textContent).toContain('der ausbilden will, Betriebe vereinbaren');
    expect(() => documentOf(other.state.doc)).not.toThrow();
  });
});
