import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement, type XmlFragment } from 'yjs';
import { createCountingIds } from '../../../shared/ids/ids.ts';
import { sharedTypes } from '../../../shared/rooms/rooms.ts';
import { readDocument, writeDocument } from '../../../shared/rooms/text-room.ts';
import type { LeitbildDocument } from '../../../shared/schema/document.ts';
import { sampleDocument } from '../sample-document.ts';
import { openHeadless, type HeadlessEditor } from './headless-editor.ts';

/** Two people with an editor and a room each, which know nothing of each other until `exchange`. */
export interface TwoEditors {
  readonly mine: Doc;
  readonly yours: Doc;
  readonly editor: HeadlessEditor;
  readonly other: HeadlessEditor;
  readonly close: () => void;
}

export function twoEditors(mine: Doc = roomOf(sampleDocument())): TwoEditors {
  const yours = copyOf(mine);
  const editor = openHeadless(mine, createCountingIds('m'));
  const other = openHeadless(yours, createCountingIds('y'));
  return {
    mine,
    yours,
    editor,
    other,
    close: () => {
      editor.close();
      other.close();
    },
  };
}

export function roomOf(document: LeitbildDocument): Doc {
  const doc = new Doc();
  writeDocument(doc, document);
  return doc;
}

export function copyOf(doc: Doc): Doc {
  const copy = new Doc();
  applyUpdate(copy, encodeStateAsUpdate(doc));
  return copy;
}

/** Brings each of two rooms what the other has. */
export function exchange(one: Doc, other: Doc): void {
  const [mine, yours] = [encodeStateAsUpdate(one), encodeStateAsUpdate(other)];
  applyUpdate(one, yours);
  applyUpdate(other, mine);
}

export function contentOf(doc: Doc): LeitbildDocument {
  const read = readDocument(doc);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

export function fragmentOf(doc: Doc): XmlFragment {
  return doc.getXmlFragment(sharedTypes.text.document);
}

export function elementWith(parent: XmlFragment, id: string): XmlElement {
  for (const child of parent.toArray()) {
    if (!(child instanceof XmlElement)) continue;
    const element = child as XmlElement<{ id: string }>;
    if (element.getAttribute('id') === id) return child;
    const found = find(child, id);
    if (found) return found;
  }
  throw new Error(`no ${id}`);
}

function find(parent: XmlElement, id: string): XmlElement | undefined {
  try {
    return elementWith(parent, id);
  } catch {
    return undefined;
  }
}
