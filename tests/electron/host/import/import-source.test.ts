import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyImport, planImport, type ImportPlan } from '../../../../electron/host/import/import-source.ts';
import { detectFormat, MAX_SOURCE_BYTES, readSource } from '../../../../electron/host/import/read-source.ts';
import { undoImport } from '../../../../electron/host/import/undo-import.ts';
import { setHeader } from '../../../../electron/host/editions/set-header.ts';
import type { HostPorts } from '../../../../electron/host/ports.ts';
import { editRoom } from '../../../../electron/host/workspace/edit-room.ts';
import { createWorkspace } from '../../../../electron/host/workspace/open-workspace.ts';
import type { Workspace } from '../../../../electron/host/workspace/workspace.ts';
import { createCountingIds } from '../../../../shared/ids/ids.ts';
import { listInstitutions } from '../../../../shared/rooms/register-room.ts';
import { readDocument, readHeader, writeHeader } from '../../../../shared/rooms/text-room.ts';
import { shippedProfile } from '../../../support/standard-profile.ts';

const text =
  '1 Ziele\n\n1.1 Ufer\n\nLeitziele\n\n• Das Ufer gehört allen.\n\n2 Beteiligte\n\nWerftverein e.V.\nChor am Kai\n';
const bytesOf = (source: string): Uint8Array => new TextEncoder().encode(source);
const profile = shippedProfile();

let folder = '';
let ports: HostPorts;
let workspace: Workspace;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
  ports = { clock: { now: () => '2019-04-01T10:00:00Z' }, createId: createCountingIds() };
  const made = createWorkspace(join(folder, 'l.leitbild'), { profile, ports });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  workspace = made.value;
});

afterEach(() => {
  workspace.close();
  rmSync(folder, { recursive: true });
});

const plan = async (source: string): Promise<ImportPlan> => {
  const planned = await planImport(bytesOf(source), 'l.txt', { profile, createId: ports.createId });
  if (!planned.ok) throw new Error(JSON.stringify(planned.error));
  return planned.value;
};
const apply = async (source: string): Promise<number> => {
  const applied = applyImport(workspace, await plan(source), ports);
  if (!applied.ok) throw new Error(JSON.stringify(applied.error));
  if (applied.value.importId === null) throw new Error('the import changed nothing');
  return applied.value.importId;
};
const textNow = (): unknown => {
  const doc = workspace.rooms.load('text');
  const read = readDocument(doc);
  const state = { header: readHeader(doc), document: read.ok ? read.value : read.error };
  doc.destroy();
  return state;
};
const namesNow = (): string[] => {
  const doc = workspace.rooms.load('process');
  const names = listInstitutions(doc).map(({ name }) => name);
  doc.destroy();
  return names;
};

describe('importing into a workspace', () => {
  it('IMP13: writes nothing by planning, and all by applying', async () => {
    const empty = textNow();
    const planned = await plan(text);
    expect(planned.report).toMatchObject({ isLeitbild: true, chapters: 2, leitziele: 1, institutions: 2 });
    expect(planned.report.words.total).toBe(
      planned.report.words.placed + planned.report.words.institutions + planned.report.words.structure,
    );
    expect(textNow()).toEqual(empty);
    await apply(text);
    expect(namesNow()).toEqual(['Chor am Kai', 'Werftverein e.V.']);
    expect(workspace.imports.list()).toHaveLength(1);
    expect(JSON.stringify(textNow())).toContain('Das Ufer gehört allen.');
  });

  it('IMP12: changes neither text nor register by importing the same source again', async () => {
    await apply(text);
    const before = textNow();
    const size = workspace.rooms.size('text');
    const again = applyImport(workspace, await plan(text), ports);
    expect(again).toEqual({ ok: true, value: { importId: null, addedInstitutions: 0, keptHeader: [] } });
    expect([textNow(), workspace.rooms.size('text')]).toEqual([before, size]);
    expect(namesNow()).toHaveLength(2);
  });

  it('IMP16: does not replace goals by a text that has none, unless asked to, and keeps the header', async () => {
    await apply(text);
    const before = textNow();
    const letter = await plan('Sehr geehrte Frau Brandt,\n\nvielen Dank für Ihren Brief.\n');
    expect(applyImport(workspace, letter, ports)).toMatchObject({
      ok: false,
      error: { code: 'import-without-goals' },
    });
    expect(textNow()).toEqual(before);
    const titled = { ...letter, header: { title: 'Brief', subtitle: '', municipality: '' } };
    setHeader(workspace, { title: 'Leitbild am Kai' });
    expect(applyImport(workspace, titled, ports, { replaceGoals: true })).toMatchObject({
      ok: true,
      value: { keptHeader: ['title'] },
    });
    expect(setHeader(workspace, {})).toMatchObject({ value: { title: 'Leitbild am Kai' } });
  });

  it('IMP13: takes an import back, with the institutions that it brought', async () => {
    await apply(text);
    const before = textNow();
    const second = await apply(text.replace('gehört allen', 'bleibt grün').concat('Kanuklub\n'));
    expect(namesNow()).toHaveLength(3);
    expect(undoImport(workspace, second, ports)).toEqual({ ok: true, value: undefined });
    expect(textNow()).toEqual(before);
    expect(namesNow()).toHaveLength(2);
    expect(undoImport(workspace, second, ports)).toMatchObject({
      ok: false,
      error: { code: 'import-unknown' },
    });
    expect(undoImport(workspace, 99, ports)).toMatchObject({ ok: false, error: { code: 'import-unknown' } });
  });

  it('IMP13: refuses to take back what was edited since', async () => {
    const first = await apply(text);
    editRoom(workspace, 'text', (doc) => writeHeader(doc, { title: 'Neu', subtitle: '', municipality: '' }));
    const edited = textNow();
    expect(undoImport(workspace, first, ports)).toMatchObject({
      ok: false,
      error: { code: 'import-superseded' },
    });
    expect(textNow()).toEqual(edited);
  });
});

describe('readSource', () => {
  it.each([
    ['pdf', '%PDF-1.7\n', 'a.txt'],
    ['docx', 'PK\u0003\u0004rest', 'a.pdf'],
    ['markdown', '# Ziele {.chapter #c1}\n', 'a.txt'],
    ['markdown', '# Ziele\n\n## Ufer\n', 'a.txt'],
    ['text', '1 Ziele\n', 'a.pdf'],
    ['text', 'Nr. #1 ist gut', 'a.md'],
  ])('IMP15: takes for %s what is so inside', (format, content, name) => {
    expect(detectFormat(bytesOf(content), name)).toBe(format);
  });

  it.each([
    ['HTML', '<!DOCTYPE html><html><body><p>Wir fördern Sprache.</p></body></html>'],
    ['XML', '<?xml version="1.0"?><text>Wir fördern Sprache.</text>'],
    ['RTF', '{\\rtf1\\ansi Wir fördern Sprache.}'],
    ['JSON', '{"format":"leitbild-edition","version":1}'],
    [
      'OpenDocument',
      'PK\u0003\u0004..........................mimetypeapplication/vnd.oasis.opendocument.text',
    ],
  ])('IMP15: refuses %s, whose markup would be taken for words', async (_, content) => {
    expect(await readSource(Buffer.from(content), 'quelle.txt', { profile: shippedProfile() })).toMatchObject(
      {
        ok: false,
        error: { code: 'file-format-unknown' },
      },
    );
  });

  it('IMP15: refuses what is larger than any source', async () => {
    const read = await readSource(new Uint8Array(MAX_SOURCE_BYTES + 1), 'a.bin', { profile });
    expect(!read.ok && read.error.code).toBe('file-too-large');
  });
});
