import { describe, expect, it } from 'vitest';
import { encodeStateAsUpdate, XmlElement } from 'yjs';
import { createCountingIds } from '../../../../shared/ids/ids.ts';
import { caretTo, editorSchema, openHeadless, typeText } from '../../../support/editor/headless-editor.ts';
import { elementWith, fragmentOf, roomOf } from '../../../support/editor/two-editors.ts';
import { sampleDocument } from '../../../support/sample-document.ts';

describe('what a merge left invalid', () => {
  it('EDT6: two headings in one group are shown as one, and opening deletes nothing', () => {
    const doc = roomOf(sampleDocument());
    const group = elementWith(fragmentOf(doc), 'z-t3').parent as XmlElement;
    const heading = new XmlElement('heading');
    const before = encodeStateAsUpdate(doc).length;
    group.insert(1, [heading]);
    heading.insert(0, [
      group.get(0) instanceof XmlElement ? (group.get(0) as XmlElement).get(0).clone() : heading,
    ]);
    expect(encodeStateAsUpdate(doc).length).toBeGreaterThan(before);
    const reader = openHeadless(doc, createCountingIds('r'), () => false);
    expect(reader.state.doc.textContent).toContain('Anerkennung / Anerkennung');
    expect(group.length).toBe(3);
    reader.close();
    const writer = openHeadless(doc, createCountingIds('w'));
    expect(group.length).toBe(2);
    expect(writer.state.doc.textContent).toContain('Anerkennung / Anerkennung');
    writer.close();
  });

  it('EDT6: a goal whose paragraphs two people deleted, one each, keeps an empty one', () => {
    const doc = roomOf(sampleDocument());
    const goal = elementWith(fragmentOf(doc), 'z-t2');
    const subpoints = goal.length;
    goal.delete(0, 1);
    const editor = openHeadless(doc, createCountingIds('w'));
    editor.state.doc.check();
    expect(goal.length).toBe(subpoints);
    expect(editor.state.doc.textContent).toContain('dass jede Klasse');
    editor.close();
  });

  it('EDT7: content of a newer version is neither shown wrongly nor deleted', () => {
    const doc = roomOf(sampleDocument());
    const editor = openHeadless(doc, createCountingIds('w'));
    fragmentOf(doc).insert(0, [new XmlElement('video')]);
    expect(editor.binding.isUnreadable).toBe(true);
    caretTo(editor, 'Jeder Betrieb');
    typeText(editor, 'x');
    expect(fragmentOf(doc).get(0)).toBeInstanceOf(XmlElement);
    expect((fragmentOf(doc).get(0) as XmlElement).nodeName).toBe('video');
    editor.close();
  });
});

it('EDT7: a room with content of a newer version opens empty and unwritable, and fills when that is gone', () => {
  const doc = roomOf(sampleDocument());
  fragmentOf(doc).insert(0, [new XmlElement('video')]);
  const editor = openHeadless(doc, createCountingIds('w'));
  expect(editor.binding.isUnreadable).toBe(true);
  const length = fragmentOf(doc).length;
  editor.dispatch(
    editor.state.tr.insert(0, editorSchema.node('chapter', null, [editorSchema.node('heading')])),
  );
  expect(fragmentOf(doc).length).toBe(length);
  fragmentOf(doc).delete(0, 1);
  expect(editor.binding.isUnreadable).toBe(false);
  expect(editor.state.doc.toJSON()).toEqual(editorSchema.nodeFromJSON(sampleDocument()).toJSON());
  editor.close();
});
