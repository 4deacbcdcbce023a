import { describe, expect, it } from 'vitest';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { documentOfUpdate, notTaken } from '../../../../renderer/features/status/not-taken.ts';
import { writeDocument } from '../../../../shared/rooms/text-room.ts';
import type { LeitbildDocument } from '../../../../shared/schema/document.ts';
import { sampleDocument } from '../../../support/sample-document.ts';
import { sampleProfile } from '../../../support/sample-profile.ts';

function changed(from: string, to: string): LeitbildDocument {
  return JSON.parse(JSON.stringify(sampleDocument()).replace(from, to)) as LeitbildDocument;
}

/** Words of the document that stand there once. */
function someWords(): string {
  const text = JSON.stringify(sampleDocument());
  const found = [...text.matchAll(/"text":"([^"\\]{12,})"/g)].map((match) => match[1] ?? '');
  const words = found.find((one) => text.split(one).length === 2);
  if (words === undefined) throw new Error('the document has no words');
  return words;
}

describe('what the host did not take', () => {
  it('is what the own text says and the host does not, with the words of both', () => {
    const words = someWords();
    const own = changed(words, `${words} Von hier.`);
    const parts = notTaken(own, sampleDocument(), sampleProfile);
    expect(parts).toHaveLength(1);
    expect(parts[0]?.own).toContain('Von hier.');
    expect(parts[0]?.words.some(({ type, text }) => type === 'inserted' && text.includes('hier'))).toBe(true);
  });

  it('names what was deleted here as the host does', () => {
    const { content = [], ...rest } = sampleDocument();
    const parts = notTaken({ ...rest, content: content.slice(0, -1) }, sampleDocument(), sampleProfile);
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.filter(({ name, own }) => name === '' || own !== '')).toEqual([]);
  });

  it('is nothing where both say the same', () => {
    expect(notTaken(sampleDocument(), sampleDocument(), sampleProfile)).toEqual([]);
  });

  it('is read from the update that the window held', () => {
    const doc = new Doc();
    writeDocument(doc, sampleDocument());
    expect(documentOfUpdate(encodeStateAsUpdate(doc))).toEqual(sampleDocument());
  });
});
