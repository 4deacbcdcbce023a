import { Awareness } from 'y-protocols/awareness';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import standard from '../../../resources/profiles/standard.json';
import colours from '../../../resources/brand/colours.json';
import { createLeitbildEditor, type LeitbildEditor } from '../../../renderer/editor/index.ts';
import { germanEditor } from '../../../renderer/words/de/editor.ts';
import { idFromBytes } from '../../../shared/ids/ids.ts';
import { readDocument, writeDocument } from '../../../shared/rooms/text-room.ts';
import type { LeitbildDocument } from '../../../shared/schema/document.ts';
import { parseProfile, type Profile } from '../../../shared/schema/profile.ts';

/** A page with the editor alone, and with what tests ask of it. */
export interface Harness {
  /** Opens a text; `update` is the state of a room, in base 64. */
  open(document: LeitbildDocument, options?: { editable?: boolean; profile?: unknown }): void;
  document(): LeitbildDocument;
  editor(): LeitbildEditor;
  doc(): Doc;
  /** A second room that follows the first and can be edited as another person would. */
  other(): Doc;
  awareness(): Awareness;
  setDark(dark: boolean): void;
}

let editor: LeitbildEditor | undefined;
let doc = new Doc();
let other = new Doc();
let awareness = new Awareness(doc);

function roles(palette: Readonly<Record<string, string>>): string {
  return Object.entries(palette)
    .map(
      ([role, value]) =>
        `--leitbild-${role.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${value};`,
    )
    .join(' ');
}

const style = document.createElement('style');
style.textContent = `:root { ${roles(colours.light)} --leitbild-serif: Georgia, serif; --mantine-font-family: sans-serif; }
:root.dark { ${roles(colours.dark)} color-scheme: dark; } body { margin: 0; background: var(--leitbild-paper); }`;
document.head.append(style);

function standardProfile(value: unknown): Profile {
  const parsed = parseProfile(value, 'profile');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

const harness: Harness = {
  open(document_, { editable = true, profile = standard } = {}) {
    editor?.destroy();
    doc = new Doc();
    other = new Doc();
    writeDocument(doc, document_);
    applyUpdate(other, encodeStateAsUpdate(doc));
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== other) applyUpdate(other, update, doc);
    });
    other.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== doc) applyUpdate(doc, update, other);
    });
    awareness = new Awareness(doc);
    const element = document.getElementById('text');
    if (!element) throw new Error('no element');
    editor = createLeitbildEditor({
      element,
      doc,
      awareness,
      profile: standardProfile(profile),
      editable,
      createId: () => idFromBytes(crypto.getRandomValues(new Uint8Array(12))),
      words: germanEditor,
      user: { name: 'Test', institution: 'KI', color: '#0b5567' },
    });
  },
  document() {
    const read = readDocument(doc);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    return read.value;
  },
  editor() {
    if (!editor) throw new Error('no editor is open');
    return editor;
  },
  doc: () => doc,
  other: () => other,
  awareness: () => awareness,
  setDark: (dark) => document.documentElement.classList.toggle('dark', dark),
};
(window as unknown as { harness: Harness }).harness = harness;
