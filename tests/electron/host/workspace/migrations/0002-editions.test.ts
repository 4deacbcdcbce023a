import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { SCHEMA_VERSION } from '../../../../../electron/host/workspace/migrations/history.ts';
import { rowDigest } from '../../../../../electron/host/workspace/row-digest.ts';
import { openWorkspace } from '../../../../../electron/host/workspace/open-workspace.ts';
import { fixedPorts, frozenEdition, opened, valueOf } from '../../../../support/filled-workspace.ts';
import { writeOlderWorkspace } from '../../../../support/older-workspace.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migration-'));
  path = join(folder, 'a.leitbild');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function writeVersion1(): void {
  const doc = new Doc();
  doc.getText('t').insert(0, 'von früher');
  const update = encodeStateAsUpdate(doc);
  writeOlderWorkspace(path, 1, (connection) => {
    const head = ['text', 0, 1, update.length] as const;
    connection.prepare('INSERT INTO rooms VALUES (?, ?, ?, ?, ?)').run(...head, rowDigest('rooms', head));
    connection
      .prepare('INSERT INTO updates VALUES (?, ?, ?, ?)')
      .run('text', 1, update, rowDigest('updates', ['text', 1, update]));
    connection.prepare('UPDATE tallies SET rows = 1, sha256 = ?').run(rowDigest('tallies', ['rooms', 1]));
  });
}

it('WSP18: an older file is brought up to date after a copy was laid beside it', () => {
  writeVersion1();
  const before = readFileSync(path);
  const workspace = opened(path);
  expect(workspace.migrated).toEqual({ from: 1, to: SCHEMA_VERSION, backupPath: `${path}.v1.bak` });
  expect(workspace.rooms.load('text').getText('t').toJSON()).toBe('von früher');
  valueOf(workspace.editions.insert(frozenEdition('2008')));
  expect(workspace.audit.list().map(({ action, subject }) => `${action} ${subject}`)).toEqual([
    `workspace-migrated 1-${String(SCHEMA_VERSION)}`,
    'edition-frozen 2008',
  ]);
  expect(workspace.verify()).toMatchObject({ ok: true });
  workspace.close();
  expect(readFileSync(`${path}.v1.bak`).equals(before)).toBe(true);
  const again = opened(path);
  expect(again.migrated).toBeNull();
  again.close();
});

it('WSP18: an older file can be read where nothing may be written', () => {
  writeVersion1();
  const before = readFileSync(path);
  const workspace = opened(path, true);
  expect(workspace.rooms.load('text').getText('t').toJSON()).toBe('von früher');
  expect(workspace.editions.list()).toEqual([]);
  workspace.close();
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(existsSync(`${path}.v1.bak`)).toBe(false);
});

it('WSP18: a copy of the same name with other content is kept', () => {
  writeVersion1();
  const first = readFileSync(path);
  opened(path).close();
  writeOlderWorkspace(path, 1);
  const second = readFileSync(path);
  const workspace = opened(path);
  expect(workspace.migrated?.backupPath).toBe(`${path}.v1.2.bak`);
  workspace.close();
  expect(readFileSync(`${path}.v1.bak`).equals(first)).toBe(true);
  expect(readFileSync(`${path}.v1.2.bak`).equals(second)).toBe(true);
});

it('WSP18: a damaged older file is refused before anything is written', () => {
  writeOlderWorkspace(path, 1, (connection) => connection.exec('DROP TABLE updates'));
  const before = readFileSync(path);
  expect(openWorkspace(path, { ports: fixedPorts() })).toMatchObject({
    error: { code: 'workspace-damaged' },
  });
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(existsSync(`${path}.v1.bak`)).toBe(false);
});
