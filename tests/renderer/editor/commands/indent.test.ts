import { describe, expect, it } from 'vitest';
import { liftItem, sinkItem } from '../../../../renderer/editor/commands/indent.ts';
import { documentOf } from '../../../../shared/schema/parse-document.ts';
import { caretTo, editorSchema } from '../../../support/editor/headless-editor.ts';
import { nodeOf, openSample, outlineWithin } from '../../../support/editor/open-sample.ts';
import { sampleDocument } from '../../../support/sample-document.ts';
import { sampleProfile } from '../../../support/sample-profile.ts';

const profile = sampleProfile;

describe('Tab', () => {
  it('KEY4: a goal goes under the one before as a subpoint, and back as the same goal', () => {
    const editor = openSample();
    caretTo(editor, 'Schulen und Betriebe');
    expect(editor.run(sinkItem({ ...profile, goalKinds: profile.goalKinds.slice(0, 2) }))).toBe(true);
    expect(outlineWithin(editor.state.doc, 'z-t1')).toBe(
      [
        'goal Jeder Betrieb, der ausbilden will, finde',
        '  subpoint Schulen und Betriebe vereinbaren gemeins',
        '    subpoint dass jede Klasse im Jahr zwei Betriebe b',
        '    subpoint dass Praktika',
        '      subpoint ausgeschrieben und',
        '      subpoint am Ende gemeinsam ausgewertet werden,',
        '    subpoint dass niemand ohne Beratung die Schule ve',
      ].join('\n'),
    );
    expect(editor.state.selection.$from.parent.textContent).toContain('Schulen und Betriebe');
    expect(editor.state.selection.$from.parentOffset).toBe(0);
    expect(editor.run(liftItem(profile))).toBe(true);
    expect(nodeOf(editor.state.doc, 'z-t2').type.name).toBe('goal');
    expect(editor.state.doc.toJSON()).toEqual(editorSchema.nodeFromJSON(sampleDocument()).toJSON());
    expect(editor.state.selection.$from.parentOffset).toBe(0);
  });

  it('KEY4: where the profile has a kind below, the goal becomes one of that kind', () => {
    const editor = openSample();
    caretTo(editor, 'Wer eine Wohnung sucht');
    editor.run(sinkItem(profile));
    const { $from } = editor.state.selection;
    expect($from.node(-1).attrs['id']).toBe('z-l3');
    expect($from.node(-2).attrs['kind']).toBe('handlungsziel');
    expect($from.parentOffset).toBe(0);
    editor.run(liftItem(profile));
    expect(editor.state.selection.$from.node(-2).attrs['kind']).toBe('leitziel');
    expect(documentOf(editor.state.doc)).toEqual(sampleDocument());
  });

  it('KEY4: a subpoint takes along those that followed it, so that the order stays', () => {
    const editor = openSample();
    caretTo(editor, 'dass Praktika');
    const before = editor.state.doc.textContent;
    editor.run(liftItem(profile));
    expect(editor.state.doc.textContent).toBe(before);
    expect(editor.state.selection.$from.node(-1).type.name).toBe('goal');
    expect(editor.state.selection.$from.node(-1).childCount).toBe(4);
  });
});
