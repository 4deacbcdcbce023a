import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import {
  applyUpdate,
  createRelativePositionFromTypeIndex,
  Doc,
  encodeStateAsUpdate,
  relativePositionToJSON,
  XmlText,
} from 'yjs';
import type { Node } from '@tiptap/pm/model';
import { createLeitbildEditor, type MarkedPlace } from '../../../renderer/editor/index.ts';
import { germanEditor } from '../../../renderer/words/de/editor.ts';
import standard from '../../../resources/profiles/standard.json';
import { idFromBytes } from '../../../shared/ids/ids.ts';
import { sharedTypes } from '../../../shared/rooms/rooms.ts';
import { writeDocument } from '../../../shared/rooms/text-room.ts';
import { parseProfile } from '../../../shared/schema/profile.ts';
import { bare } from './bare-editor.ts';
import type { EditorBenchPage } from './editor-bench-contract.ts';
import { caretAt, type Opened } from './opened-editor.ts';

let opened: Opened | undefined;
let timer: ReturnType<typeof setInterval> | undefined;
let received = 0;
let times: number[] = [];

/** After the frame in which a change is shown was painted. */
function painted(): Promise<number> {
  return new Promise((done) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage(null);
    });
  });
}

document.addEventListener(
  'keydown',
  (event) => {
    const begun = event.timeStamp;
    void painted().then((end) => times.push(end - begun));
  },
  { capture: true },
);

function ours(element: HTMLElement, doc: Doc, awareness: Awareness): Opened {
  const profile = parseProfile(standard, 'standard');
  if (!profile.ok) throw new Error('no profile');
  const editor = createLeitbildEditor({
    element,
    doc,
    awareness,
    profile: profile.value,
    editable: true,
    createId: () => idFromBytes(crypto.getRandomValues(new Uint8Array(12))),
    words: germanEditor,
    user: { name: 'Bench', institution: '', color: '#0b5567' },
  });
  return {
    doc,
    awareness,
    caretTo: (share) => caretAt(editor.tiptap, share),
    mark: (count) => editor.markPlaces(spread(editor.document(), count)),
    destroy: () => editor.destroy(),
  };
}

/** Places of 20 letters, evenly spread over the texts. */
function spread(document_: Node, count: number): readonly MarkedPlace[] {
  const starts: number[] = [];
  document_.descendants((node, at) => {
    if (!node.isText) return;
    for (let from = at; from + 20 <= at + node.nodeSize; from += 4) starts.push(from);
  });
  return Array.from({ length: count }, (_, index) => {
    const from = starts[Math.floor((index / count) * starts.length)] ?? 1;
    return { from, to: from + 20 };
  });
}

/** The texts of the room, in document order. */
function textsOf(type: { toArray(): unknown[] }): XmlText[] {
  return type.toArray().flatMap((child) => {
    if (child instanceof XmlText) return [child];
    return textsOf(child as { toArray(): unknown[] });
  });
}

/** Letters that each writer will type, written beforehand so that writing them costs the page nothing. */
function writersOf(
  count: number,
  letters: number,
  state: Uint8Array,
): readonly (readonly [Uint8Array, Uint8Array])[] {
  const rows = Array.from({ length: count }, (_, writer) => {
    const doc = new Doc();
    applyUpdate(doc, state);
    const awareness = new Awareness(doc);
    const texts = textsOf(doc.getXmlFragment(sharedTypes.text.document)).filter((text) => text.length > 40);
    const text = texts[Math.floor(((writer + 0.5) / count) * texts.length)];
    if (!text) throw new Error('no text to write in');
    return Array.from({ length: letters }, (_unused, index) => {
      let update = new Uint8Array();
      doc.once('update', (bytes: Uint8Array) => (update = new Uint8Array(bytes)));
      text.insert(20 + index, 'x');
      const place: unknown = relativePositionToJSON(createRelativePositionFromTypeIndex(text, 21 + index));
      awareness.setLocalState({
        user: { name: `Person ${String(writer)}`, institution: 'Verein', color: '#8a3b12' },
        cursor: { anchor: place, head: place },
      });
      return [update, encodeAwarenessUpdate(awareness, [awareness.clientID])] as const;
    });
  });
  return Array.from({ length: letters }, (_, letter) =>
    rows.flatMap((row) => row.slice(letter, letter + 1)),
  ).flat();
}

const page: EditorBenchPage = {
  async open(document_, which) {
    clearInterval(timer);
    opened?.destroy();
    const element = document.getElementById('text');
    if (!element) throw new Error('no element');
    element.replaceChildren();
    const doc = new Doc();
    writeDocument(doc, document_);
    const awareness = new Awareness(doc);
    await painted();
    const begun = performance.now();
    opened = (which === 'ours' ? ours : bare)(element, doc, awareness);
    return (await painted()) - begun;
  },
  mark: (count) => opened?.mark?.(count),
  focus: (share) => opened?.caretTo(share),
  startWriters(count, perSecond) {
    if (!opened) throw new Error('nothing is open');
    const { doc, awareness } = opened;
    const updates = writersOf(count, perSecond * 60, encodeStateAsUpdate(doc));
    let next = 0;
    received = 0;
    timer = setInterval(
      () => {
        const pair = updates[next];
        next += 1;
        if (!pair) return;
        applyUpdate(doc, pair[0], 'remote');
        applyAwarenessUpdate(awareness, pair[1], 'remote');
        received += 1;
      },
      1000 / (count * perSecond),
    );
  },
  stopWriters() {
    clearInterval(timer);
    return received;
  },
  painted,
  take() {
    const taken = times;
    times = [];
    return taken;
  },
};
(window as unknown as { bench: EditorBenchPage }).bench = page;
