import type { Node } from '@tiptap/pm/model';
import { NodeSelection, type Command } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import {
  insertFootnote,
  insertGoal,
  insertGroup,
  insertGroupHeading,
  insertPart,
  insertReference,
  insertSubpoint,
  toggleList,
} from '../../../../renderer/editor/commands/insert.ts';
import { nodeId } from '../../../../shared/ids/ids.ts';
import { checkProfile } from '../../../../shared/schema/check-profile.ts';
import { documentOf } from '../../../../shared/schema/parse-document.ts';
import { caretTo } from '../../../support/editor/headless-editor.ts';
import { nodeOf, openSample } from '../../../support/editor/open-sample.ts';
import { sampleDocument } from '../../../support/sample-document.ts';
import { sampleProfile } from '../../../support/sample-profile.ts';

const profile = sampleProfile;

describe('new things', () => {
  it('KEY10: chapter, section, field, group, goal, subpoint, heading, list, footnote and reference', () => {
    const commands: readonly [string, Command, string][] = [
      ['Abgrenzung', insertPart('chapter'), 'chapter'],
      ['Abgrenzung', insertPart('section'), 'section'],
      ['Alle Menschen', insertPart('actionField'), 'actionField'],
      ['Grün vor der Tür', insertGroup('leitziel', profile), 'goal'],
      ['Jedes Quartier', insertGroup('handlungsziel', profile), 'goal'],
      ['Jeder Betrieb', insertGoal(profile), 'goal'],
      ['Jeder Betrieb', insertSubpoint, 'subpoint'],
      ['Alle Menschen', insertGroupHeading, 'goalGroup'],
    ];
    for (const [words, command, holder] of commands) {
      const editor = openSample();
      caretTo(editor, words);
      expect(editor.run(command), holder).toBe(true);
      expect(editor.state.selection.$from.node(-1).type.name).toBe(holder);
      expect(editor.state.selection.$from.parent.content.size).toBe(0);
      const written = documentOf(editor.state.doc);
      expect(checkProfile(written, profile), holder).toMatchObject({ ok: true });
      editor.undo.undo();
      expect(documentOf(editor.state.doc)).toEqual(sampleDocument());
    }
  });

  it('KEY10: a footnote and a reference stand at the caret; a list takes the paragraph', () => {
    const editor = openSample();
    caretTo(editor, ' vereinbaren gemeinsam');
    editor.run(insertFootnote);
    caretTo(editor, ' vereinbaren gemeinsam');
    editor.run(insertReference(nodeId('feld-wohnen'), 'label'));
    const types = nodeOf(editor.state.doc, 'z-t2').firstChild?.children.map((child) => child.type.name);
    expect(types).toEqual(['text', 'footnote', 'reference', 'text']);
    const note = positionOfType(editor.state.doc, 'footnote', 'z-t2');
    editor.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, note)));
    editor.run(insertReference(nodeId('feld-wohnen'), 'label'));
    expect(editor.state.doc.nodeAt(note)?.lastChild?.type.name).toBe('reference');
    caretTo(editor, 'Dieses Leitbild ersetzt');
    editor.run(toggleList('bulletList'));
    expect(editor.state.selection.$from.node(-2).type.name).toBe('bulletList');
    editor.run(toggleList('orderedList'));
    expect(editor.state.selection.$from.node(-2).type.name).toBe('orderedList');
    editor.run(toggleList('orderedList'));
    expect(editor.state.selection.$from.node(-1).type.name).toBe('section');
    expect(() => documentOf(editor.state.doc)).not.toThrow();
  });
});

function positionOfType(doc: Node, type: string, within: string): number {
  let at = -1;
  const holder = nodeOf(doc, within);
  doc.descendants((node, from) => {
    if (node !== holder) return;
    node.descendants((child, offset) => {
      if (child.type.name === type) at = from + 1 + offset;
    });
  });
  return at;
}
