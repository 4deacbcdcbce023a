import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx, type DocxOptions } from '../../../../../electron/host/import/docx/read-docx.ts';
import { tokensOfBlock } from '../../../../../electron/host/import/heading-number.ts';
import type { SourceBlock, SourceDocument } from '../../../../../electron/host/import/source-document.ts';
import { docxWithObjects, docxWithTrackedChanges, leitbildDocx } from './sample-docx.ts';

async function read(bytes: Uint8Array, options?: DocxOptions): Promise<SourceDocument> {
  const result = await readDocx(bytes, 'probe.docx', options);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const wordsOf = (block: SourceBlock) =>
  block.words.map((word) => `${word.spaceBefore ? ' ' : word.breakBefore ? '|' : ''}${word.text}`).join('');

describe('readDocx', () => {
  it('DCX1: headings come from style names, outline levels and bold lines; lists keep depth and kind', async () => {
    const source = await read(await leitbildDocx());
    const shape = source.blocks.map((block) => [
      block.type,
      block.type === 'heading' ? block.level : block.type === 'listItem' ? block.depth : 0,
      wordsOf(block),
    ]);
    expect(shape).toEqual([
      ['heading', 1, 'Ziele'],
      ['paragraph', 0, 'Wir stärken Vereine; siehe dort.'],
      ['heading', 2, 'Arbeit'],
      ['heading', 0, 'Leitziele'],
      ['listItem', 1, 'Arbeit ist fair.'],
      ['listItem', 2, 'Auch in Teilzeit.'],
      ['listItem', 1, 'Ein Bulletpunkt'],
      ['listItem', 1, 'Getippter Punkt'],
      ['paragraph', 0, 'Erste Zeile|zweite Zeile'],
      ['footnote', 0, 'Auch kleine.|Und neue.'],
    ]);
    expect(source.header.title).toBe('Leitbild Zusammenleben');
    expect(source.blocks.map((block) => (block.type === 'listItem' ? block.ordered : null))).toEqual([
      null,
      null,
      null,
      null,
      true,
      true,
      false,
      false,
      null,
      null,
    ]);
  });

  it('DCX2: footnotes keep mark and place, words their marks and links', async () => {
    const source = await read(await leitbildDocx());
    const words = source.blocks[1]?.words ?? [];
    expect(words.find(({ text }) => text === 'Vereine')?.footnoteMark).toBe('1');
    expect(words.find(({ text }) => text === 'stärken')?.strong).toBe(true);
    expect(words.find(({ text }) => text === 'dort')?.href).toBe('https://example.org/');
    expect(source.blocks.at(-1)).toMatchObject({ type: 'footnote', mark: '1' });
  });

  it('DCX3: every token is in exactly one block or is furniture, headers and contents included', async () => {
    for (const bytes of [await leitbildDocx(), await docxWithObjects()]) {
      const source = await read(bytes);
      const placed = [...source.blocks.flatMap(tokensOfBlock), ...source.furniture.map(({ token }) => token)];
      const key = ({ line, column }: { line: number; column: number }) => `${String(line)}:${String(column)}`;
      expect(placed.map(key).sort()).toEqual(source.tokens.map(key).sort());
      expect(new Set(placed.map(key)).size).toBe(placed.length);
      const kinds = new Set(source.furniture.map(({ as }) => as));
      expect(kinds.has('header') && kinds.has('footer')).toBe(true);
    }
  });

  it('DCX4: tracked changes are refused with their count and places', async () => {
    expect(await readDocx(await docxWithTrackedChanges(), 'probe.docx')).toEqual({
      ok: false,
      error: {
        code: 'docx-tracked-changes',
        details: {
          path: 'probe.docx',
          insertions: 1,
          deletions: 2,
          places: ['2 - könnten', '2 + werden & wollen', '2 - Vielleicht.'],
        },
      },
    });
  });

  it('DCX4: accepted, insertions count and deletions vanish, with a warning', async () => {
    const source = await read(await docxWithTrackedChanges(), { acceptTrackedChanges: true });
    expect(source.blocks.map(wordsOf)).toEqual(['Ein Absatz davor.', 'Wir werden & wollen handeln.']);
    expect(source.warnings).toEqual([{ code: 'tracked-changes-accepted', line: 2, detail: '+1 −2' }]);
  });

  it('DCX5: pictures, tables and comments are named', async () => {
    const source = await read(await docxWithObjects());
    expect(source.warnings.map(({ code, detail }) => [code, detail.trim()])).toEqual([
      ['image-left-out', ''],
      ['table-flattened', 'Zelle A Zelle B'],
      ['comment-left-out', 'Bitte streichen'],
    ]);
    expect(source.blocks.map(wordsOf)).toEqual(['Bild:', 'Zelle A', 'Zelle B', 'Strittig.']);
  });

  it('DCX6: what is no whole DOCX is refused, and says what it is', async () => {
    const whole = await leitbildDocx();
    const parts = unzipSync(whole);
    const cutXml = (parts['word/document.xml'] ?? new Uint8Array()).slice(0, -20);
    const cases: [Uint8Array, RegExp][] = [
      [new TextEncoder().encode('Kein Word'), /not a ZIP/],
      [whole.slice(0, whole.length >> 1), /cut off/],
      [zipSync({ 'notiz.txt': new Uint8Array([1]) }), /without a Word document/],
      [zipSync({ 'xl/workbook.xml': new Uint8Array([1]) }), /Excel/],
      [zipSync({ ...parts, 'word/document.xml': cutXml }), /document\.xml is cut off/],
      [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0]), /encrypted/],
    ];
    for (const [bytes, reason] of cases) {
      const result = await readDocx(bytes, 'probe.docx');
      if (result.ok || result.error.code !== 'docx-damaged') throw new Error(JSON.stringify(result));
      expect(result.error.details.reason).toMatch(reason);
    }
    expect(await readDocx(new Uint8Array(), 'a.docx')).toMatchObject({ error: { code: 'file-empty' } });
  });
});
