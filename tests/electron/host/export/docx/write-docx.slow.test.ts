import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDocx } from '../../../../../electron/host/export/docx/write-docx.ts';
import type {
  PublishedGoal,
  PublishedSection,
  PublishedSubpoint,
  Run,
} from '../../../../../shared/publication/publication.ts';
import { sampleAssets, samplePublication } from '../../../../support/sample-publication.ts';
import { convertWithOffice, hasOffice } from '../../../../support/soffice.ts';

const edition = samplePublication('edition');

const plain = (runs: readonly Run[]): string =>
  runs
    .map((run) =>
      run.type === 'text' || run.type === 'reference' ? run.text : run.type === 'footnote' ? run.number : ' ',
    )
    .join('');

/** "a) dass jede Klasse …" for each goal and subpoint, in order. */
function printed(section: PublishedSection): string[] {
  const subpoint = (node: PublishedSubpoint | PublishedGoal): string[] => [
    `${node.shortNumber} ${plain(node.paragraphs[0] ?? [])}`,
    ...node.subpoints.flatMap(subpoint),
    ...('groups' in node ? node.groups.flatMap(({ goals }) => goals.flatMap(subpoint)) : []),
  ];
  return section.blocks.flatMap((block) => {
    if (block.type === 'section') return printed(block);
    return block.type === 'goalGroup' ? block.goals.flatMap(subpoint) : [];
  });
}

describe.skipIf(!hasOffice)('in LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leitbild-docx-'));
  let lines: string[];
  let content: string;

  beforeAll(async () => {
    const bytes = await writeDocx(edition, sampleAssets);
    const text = convertWithOffice(folder, 'edition.docx', bytes, 'txt:Text (encoded):UTF8');
    lines = strFromU8(text)
      .split(/\r?\n/)
      .map((line) => line.trim().replaceAll(/\s+/g, ' '));
    const odt = unzipSync(convertWithOffice(folder, 'edition.docx', bytes, 'odt'));
    content = strFromU8(odt['content.xml'] ?? new Uint8Array());
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('DOX2: every goal and subpoint stands there, in order, under the number of the model', () => {
    const expected = edition.parts.flatMap((part) => (part.type === 'section' ? printed(part) : []));
    expect(expected).toHaveLength(17);
    expect(lines.filter((line) => expected.includes(line))).toEqual(expected);
  });

  it('DOX2: lists keep their signs, their start and their levels', () => {
    for (const line of [
      '3. Zuerst das Handlungsfeld lesen.',
      '4. Dann die Ziele vergleichen:',
      '5. Zuletzt fragen, was fehlt.',
    ]) {
      expect(lines).toContain(line);
    }
    expect(content.match(/<text:list-item/g)).toHaveLength(14);
  });

  it('DOX3: all footnotes arrive as footnotes', () => {
    expect(content.match(/<text:note [^>]*text:note-class="footnote"/g)).toHaveLength(
      edition.footnotes.length,
    );
    expect(content).toContain('Gemeint sind Betriebe jeder Größe.');
  });

  it('DOX1: headings and contents arrive as such', () => {
    expect(content.match(/<text:h /g)).toHaveLength(19);
    expect(content.match(/<text:table-of-content /g)).toHaveLength(1);
    expect(content).toContain('column-count="2"');
  });
});

it('DOX8: another process, in another time zone, gives the same bytes', () => {
  const script = `
    import { createHash } from 'node:crypto';
    import { writeDocx } from './electron/host/export/docx/write-docx.ts';
    import { sampleAssets, samplePublication } from './tests/support/sample-publication.ts';
    const bytes = await writeDocx(samplePublication('draft'), sampleAssets);
    process.stdout.write(createHash('sha256').update(bytes).digest('hex'));`;
  const run = (zone: string): string =>
    execFileSync(process.execPath, ['--input-type=module-typescript', '--eval', script], {
      cwd: new URL('../../../../..', import.meta.url).pathname,
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });
  expect(run('Asia/Tokyo')).toBe(run('America/Lima'));
});
