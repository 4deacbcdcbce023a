import fc from 'fast-check';
import { zipSync } from 'fflate';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRegisterFile } from '../../../../electron/host/register/read-register-file.ts';
import {
  applyRegisterImport,
  previewRegisterImport,
  readRegister,
} from '../../../../electron/host/register/register-import.ts';
import { writeRegisterFile } from '../../../../electron/host/register/write-register-file.ts';
import { countVoices } from '../../../../shared/register/spoken.ts';
import { takesPart } from '../../../../shared/register/institution.ts';
import { toRegisterTable } from '../../../../shared/register/register-table.ts';
import { arbitraryRegister } from '../../../support/arbitrary-register.ts';
import { fill, fixedPorts, made, valueOf } from '../../../support/filled-workspace.ts';

const keep = { removeMissing: false, answers: [] };
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'register-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('reading', () => {
  const expected = [
    ['Name', 'Art'],
    ['Bürgerhaus „Süd“', 'Verein'],
    ['Zwei\nZeilen; und mehr', ''],
  ];
  const csv = 'Name;Art\r\nBürgerhaus „Süd“;Verein\r\n"Zwei\nZeilen; und mehr";';

  it.each([
    ['UTF-8', Buffer.from(csv)],
    ['UTF-8 with byte order mark', Buffer.from(`\uFEFF${csv}`)],
    ['UTF-16', Buffer.from(`\uFEFF${csv}`, 'utf16le')],
    ['Windows-1252', Buffer.from(csv.replace('„', '\u0084').replace('“', '\u0093'), 'latin1')],
    ['commas', Buffer.from('Name,Art\nBürgerhaus „Süd“,Verein\n"Zwei\nZeilen; und mehr",')],
  ])('REG8: reads %s', async (_, bytes) => {
    expect(await readRegisterFile(file('a.csv', bytes))).toEqual({ ok: true, value: expected });
  });

  it('REG9: refuses what is no register file, by name', async () => {
    const code = async (path: string) => {
      const result = await readRegisterFile(path);
      return result.ok ? null : result.error.code;
    };
    expect(await code(join(folder, 'fehlt.csv'))).toBe('file-missing');
    expect(await code(folder)).toBe('file-unreadable');
    expect(await code(file('leer.csv', ''))).toBe('file-empty');
    expect(await code(file('bild.csv', Buffer.from([1, 0, 2, 0, 3])))).toBe('register-format-unknown');
    expect(await code(file('zip.xlsx', Buffer.from('PK\u0003\u0004nonsense')))).toBe(
      'register-format-unknown',
    );
    expect(await code(file('brief.csv', '%PDF-1.7\n'))).toBe('register-format-unknown');
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(60 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await code(file('bombe.xlsx', Buffer.from(bomb)))).toBe('file-too-large');
    expect(await readRegisterFile(file('offen.csv', 'Name\n"Verein\nX'))).toMatchObject({
      error: { code: 'register-invalid', details: { reason: 'quotes-open' } },
    });
  });
});

describe('writing', () => {
  it.each(['csv', 'xlsx'])('REG6: a %s file holds the register, cell by cell', async (ending) => {
    const path = join(folder, `register.${ending}`);
    await fc.assert(
      fc.asyncProperty(arbitraryRegister, async (register) => {
        expect(await writeRegisterFile(path, register)).toEqual({ ok: true, value: undefined });
        const table = valueOf(await readRegisterFile(path));
        const [present, gone] = [true, false].map((wanted) =>
          register.filter(({ institution }) => takesPart(institution) === wanted),
        );
        const expected = toRegisterTable([...(present ?? []), ...(gone ?? [])]);
        expect(table.map((row) => row.map((cell) => cell.trim()))).toEqual(expected);
      }),
      { seed: 20260102, numRuns: ending === 'csv' ? 60 : 15 },
    );
    expect(readdirSync(folder)).toEqual([`register.${ending}`]);
  });

  it('tells an unknown ending and a folder that does not exist', async () => {
    expect(await writeRegisterFile(join(folder, 'a.ods'), [])).toMatchObject({
      error: { code: 'register-format-unknown' },
    });
    expect(await writeRegisterFile(join(folder, 'x', 'a.csv'), [])).toMatchObject({
      error: { code: 'file-unwritable' },
    });
  });
});

describe('workspace', () => {
  it.each(['csv', 'xlsx'])('REG6: export and import through %s changes nothing', async (ending) => {
    const workspace = made(join(folder, 'a.leitbild'));
    fill(workspace);
    const path = join(folder, `register.${ending}`);
    await writeRegisterFile(path, readRegister(workspace));
    const preview = valueOf(await previewRegisterImport(workspace, path, fixedPorts()));
    expect(preview.counts).toEqual({ new: 0, changed: 0, unchanged: 25, similar: 0, invalid: 0 });
    expect(applyRegisterImport(workspace, preview, keep, fixedPorts())).toEqual({
      ok: true,
      value: { written: 0, removed: 0, left: 0 },
    });
    workspace.close();
  });

  it('REG10: an import is shown first, then written whole, logged, and without effect a second time', async () => {
    const workspace = made(join(folder, 'a.leitbild'));
    const path = file('liste.csv', 'Name;Ansprechperson\nVerein;Frau Muster\nSchule;\n');
    const run = async () => valueOf(await previewRegisterImport(workspace, path, fixedPorts()));
    const first = await run();
    expect(readRegister(workspace)).toEqual([]);
    expect(applyRegisterImport(workspace, first, keep, fixedPorts())).toEqual({
      ok: true,
      value: { written: 2, removed: 0, left: 0 },
    });
    expect(
      readRegister(workspace).map(({ institution, contact }) => [institution.name, contact.person]),
    ).toEqual([
      ['Schule', ''],
      ['Verein', 'Frau Muster'],
    ]);
    expect((await run()).counts).toEqual({ new: 0, changed: 0, unchanged: 2, similar: 0, invalid: 0 });
    expect(workspace.audit.list().at(-1)).toMatchObject({
      action: 'register-imported',
      subject: '2 written, 0 removed',
    });
    const bad = file('bad.csv', 'Name;Sitze\nNeu;1\nKaputt;x\n');
    const preview = valueOf(await previewRegisterImport(workspace, bad, fixedPorts()));
    expect(applyRegisterImport(workspace, preview, keep, fixedPorts())).toMatchObject({
      error: { code: 'register-invalid', details: { path: bad, row: 3, column: 'Sitze' } },
    });
    expect(readRegister(workspace)).toHaveLength(2);
    workspace.close();
    expect(readFileSync(path, 'utf8')).toContain('Verein');
  });

  it('REG11: institutions that a file lacks stay, unless the file is to be the whole register', async () => {
    const workspace = made(join(folder, 'a.leitbild'));
    const run = async (content: string, removeMissing: boolean) => {
      const preview = valueOf(await previewRegisterImport(workspace, file('l.csv', content), fixedPorts()));
      return [
        preview.missing.map(({ institution }) => institution.name),
        applyRegisterImport(workspace, preview, { removeMissing, answers: [] }, fixedPorts()),
      ];
    };
    await run('Name;Ansprechperson;Kennung\nVerein;Frau Muster;v\nSchule;;s\n', false);
    const kept = { ok: true, value: { written: 1, removed: 0, left: 0 } };
    expect(await run('Name;Kennung\nAmt;a\n', false)).toEqual([['Schule', 'Verein'], kept]);
    const removed = { ok: true, value: { written: 0, removed: 2, left: 0 } };
    expect(await run('Name\nAmt\n', true)).toEqual([['Schule', 'Verein'], removed]);
    expect(readRegister(workspace).map(({ institution }) => institution.name)).toEqual(['Amt']);
    expect(workspace.rooms.load('contacts').getMap('contacts').size).toBe(0);
    workspace.close();
  });

  it('REG20: who was invited or has spoken is not removed by a file that lacks it, but leaves', async () => {
    const workspace = made(join(folder, 'a.leitbild'));
    fill(workspace);
    const path = file('leer.csv', 'Name;Kennung\nNur diese;nur-diese\n');
    const preview = valueOf(await previewRegisterImport(workspace, path, fixedPorts()));
    const before = readRegister(workspace);
    const spoken = workspace.rooms.load('voices');
    const bound = new Set<string>(countVoices(spoken).keys());
    for (const { institution } of workspace.invitations.list())
      if (institution !== null) bound.add(institution);
    expect(bound.size).toBeGreaterThan(0);
    const applied = valueOf(
      applyRegisterImport(workspace, preview, { removeMissing: true, answers: [] }, fixedPorts()),
    );
    const left = readRegister(workspace).filter(({ institution }) => institution.left === '2019-04-01');
    expect(applied).toEqual({ written: 1, removed: before.length - left.length, left: left.length });
    expect([...bound].every((id) => left.some(({ institution }) => institution.id === id))).toBe(true);
    expect(left.length).toBeLessThan(before.length);
    workspace.close();
  });
});
