import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPdfExporter } from '../../../../../electron/host/export/pdf/export-pdf.ts';
import { defaultPdfEngine, type PdfEngineName } from '../../../../../electron/host/export/pdf/pdf-engine.ts';
import type { PdfVariant } from '../../../../../electron/host/export/pdf/print-data.ts';
import type { Publication } from '../../../../../shared/publication/publication.ts';
import { readPdf } from '../../../../support/read-pdf.ts';
import { sampleAssets, samplePublication } from '../../../../support/sample-publication.ts';
import { hasTool, runTool } from '../../../../support/tools.ts';

const exporter = createPdfExporter();
const folder = mkdtempSync(join(tmpdir(), 'leitbild-pdf-'));
const engines: readonly PdfEngineName[] = defaultPdfEngine() === 'native' ? ['native', 'wasm'] : ['wasm'];
if (engines.length === 1) process.stderr.write('skipping tests of the native engine: not installed here\n');

afterAll(async () => {
  await exporter.close();
  rmSync(folder, { recursive: true });
});

async function exported(
  publication: Publication,
  variant: PdfVariant = 'edition',
  engine?: PdfEngineName,
): Promise<Uint8Array> {
  const result = await exporter.exportPdf(publication, sampleAssets, { variant, engine });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe.each(engines)('with the %s engine', (engine) => {
  it('PDF1: the same edition gives the same bytes, in another process too', async () => {
    const first = hashOf(await exported(samplePublication(), 'edition', engine));
    await exported(samplePublication('draft'), 'edition', engine);
    expect(hashOf(await exported(samplePublication(), 'edition', engine))).toBe(first);
    const script = fileURLToPath(new URL('./export-in-process.ts', import.meta.url));
    const elsewhere = execFileSync(process.execPath, [script, engine], {
      encoding: 'utf8',
      env: { ...process.env, TZ: 'Pacific/Auckland', LC_ALL: 'C' },
      cwd: folder,
    });
    expect(elsewhere).toBe(first);
  });

  it('PDF2: only what was checked claims PDF/UA-1, in its metadata and in its imprint', async () => {
    const checked = engine === 'native';
    const edition = await readPdf(await exported(samplePublication(), 'edition', engine));
    expect(edition.metadata.includes('<pdfuaid:part>1</pdfuaid:part>')).toBe(checked);
    expect(edition.pages[1]?.includes('PDF/UA-1')).toBe(checked);
    const workingCopy = await readPdf(await exported(samplePublication(), 'workingCopy', engine));
    expect(workingCopy.metadata).not.toContain('pdfuaid');
    expect(workingCopy.pages.join(' ')).not.toContain('PDF/UA');
  });

  it('PDF3: text that looks like Typst, JSON or HTML is printed as it stands', async () => {
    const subtitle = '#panic("x") *a* $x^2$ \\u{41} "q" <b> {"k": 1} // k';
    const { pages } = await readPdf(await exported({ ...samplePublication(), subtitle }, 'edition', engine));
    expect(pages[0]?.replaceAll(/\s+/g, ' ')).toContain(subtitle);
  });

  it('PDF7: headings are bookmarks, contents and references are links', async () => {
    const { bookmarks, links, language } = await readPdf(
      await exported(samplePublication(), 'edition', engine),
    );
    expect(bookmarks.slice(0, 9)).toEqual([
      'Impressum',
      'Inhalt',
      'Grußwort – Henrike Solbach',
      'Ein Wort aus dem Integrationsrat',
      'Wie dieses Leitbild zu lesen ist',
      '1 Unsere Haltung',
      '  1.1 Begriffe',
      '    1.1.1 Abgrenzung',
      '2 Handlungsfelder',
    ]);
    expect(bookmarks).toContain('    Teilziele Ausbildung');
    expect(links[2]?.inside).toBeGreaterThanOrEqual(9);
    expect(links.flatMap(({ outside }) => outside)).toContain(
      'https://auenbrueck.example/beschluss?jahr=2017&nr=3',
    );
    expect(language).toBe('de-DE');
  });
});

it('PDF6: a draft says so on every page, and has neither adoption nor hash', async () => {
  const draft = await readPdf(await exported(samplePublication('draft')));
  for (const page of draft.pages) expect(page).toContain('ENTWURF');
  const text = draft.pages.join('\n');
  expect(text).toContain('Stand des Entwurfs: 3. Februar 2025');
  expect(text).not.toContain('Prüfsumme');
  expect(text).not.toContain('Beschlossen durch');
  const edition = await readPdf(await exported(samplePublication()));
  expect(edition.pages.join('\n')).not.toContain('ENTWURF');
});

it('prints edition, adoption and hash on the imprint', async () => {
  const publication = samplePublication();
  const { pages } = await readPdf(await exported(publication));
  const imprint = pages[1]?.replaceAll(/\s+/g, ' ') ?? '';
  expect(imprint).toContain('Rat der Stadt Auenbrück, 12. Juni 2019');
  expect(imprint).toContain('V/0417/2019');
  expect(imprint).toContain(publication.hash?.match(/.{8}/g)?.join(' '));
});

it('PDF8: running heads name the heading that is valid on the page first', async () => {
  const { pages } = await readPdf(await exported(samplePublication()));
  expect(pages[8]).toMatch(/^2 Handlungsfelder\s*2\.2 Wohnen und Nachbarschaft\n/);
  expect(pages[7]).toMatch(/^2\s*Handlungsfelder\n/);
});

it('PDF10: a working copy numbers the lines of each page and quotes goals in full', async () => {
  const { pages } = await readPdf(await exported(samplePublication('draft'), 'workingCopy'));
  const text = pages.join('\n');
  expect(text).toContain('2.1.T1');
  expect(text).toContain('2.2.L1.H1.M1');
  for (const page of pages) {
    expect(page).toContain('Arbeitsfassung · Stand 3. Februar 2025');
    expect(page).toContain('Notizen');
  }
  expect(pages.slice(1).every((page) => /(^|\n)1(\n|\s)/.test(page))).toBe(true);
});

it('names characters that cannot be printed, and sets nothing', async () => {
  const phases: string[] = [];
  const result = await exporter.exportPdf({ ...samplePublication(), subtitle: '漢字' }, sampleAssets, {
    variant: 'edition',
    onProgress: ({ phase }) => phases.push(phase),
  });
  expect(result).toMatchObject({ ok: false, error: { code: 'glyph-missing' } });
  expect(phases).toEqual(['loading', 'checking']);
});

it('can be cancelled, and goes on with the next export', async () => {
  const stop = new AbortController();
  const result = await exporter.exportPdf(samplePublication(), sampleAssets, {
    variant: 'edition',
    signal: stop.signal,
    onProgress: ({ phase }) => {
      if (phase === 'typesetting') stop.abort();
    },
  });
  expect(result).toEqual({ ok: false, error: { code: 'cancelled', details: { phase: 'typesetting' } } });
  expect((await exported(samplePublication())).length).toBeGreaterThan(50_000);
});

it('reports a damaged picture as a failure of typesetting', async () => {
  const assets = new Map([...sampleAssets.keys()].map((id) => [id, new Uint8Array([1, 2, 3])] as const));
  const result = await exporter.exportPdf(samplePublication(), assets, { variant: 'edition' });
  expect(result).toMatchObject({ ok: false, error: { code: 'typesetting-failed' } });
});

it.skipIf(engines.length === 1)('PDF5: a font of the system never takes the place of a shipped one', () => {
  const home = mkdtempSync(join(folder, 'home-'));
  const fonts = join(home, '.local/share/fonts');
  mkdirSync(fonts, { recursive: true });
  writeFileSync(join(fonts, 'impostor.ttf'), blackAsRegular());
  const script = fileURLToPath(new URL('./export-in-process.ts', import.meta.url));
  const run = (HOME: string): string =>
    execFileSync(process.execPath, [script, 'native'], { encoding: 'utf8', env: { ...process.env, HOME } });
  expect(run(home)).toBe(run(folder));
});

/** Source Sans 3 Black that says it is Regular. */
function blackAsRegular(): Buffer {
  const font = readFileSync(
    fileURLToPath(import.meta.resolve('@expo-google-fonts/source-sans-3/900Black/SourceSans3_900Black.ttf')),
  );
  for (let entry = 12; entry < 12 + 16 * font.readUInt16BE(4); entry += 16) {
    if (font.toString('latin1', entry, entry + 4) === 'OS/2') {
      font.writeUInt16BE(400, font.readUInt32BE(entry + 8) + 4);
    }
  }
  return font;
}

describe.skipIf(!hasTool('pdfinfo') || !hasTool('qpdf'))('by the structure of the file', () => {
  const file = join(folder, 'edition.pdf');
  let structure = '';

  beforeAll(async () => {
    writeFileSync(file, await exported(samplePublication('draft')));
    structure = runTool('pdfinfo', '-enc', 'UTF-8', '-struct-text', file);
  });

  it('is sound, tagged, and embeds all its fonts', () => {
    expect(runTool('qpdf', '--check', file)).toContain('No syntax or stream encoding errors');
    expect(runTool('pdfinfo', file)).toMatch(/Tagged:\s+yes/);
    const fonts = runTool('pdffonts', file).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(3);
    for (const font of fonts) expect(font).toMatch(/Source(Sans3|Serif4)-.* yes yes yes /);
  });

  it('PDF9: reads in the order of the text, and leaves out heads, feet and watermark', () => {
    const order = [
      'H1 "Impressum"',
      'H1 "Inhalt"',
      'TOC',
      '"Liebe Bürgerinnen und Bürger,"',
      'H1 "Ein Wort aus dem Integrationsrat"',
      'H1 "1 Unsere Haltung"',
      'H2 "1.1 Begriffe"',
      'H3 "1.1.1 Abgrenzung"',
      'H2 "2.1 Arbeit und Ausbildung"',
      'H3 "Leitziel"',
      '"L1"',
      'H3 "Teilziele Ausbildung"',
      '"T1"',
      'H1 "3 Beteiligte Institutionen"',
    ].map((mark) => structure.indexOf(mark));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(structure).not.toContain('· ENTWURF');
    expect(structure.match(/ENTWURF/g)).toHaveLength(2);
  });

  it('PDF9: footnotes are notes at their mark, goals are list items with their number as label', () => {
    expect(structure).toMatch(/Note <Note 1>/);
    expect(structure).toMatch(/LI \(block\)\s+Lbl \(block\)\s+"T1"\s+LBody \(block\)/);
    expect(structure).toMatch(/TOCI\s+Reference/);
    expect(structure).toMatch(/Figure/);
  });
});
