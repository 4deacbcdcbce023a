import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../shared/schema/parse-document.ts';
import { leitbildSchema } from '../../../shared/schema/leitbild-schema.ts';
import { canonicalJson } from '../../../shared/editions/canonical-json.ts';
import { arbitraryDocument } from '../../support/arbitrary-document.ts';
import { sampleDocument } from '../../support/sample-document.ts';

const chapter = (...content: unknown[]) => ({
  type: 'leitbild',
  content: [{ type: 'chapter', attrs: { id: 'c', origins: [] }, content }],
});
const heading = { type: 'heading', content: [{ type: 'text', text: 'Kapitel' }] };
const paragraph = (id: string | null, ...content: unknown[]) => ({
  type: 'paragraph',
  attrs: { id },
  content,
});

function faultOf(value: unknown): unknown {
  const parsed = parseDocument(value, 'datei');
  return parsed.ok ? undefined : parsed.error;
}

/** The same document with texts cut every few characters, and the keys of every object turned round. */
function scattered(value: unknown, step: number): unknown {
  if (Array.isArray(value)) return value.flatMap((item) => cut(scattered(item, step), step));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, member]) => [key, scattered(member, step)] as const)
      .toReversed(),
  );
}

function cut(value: unknown, step: number): unknown[] {
  if (typeof value !== 'object' || value === null || !('text' in value)) return [value];
  const characters = Array.from(String(value.text));
  const pieces: unknown[] = [];
  for (let at = 0; at < characters.length; at += step) {
    pieces.push({ ...value, text: characters.slice(at, at + step).join('') });
  }
  return pieces;
}

describe('parseDocument', () => {
  it('DOC1: takes a document with every type of node and leaves it as it is', () => {
    const document = sampleDocument();
    const parsed = parseDocument(document);
    expect(parsed).toEqual({ ok: true, value: leitbildSchema.nodeFromJSON(document).toJSON() as unknown });
  });

  it('DOC2: gives equal texts one form: joined text, NFC, all attributes', () => {
    const composed = parseDocument(chapter(heading, paragraph('p', { type: 'text', text: 'Bürgerschaft' })));
    const scattered = parseDocument(
      chapter(
        {
          type: 'heading',
          content: [
            { type: 'text', text: 'Kap' },
            { type: 'text', text: '' },
            { type: 'text', text: 'itel' },
          ],
        },
        {
          ...paragraph('p', { type: 'text', text: 'Bu\u0308rger' }, { type: 'text', text: 'schaft' }),
          attrs: { origins: [], id: 'p' },
        },
      ),
    );
    expect(canonicalJson(scattered)).toBe(canonicalJson(composed));
  });

  it('DOC2: is in its one form once it was read, whatever was joined in it', () => {
    const pieces = fc.array(fc.constantFrom('e', '\u0301', 'Wort ', '\u1100', '\u1161', 'ö'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(pieces, (texts) => {
        const content = texts.map((text) => ({ type: 'text', text }));
        const once = parseDocument(chapter(heading, paragraph('p', ...content)));
        if (!once.ok) throw new Error(JSON.stringify(once.error));
        expect(parseDocument(once.value)).toEqual(once);
        expect(canonicalJson(once.value)).toBe(canonicalJson(once.value).normalize('NFC'));
      }),
    );
  });

  it('DOC2: has one canonical form however its text is cut and its keys are ordered', () => {
    fc.assert(
      fc.property(arbitraryDocument(), fc.integer({ min: 1, max: 5 }), (document, step) => {
        const other = parseDocument(scattered(document, step));
        expect(other).toEqual({ ok: true, value: document });
        if (other.ok) expect(canonicalJson(other.value)).toBe(canonicalJson(document));
      }),
      { seed: 20191211, numRuns: 100 },
    );
  });

  it('DOC3: refuses a node without id and an id given twice, naming the place', () => {
    expect(faultOf(chapter(heading, paragraph(null)))).toMatchObject({
      code: 'document-invalid',
      details: { path: 'datei', place: '0.1', reason: 'a paragraph without id' },
    });
    expect(faultOf(chapter(heading, paragraph('p'), paragraph('p')))).toMatchObject({
      details: { place: '0.2', reason: 'twice the same id: p' },
    });
  });

  it('DOC4: refuses what the schema does not allow, naming the deepest place', () => {
    const goalInChapter = { type: 'goal', attrs: { id: 'g' }, content: [paragraph('p')] };
    expect(faultOf(chapter(heading, goalInChapter))).toMatchObject({ details: { place: '0' } });
    const unsafe = {
      type: 'text',
      text: 'x',
      marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
    };
    expect(faultOf(chapter(heading, paragraph('p', unsafe)))).toMatchObject({ details: { place: '0.1.0' } });
    expect(faultOf({ type: 'unheard-of' })).toMatchObject({ code: 'document-invalid' });
    expect(faultOf(null)).toMatchObject({ code: 'document-invalid' });
    expect(faultOf(heading)).toMatchObject({ details: { reason: 'not a document but a heading' } });
  });

  it('DOC4: refuses what is nested so deep that no stack would suffice, before going into it', () => {
    const nest = (open: string, close: string): unknown =>
      JSON.parse(`{"type":"leitbild","content":[${open.repeat(50_000)}${close.repeat(50_000)}]}`);
    const lists = '{"type":"bulletList","content":[{"type":"listItem","content":[';
    expect(faultOf(nest(lists, ']}]}'))).toMatchObject({ details: { reason: 'nested too deep' } });
    expect(faultOf(nest('{"type":"chapter","content":[', ']}'))).toMatchObject({
      details: { reason: 'nested too deep' },
    });
  });

  it('DOC5: refuses control characters in text', () => {
    expect(faultOf(chapter(heading, paragraph('p', { type: 'text', text: 'a\u0002b' })))).toMatchObject({
      details: {
        place: '0.1.0',
        reason: expect.stringMatching(/^control character U\+[0-9A-F]{4} after “.*”$/su) as string,
      },
    });
  });
});
