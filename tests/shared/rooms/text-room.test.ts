import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement } from 'yjs';
import { nodeId } from '../../../shared/ids/ids.ts';
import { sharedTypes } from '../../../shared/rooms/rooms.ts';
import { readDocument, readHeader, writeDocument, writeHeader } from '../../../shared/rooms/text-room.ts';
import type { Chapter, HardBreak, LeitbildDocument, Paragraph } from '../../../shared/schema/document.ts';
import { parseDocument } from '../../../shared/schema/parse-document.ts';
import { arbitraryDocument } from '../../support/arbitrary-document.ts';
import { arbitraryRevision } from '../../support/arbitrary-revision.ts';

const seed = 20140701;

function read(doc: Doc): LeitbildDocument {
  const result = readDocument(doc);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function copyOf(doc: Doc): Doc {
  const copy = new Doc();
  applyUpdate(copy, encodeStateAsUpdate(doc));
  return copy;
}

function paragraph(id: string, text: string): Paragraph {
  const attrs = { id: nodeId(id), origins: [nodeId('o1'), nodeId('o2')] };
  return { type: 'paragraph', attrs, ...(text === '' ? {} : { content: [{ type: 'text', text }] }) };
}

function chapter(id: string, ...paragraphs: readonly Paragraph[]): LeitbildDocument {
  const content: Chapter = {
    type: 'chapter',
    attrs: { id: nodeId(id), origins: [nodeId('o3')] },
    content: [{ type: 'heading', content: [{ type: 'text', text: 'Kapitel' }] }, ...paragraphs],
  };
  return { type: 'leitbild', content: [content] };
}

describe('round trip', () => {
  it('ROM1: every valid document comes back from a room as it was, on another machine too', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const doc = new Doc();
        writeDocument(doc, document);
        expect(read(doc)).toEqual(document);
        expect(read(copyOf(doc))).toEqual(document);
      }),
      { seed, numRuns: 120 },
    );
  });

  it('ROM1: a revision written over a document comes back as it is', () => {
    fc.assert(
      fc.property(arbitraryRevision(), ([before, after]) => {
        const doc = new Doc();
        writeDocument(doc, before);
        writeDocument(doc, after);
        expect(read(copyOf(doc))).toEqual(after);
      }),
      { seed, numRuns: 80 },
    );
  });

  it('ROM1: any two documents can follow each other in one room', () => {
    fc.assert(
      fc.property(arbitraryDocument(), arbitraryDocument(), (before, after) => {
        const doc = new Doc();
        writeDocument(doc, before);
        writeDocument(doc, after);
        expect(read(doc)).toEqual(after);
      }),
      { seed, numRuns: 60 },
    );
  });

  it('DOC2: a generated document is in its one form already', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        expect(parseDocument(document)).toEqual({ ok: true, value: document });
      }),
      { seed, numRuns: 50 },
    );
  });
});

describe('smallest change', () => {
  it('ROM2: writing what the room holds already changes nothing', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const doc = new Doc();
        writeDocument(doc, document);
        let updates = 0;
        doc.on('update', () => (updates += 1));
        writeDocument(doc, structuredClone(document));
        expect(updates).toBe(0);
      }),
      { seed, numRuns: 40 },
    );
  });

  it('ROM2: a change of one word leaves the attributes of its ancestors and the text around it alone', () => {
    const doc = new Doc();
    writeDocument(doc, chapter('c1', paragraph('p1', 'Alle lernen Deutsch.'), paragraph('p2', 'Zweitens.')));
    const sizes: number[] = [];
    doc.on('update', (update: Uint8Array) => sizes.push(update.length));
    writeDocument(
      doc,
      chapter('c1', paragraph('p1', 'Alle lernen gern Deutsch.'), paragraph('p2', 'Zweitens.')),
    );
    expect(sizes).toHaveLength(1);
    expect(sizes[0]).toBeLessThan(40);
  });

  it('ROM2: edits of two people in different paragraphs both survive', () => {
    const mine = new Doc();
    writeDocument(mine, chapter('c1', paragraph('p1', 'Eins.'), paragraph('p2', 'Zwei.')));
    const yours = copyOf(mine);
    writeDocument(mine, chapter('c1', paragraph('p1', 'Eins und mehr.'), paragraph('p2', 'Zwei.')));
    writeDocument(yours, chapter('c1', paragraph('p1', 'Eins.'), paragraph('p2', 'Zwei, aber kürzer.')));
    applyUpdate(mine, encodeStateAsUpdate(yours));
    expect(read(mine)).toEqual(
      chapter('c1', paragraph('p1', 'Eins und mehr.'), paragraph('p2', 'Zwei, aber kürzer.')),
    );
  });
});

describe('what does not fit', () => {
  it('ROM3: a document that the schema refuses is not written', () => {
    const doc = new Doc();
    const broken = { type: 'leitbild', content: [{ type: 'paragraph' }] } as unknown as LeitbildDocument;
    expect(() => writeDocument(doc, broken)).toThrow(RangeError);
    expect(read(doc)).toEqual({ type: 'leitbild' });
  });

  it('ROM3: content that a merge left invalid is told, not dropped', () => {
    const doc = new Doc();
    const fragment = doc.getXmlFragment(sharedTypes.text.document);
    fragment.insert(0, [new XmlElement('bulletList')]);
    expect(readDocument(doc, 'a.leitbild')).toMatchObject({
      ok: false,
      error: { code: 'document-invalid', details: { path: 'a.leitbild' } },
    });
    expect(fragment.length).toBe(1);
  });

  it('ROM3: an unknown type and a node without id are told', () => {
    const unknown = new Doc();
    unknown.getXmlFragment(sharedTypes.text.document).insert(0, [new XmlElement('video')]);
    expect(readDocument(unknown)).toMatchObject({ ok: false, error: { code: 'document-invalid' } });
    const nameless = new Doc();
    nameless.getXmlFragment(sharedTypes.text.document).insert(0, [new XmlElement('foreword')]);
    expect(readDocument(nameless)).toMatchObject({
      ok: false,
      error: { code: 'document-invalid', details: { reason: 'a foreword without id' } },
    });
  });

  it('ROM4: marks on anything but text are left out, and split text is joined', () => {
    const attrs = { id: nodeId('p1'), origins: [] };
    const strong = [{ type: 'strong' }] as const;
    const written: LeitbildDocument = {
      type: 'leitbild',
      content: [
        {
          type: 'foreword',
          attrs: { id: nodeId('f1'), origins: [], portrait: null },
          content: [
            {
              type: 'paragraph',
              attrs,
              content: [
                { type: 'text', text: 'Gu' },
                { type: 'text', text: 'ten' },
                { type: 'hardBreak', marks: strong } as HardBreak,
              ],
            },
          ],
        },
      ],
    };
    const doc = new Doc();
    writeDocument(doc, written);
    expect(parseDocument(written)).toEqual({ ok: true, value: read(doc) });
    expect(JSON.stringify(read(doc))).not.toContain('strong');
    expect(JSON.stringify(read(doc))).toContain('"Guten"');
  });
});

it('reads the header that was written, and empty words before', () => {
  const doc = new Doc();
  expect(readHeader(doc)).toEqual({ title: '', subtitle: '', municipality: '' });
  const header = { title: 'Leitbild', subtitle: 'für alle', municipality: 'Stadt Musterfurt' };
  writeHeader(doc, header);
  expect(readHeader(copyOf(doc))).toEqual(header);
  let updates = 0;
  doc.on('update', () => (updates += 1));
  writeHeader(doc, header);
  expect(updates).toBe(0);
});

it('a room that somebody has nested without end in a file is told to be invalid', () => {
  const doc = new Doc();
  doc.transact(() => {
    let around: XmlElement | null = null;
    for (let level = 0; level < 20_000; level += 1) {
      const inner: XmlElement = new XmlElement(level % 2 === 0 ? 'bulletList' : 'listItem');
      if (around === null) doc.getXmlFragment(sharedTypes.text.document).insert(0, [inner]);
      else around.insert(0, [inner]);
      around = inner;
    }
  });
  expect(readDocument(doc)).toMatchObject({ error: { code: 'document-invalid' } });
});
