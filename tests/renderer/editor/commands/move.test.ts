import { describe, expect, it } from 'vitest';
import { changeKind } from '../../../../renderer/editor/commands/goals.ts';
import { joinWithNext } from '../../../../renderer/editor/commands/join.ts';
import { moveBy, moveNode } from '../../../../renderer/editor/commands/move.ts';
import { nodeId } from '../../../../shared/ids/ids.ts';
import { checkProfile } from '../../../../shared/schema/check-profile.ts';
import { documentOf } from '../../../../shared/schema/parse-document.ts';
import { caretTo } from '../../../support/editor/headless-editor.ts';
import { nodeOf, openSample } from '../../../support/editor/open-sample.ts';
import { sampleDocument } from '../../../support/sample-document.ts';
import { sampleProfile } from '../../../support/sample-profile.ts';

const profile = sampleProfile;

describe('moving', () => {
  it('KEY7: Alt with an arrow moves a goal, beyond its group to the next of its kind, with its id', () => {
    const editor = openSample();
    caretTo(editor, 'Schulen und Betriebe');
    editor.run(moveBy(1));
    expect(editor.state.selection.$from.node(-2).firstChild?.textContent).toBe('Anerkennung');
    expect(editor.state.selection.$from.node(-1).attrs['id']).toBe('z-t2');
    editor.run(moveBy(-1));
    expect(documentOf(editor.state.doc)).toEqual(sampleDocument());
  });

  it('KEY7: in a heading it moves the field or chapter, never above the heading of what holds it', () => {
    const editor = openSample();
    caretTo(editor, 'Wohnen und Nachbarschaft');
    editor.run(moveBy(-1));
    const chapter = nodeOf(editor.state.doc, 'felder');
    expect(chapter.children.map((child) => String(child.attrs['id'] ?? child.type.name)).slice(0, 3)).toEqual(
      ['heading', 'a31', 'feld-wohnen'].map((name) =>
        name === 'a31' ? String(chapter.child(1).attrs['id']) : name,
      ),
    );
    editor.run(moveBy(-1));
    editor.run(moveBy(-1));
    expect(nodeOf(editor.state.doc, 'felder').firstChild?.type.name).toBe('heading');
  });

  it('KEY8: moveNode brings a goal to another field, into a group of its kind, and keeps id and content', () => {
    const editor = openSample();
    const before = nodeOf(editor.state.doc, 'z-t2');
    expect(editor.run(moveNode(nodeId('z-t2'), { into: nodeId('feld-gruen') }, profile))).toBe(true);
    expect(nodeOf(editor.state.doc, 'feld-gruen').textContent).toContain('Schulen und Betriebe');
    expect(nodeOf(editor.state.doc, 'z-t2').toJSON()).toEqual(before.toJSON());
    expect(editor.run(moveNode(nodeId('z-l1'), { into: nodeId('feld-gruen') }, profile))).toBe(true);
    expect(checkProfile(documentOf(editor.state.doc), profile)).toMatchObject({ ok: true });
  });

  it('KEY8: it refuses what the schema, the profile or common sense forbids', () => {
    const editor = openSample();
    const tries = [
      moveNode(nodeId('felder'), { into: nodeId('feld-gruen') }, profile),
      moveNode(nodeId('feld-wohnen'), { into: nodeId('feld-gruen') }, profile),
      moveNode(nodeId('z-t1'), { before: nodeId('haltung') }, profile),
      moveNode(nodeId('weg'), { before: nodeId('haltung') }, profile),
      moveNode(nodeId('z-t1'), { after: nodeId('z-t1') }, profile),
    ];
    for (const command of tries) expect(editor.run(command)).toBe(false);
    expect(documentOf(editor.state.doc)).toEqual(sampleDocument());
  });

  it('KEY9: changing the kind moves the goal to a group of that kind, with its id', () => {
    const editor = openSample();
    caretTo(editor, 'Jeder Betrieb');
    expect(editor.run(changeKind('leitziel', profile))).toBe(true);
    expect(editor.state.selection.$from.node(-1).attrs['id']).toBe('z-t1');
    expect(editor.state.selection.$from.node(-2).attrs['kind']).toBe('leitziel');
    expect(checkProfile(documentOf(editor.state.doc), profile)).toMatchObject({ ok: true });
  });

  it('KEY9: joining with the next goal keeps all of both', () => {
    const editor = openSample();
    caretTo(editor, 'Schulen und Betriebe');
    expect(editor.run(joinWithNext)).toBe(false);
    caretTo(editor, 'Jeder Betrieb');
    expect(editor.run(joinWithNext)).toBe(true);
    expect(nodeOf(editor.state.doc, 'z-t1').childCount).toBe(5);
    expect(nodeOf(editor.state.doc, 'z-t1').attrs['origins']).toEqual(['z-t2']);
  });
});
