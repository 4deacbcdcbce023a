import { copyFileSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { createWorkspace, openWorkspace } from '../../../../electron/host/workspace/open-workspace.ts';
import type { Workspace } from '../../../../electron/host/workspace/workspace.ts';
import { AppFailure, type AppError } from '../../../../shared/errors/errors.ts';
import { generatorProfile } from '../../../support/arbitrary-document.ts';
import {
  contentsOf,
  fill,
  fixedPorts,
  frozenEdition,
  made,
  opened,
} from '../../../support/filled-workspace.ts';
import { importReport } from '../../../support/import-report.ts';
import { canMount, mountSmallDisk, type SmallDisk } from '../../../support/small-disk.ts';

let disk: SmallDisk | null = null;
afterEach(() => {
  disk?.unmount();
  disk = null;
});

function failureOf(work: () => unknown): AppError | null {
  try {
    const result = work();
    return typeof result === 'object' && result !== null && 'error' in result
      ? (result.error as AppError)
      : null;
  } catch (error) {
    if (error instanceof AppFailure) return error.error;
    throw error;
  }
}

function fillUp(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(join(folder, 'ballast'), Buffer.alloc(bavail * bsize));
}

function bigUpdate(): Uint8Array {
  const doc = new Doc();
  doc.getText('t').insert(0, 'Wort '.repeat(50_000));
  return encodeStateAsUpdate(doc);
}

describe.skipIf(!canMount())('on a small disk', () => {
  it.each<[string, (workspace: Workspace) => unknown]>([
    ['an update', (workspace) => workspace.rooms.append('text', bigUpdate())],
    ['an edition', (workspace) => workspace.editions.insert(frozenEdition('2019', null, 3000))],
    [
      'an import',
      (workspace) =>
        workspace.imports.record({
          at: '2019-04-01T10:00:00Z',
          report: importReport('a.txt'),
          before: new Uint8Array(300_000),
          after: new Uint8Array(300_000),
        }),
    ],
    [
      'a transaction of several',
      (workspace) =>
        workspace.transaction(() => {
          workspace.setProfile({ ...workspace.profile, id: 'andere' });
          workspace.rooms.append('text', bigUpdate());
        }),
    ],
  ])('WSP20: %s that finds the disk full is told, and the file is as it was', (_, write) => {
    disk = mountSmallDisk(2048);
    const path = join(disk.folder, 'a.leitbild');
    const workspace = made(path);
    fill(workspace);
    const contents = contentsOf(workspace);
    fillUp(disk.folder);
    expect(failureOf(() => write(workspace))).toEqual({ code: 'disk-full', details: { path } });
    expect(contentsOf(workspace)).toBe(contents);
    expect(workspace.verify()).toMatchObject({ ok: true });
    const closed = workspace.close();
    if (!closed.ok) expect(closed.error).toEqual({ code: 'disk-full', details: { path } });
    const reader = opened(path, true);
    expect(contentsOf(reader)).toBe(contents);
    reader.close();
    const full = openWorkspace(path, { ports: fixedPorts() });
    if (full.ok) full.value.close();
    else expect(full.error).toEqual({ code: 'disk-full', details: { path } });
    rmSync(join(disk.folder, 'ballast'));
    const again = opened(path);
    expect(contentsOf(again)).toBe(contents);
    expect(failureOf(() => write(again))).toBeNull();
    expect(again.close()).toMatchObject({ ok: true });
    expect(readdirSync(disk.folder)).toEqual(['a.leitbild']);
  });

  it('WSP20: what was confirmed before the disk filled stays, update by update', () => {
    disk = mountSmallDisk(1024);
    const path = join(disk.folder, 'a.leitbild');
    const workspace = made(path);
    const doc = new Doc();
    let confirmed = 0;
    const failures: AppError[] = [];
    doc.on('update', (update: Uint8Array) => {
      const failure = failureOf(() => workspace.rooms.append('text', update));
      if (failure === null) confirmed += 1;
      else failures.push(failure);
    });
    for (let edit = 0; failures.length === 0 && edit < 20_000; edit += 1)
      doc.getText('t').insert(edit * 40, 'x'.repeat(40));
    expect(failures).toEqual([{ code: 'disk-full', details: { path } }]);
    expect(confirmed).toBeGreaterThan(50);
    expect(workspace.rooms.load('text').getText('t').length).toBe(confirmed * 40);
    workspace.close();
    const reader = opened(path, true);
    expect(reader.rooms.load('text').getText('t').length).toBe(confirmed * 40);
    reader.close();
  });

  it('WSP20: a creation that finds the disk full leaves nothing', () => {
    disk = mountSmallDisk(256);
    fillUp(disk.folder);
    const path = join(disk.folder, 'a.leitbild');
    const result = createWorkspace(path, { profile: generatorProfile, ports: fixedPorts() });
    expect(result).toEqual({ ok: false, error: { code: 'disk-full', details: { path } } });
    expect(readdirSync(disk.folder)).toEqual(['ballast']);
  });

  it('WSP5: a medium without write permission is read, also after a crash, and refused for writing', () => {
    disk = mountSmallDisk(4096);
    const path = join(disk.folder, 'a.leitbild');
    const crashed = join(disk.folder, 'b.leitbild');
    const workspace = made(path);
    fill(workspace);
    const contents = contentsOf(workspace);
    for (const part of ['', '-wal']) copyFileSync(path + part, crashed + part);
    workspace.close();
    const bytes = readFileSync(path);
    disk.makeReadOnly();
    for (const file of [path, crashed]) {
      const reader = opened(file, true);
      expect(contentsOf(reader)).toBe(contents);
      expect(reader.verify()).toMatchObject({ ok: true });
      expect(reader.close()).toMatchObject({ ok: true });
      expect(openWorkspace(file, { ports: fixedPorts() })).toEqual({
        ok: false,
        error: { code: 'workspace-read-only', details: { path: file } },
      });
    }
    const target = join(disk.folder, 'c.leitbild');
    expect(createWorkspace(target, { profile: generatorProfile, ports: fixedPorts() })).toMatchObject({
      error: { code: 'file-unwritable' },
    });
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });
});
