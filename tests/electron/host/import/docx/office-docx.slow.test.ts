import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../../../electron/host/import/docx/read-docx.ts';
import { leitbildDocx } from './sample-docx.ts';

const html = `<html lang="de"><body>
<h1>6 Ziele</h1><p>Auenbrück ist <b>bunt</b>.<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p>
<h2>6.1 Arbeit</h2>
<ul><li>Arbeit ist fair.<ul><li>Auch in Teilzeit.</li></ul></li><li>Arbeit ist sicher.</li></ul>
<ol><li>Erstens</li><li>Zweitens</li></ol>
<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> Siehe Vorwort.</p></div>
</body></html>`;

describe('readDocx with a ZIP bomb', () => {
  it('DCX6: what unpacks to more than the limit is refused before it is unpacked', async () => {
    const parts = unzipSync(await leitbildDocx());
    const bomb = zipSync({ ...parts, 'word/huge.xml': new Uint8Array(210_000_000) }, { level: 1 });
    expect(await readDocx(bomb, 'probe.docx')).toMatchObject({
      error: { code: 'docx-damaged', details: { reason: 'it unpacks to more than 200 MB' } },
    });
  });
});

describe('readDocx with files of LibreOffice', () => {
  it('DCX7: headings, nested lists and footnotes of another program are found', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'adapters-docx-'));
    try {
      await writeFile(join(folder, 'probe.html'), html);
      const office = [`-env:UserInstallation=file://${folder}/profile`, '--headless'];
      await promisify(execFile)('soffice', [
        ...office,
        '--infilter=HTML (StarWriter)',
        '--convert-to',
        'docx:MS Word 2007 XML',
        '--outdir',
        folder,
        join(folder, 'probe.html'),
      ]);
      const result = await readDocx(new Uint8Array(await readFile(join(folder, 'probe.docx'))), 'probe.docx');
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      const shape = result.value.blocks.map((block) => [
        block.type === 'listItem'
          ? `item ${String(block.depth)}${block.ordered ? ' ordered' : ''}`
          : block.type,
        block.words
          .map(({ text, footnoteMark }) => `${text}${footnoteMark ? `[${footnoteMark}]` : ''}`)
          .join(' '),
      ]);
      expect(shape).toEqual([
        ['heading', 'Ziele'],
        ['paragraph', 'Auenbrück ist bunt .[1]'],
        ['heading', 'Arbeit'],
        ['item 1', 'Arbeit ist fair.'],
        ['item 2', 'Auch in Teilzeit.'],
        ['item 1', 'Arbeit ist sicher.'],
        ['item 1 ordered', 'Erstens'],
        ['item 1 ordered', 'Zweitens'],
        ['footnote', 'Siehe Vorwort.'],
      ]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
