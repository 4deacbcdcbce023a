import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokensOfBlock } from '../../../../../electron/host/import/heading-number.ts';
import { readPdf } from '../../../../../electron/host/import/pdf/read-pdf.ts';
import type { SourceDocument } from '../../../../../electron/host/import/source-document.ts';
import { auenbrueck } from './auenbrueck-text.ts';
import { drawnLines, drawnPdf } from './drawn-pdf.ts';
import { leitbildFodt } from './leitbild-fodt.ts';

const run = promisify(execFile);
let folder = '';
let source: SourceDocument;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'adapters-pdf-'));
  await writeFile(join(folder, 'leitbild.fodt'), leitbildFodt(auenbrueck));
  await run('soffice', [
    `-env:UserInstallation=file://${folder}/profile`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    join(folder, 'leitbild.fodt'),
  ]);
  const result = await readPdf(new Uint8Array(await readFile(join(folder, 'leitbild.pdf'))), 'leitbild.pdf');
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  source = result.value;
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('readPdf of a brochure that LibreOffice printed', () => {
  it('PDI3: gives every heading, paragraph and item of the text, word for word', () => {
    const plain = (text: string) => text.replaceAll(/\u00ad|\{\{\w+\}\}/g, '');
    const expected = auenbrueck.blocks.map((block) => [
      block.type === 'item'
        ? `item ${String(block.depth)}`
        : block.type === 'heading'
          ? `heading ${String(block.level)}`
          : block.type,
      plain(block.text),
    ]);
    const found = source.blocks
      .filter(({ type }) => type !== 'footnote')
      .map((block) => {
        const words = block.words.map((word) => `${word.spaceBefore ? ' ' : ''}${word.text}`).join('');
        if (block.type === 'heading') {
          return [`heading ${String(block.level)}`, block.number ? `${block.number.text} ${words}` : words];
        }
        return [block.type === 'listItem' ? `item ${String(block.depth)}` : block.type, words];
      });
    expect(found).toEqual(expected);
  });

  it('PDI4: hangs each footnote on its word', () => {
    const marked = source.blocks.flatMap(({ words }) =>
      words.filter((word) => word.footnoteMark !== undefined),
    );
    expect(marked.map(({ text, footnoteMark }) => `${text} ${footnoteMark ?? ''}`)).toEqual([
      'Ländern. 1',
      'Wir 2',
      'ein. 3',
    ]);
    const notes = source.blocks.filter((block) => block.type === 'footnote');
    expect(notes.map(({ mark, words }) => `${mark} ${words.map(({ text }) => text).join(' ')}`)).toEqual(
      Object.values(auenbrueck.notes).map((note, index) => `${String(index + 1)} ${note}`),
    );
  });

  it('PDI8: gives every token one place', () => {
    const placed = [...source.blocks.flatMap(tokensOfBlock), ...source.furniture.map(({ token }) => token)];
    expect(new Set(placed).size).toBe(placed.length);
    expect(placed.length).toBe(source.tokens.length);
  });
});

describe('readPdf of files that cannot be read', () => {
  it('PDI9: an encrypted PDF is refused as such', async () => {
    const plain = join(folder, 'plain.pdf');
    const locked = join(folder, 'locked.pdf');
    await writeFile(plain, drawnPdf([drawnLines(['Geheim'], 60, 700)]));
    await run('qpdf', ['--encrypt', 'offen', 'sesam', '256', '--', plain, locked]);
    expect(await readPdf(new Uint8Array(await readFile(locked)), 'locked.pdf')).toEqual({
      ok: false,
      error: { code: 'pdf-encrypted', details: { path: 'locked.pdf' } },
    });
  });
});
