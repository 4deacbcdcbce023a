import Database from 'better-sqlite3';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { createWorkspace, openWorkspace } from '../../../../electron/host/workspace/open-workspace.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from '../../../../electron/host/workspace/migrations/history.ts';
import { generatorProfile } from '../../../support/arbitrary-document.ts';
import {
  contentsOf,
  fill,
  fixedPorts,
  made,
  opened,
  smallDocument,
} from '../../../support/filled-workspace.ts';
import { writeDocument } from '../../../../shared/rooms/text-room.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workspace-'));
  path = join(folder, 'a.leitbild');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (file = path, readOnly = false) => openWorkspace(file, { ports: fixedPorts(), readOnly });
const code = (result: { ok: boolean; error?: { code: string } }) => result.error?.code;

describe('creating', () => {
  it('WSP1: makes a file that carries our mark and version, alone in its folder after closing', () => {
    const workspace = made(path);
    expect(workspace.profile).toEqual(generatorProfile);
    expect(workspace.audit.list().map(({ action }) => action)).toEqual(['workspace-created']);
    expect(workspace.close()).toEqual({ ok: true, value: undefined });
    expect(readdirSync(folder)).toEqual(['a.leitbild']);
    const raw = new Database(path, { readonly: true });
    expect(raw.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(raw.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
    expect(raw.pragma('journal_mode', { simple: true })).toBe('delete');
    raw.close();
  });

  it('WSP2: never overwrites: an existing path of any kind is refused and stays as it was', () => {
    writeFileSync(path, 'ein Brief');
    const result = createWorkspace(path, { profile: generatorProfile, ports: fixedPorts() });
    expect(code(result)).toBe('workspace-exists');
    expect(readFileSync(path, 'utf8')).toBe('ein Brief');
    expect(readdirSync(folder)).toEqual(['a.leitbild']);
  });

  it('fails where the folder does not exist', () => {
    const result = createWorkspace(join(folder, 'x', 'a.leitbild'), {
      profile: generatorProfile,
      ports: fixedPorts(),
    });
    expect(code(result)).toBe('file-unwritable');
  });
});

describe('opening', () => {
  it('WSP3: gives back all that was stored', () => {
    const workspace = made(path);
    fill(workspace);
    const contents = contentsOf(workspace);
    workspace.close();
    for (const readOnly of [false, true]) {
      const again = opened(path, readOnly);
      expect(contentsOf(again)).toBe(contents);
      expect(again.verify()).toMatchObject({
        ok: true,
        value: {
          rooms: [
            { room: 'contacts', updates: 1 },
            { room: 'process', updates: 1 },
            { room: 'text', updates: 14 },
          ],
          assets: 1,
        },
      });
      again.close();
    }
    expect(readdirSync(folder)).toEqual(['a.leitbild']);
  });

  it('WSP4: a second opening is refused while the first lasts, and leaves it its lock', () => {
    const first = made(path);
    for (const readOnly of [false, true, false]) expect(code(open(path, readOnly))).toBe('workspace-in-use');
    first.close();
    opened(path).close();
  });

  it('WSP4: readers share a file, and keep writers out', () => {
    made(path).close();
    const one = opened(path, true);
    const two = opened(path, true);
    expect(code(open())).toBe('workspace-in-use');
    one.close();
    two.close();
    opened(path).close();
  });

  it('WSP5: read-only never writes, and says so', () => {
    const workspace = made(path);
    fill(workspace);
    workspace.close();
    const bytes = readFileSync(path);
    const reader = opened(path, true);
    expect(reader.readOnly).toBe(true);
    const failure = expect.objectContaining({
      error: { code: 'workspace-read-only', details: { path } },
    }) as Error;
    const doc = new Doc();
    writeDocument(doc, smallDocument(1, 'x'));
    expect(() => reader.rooms.append('text', encodeStateAsUpdate(doc))).toThrow(failure);
    expect(() => reader.setProfile(generatorProfile)).toThrow(failure);
    expect(() => reader.rooms.compact('text')).toThrow(failure);
    reader.close();
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('WSP5: reads what a killed process left, without touching it', () => {
    const workspace = made(path);
    fill(workspace);
    const contents = contentsOf(workspace);
    const crashed = join(folder, 'crashed.leitbild');
    for (const part of ['', '-wal']) copyFileSync(path + part, crashed + part);
    workspace.close();
    const before = readFileSync(crashed);
    const reader = opened(crashed, true);
    expect(contentsOf(reader)).toBe(contents);
    reader.close();
    expect(readFileSync(crashed).equals(before)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['a.leitbild', 'crashed.leitbild', 'crashed.leitbild-wal']);
    const writer = opened(crashed);
    expect(contentsOf(writer)).toBe(contents);
    writer.close();
    expect(readdirSync(folder).sort()).toEqual(['a.leitbild', 'crashed.leitbild']);
  });
});

describe('refusing', () => {
  it.each([false, true])(
    'WSP6: what is no workspace is refused by name, never taken for an empty one (%s)',
    (ro) => {
      expect(code(open(path, ro))).toBe('workspace-missing');
      expect(code(open(folder, ro))).toBe('file-unreadable');
      writeFileSync(path, '');
      expect(code(open(path, ro))).toBe('file-empty');
      writeFileSync(path, Buffer.from(Array.from({ length: 9000 }, (_, index) => (index * 7919) % 251)));
      expect(code(open(path, ro))).toBe('workspace-foreign');
      writeFileSync(path, 'kurz');
      expect(code(open(path, ro))).toBe('workspace-foreign');
      expect(readdirSync(folder)).toEqual(['a.leitbild']);
    },
  );

  it('WSP6: another SQLite file is refused and stays as it was', () => {
    const other = new Database(path);
    other.exec('CREATE TABLE t (a)');
    other.close();
    const before = readFileSync(path);
    expect(code(open())).toBe('workspace-foreign');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('WSP7: a file of a newer version is refused with both versions', () => {
    made(path).close();
    const raw = new Database(path);
    raw.pragma(`user_version = ${String(SCHEMA_VERSION + 1)}`);
    raw.close();
    expect(open()).toEqual({
      ok: false,
      error: {
        code: 'workspace-newer',
        details: { path, found: SCHEMA_VERSION + 1, supported: SCHEMA_VERSION },
      },
    });
  });

  it('WSP8: a file whose tables or triggers are not those of its version is damaged', () => {
    made(path).close();
    const raw = new Database(path);
    raw.exec('DROP TRIGGER editions_no_update');
    raw.close();
    expect(open()).toMatchObject({ error: { code: 'workspace-damaged', details: { place: 'schema' } } });
  });

  it('WSP9: a truncated file is refused or damaged, at every length', () => {
    const workspace = made(path);
    fill(workspace);
    const contents = contentsOf(workspace);
    workspace.close();
    const whole = readFileSync(path);
    for (let length = 0; length < whole.length; length += length < 120 ? 13 : 4093) {
      const cut = join(folder, 'cut.leitbild');
      writeFileSync(cut, whole);
      truncateSync(cut, length);
      const result = open(cut);
      let outcome = 'refused';
      if (result.ok) {
        outcome = result.value.verify().ok ? contentsOf(result.value) : 'refused';
        result.value.close();
      }
      expect(outcome === 'refused' || outcome === contents, `length ${String(length)}`).toBe(true);
      expect(outcome).not.toBe(contents);
    }
  });

  it('WSP10: a change behind our back is told with its place', () => {
    const workspace = made(path);
    fill(workspace);
    workspace.close();
    const change = (sql: string) => {
      const copy = join(folder, 'b.leitbild');
      copyFileSync(path, copy);
      const raw = new Database(copy);
      raw.pragma('foreign_keys = OFF');
      const triggers = raw.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all() as {
        name: string;
        sql: string;
      }[];
      for (const { name } of triggers) raw.exec(`DROP TRIGGER ${name}`);
      raw.exec(sql);
      for (const trigger of triggers) raw.exec(trigger.sql);
      raw.close();
      const result = open(copy);
      if (!result.ok) return result.error;
      const verified = result.value.verify();
      result.value.close();
      return verified.ok ? 'sound' : verified.error;
    };
    const damaged = (place: string) => ({ code: 'workspace-damaged', details: { place } });
    expect(change('SELECT 1')).toBe('sound');
    expect(change('DELETE FROM updates WHERE seq = 9')).toMatchObject(damaged('updates: text 9'));
    expect(change('DELETE FROM updates WHERE seq = 14')).toMatchObject(damaged('updates: text 14'));
    expect(change("UPDATE updates SET data = x'0000' WHERE seq = 9")).toMatchObject(
      damaged('updates: text 9'),
    );
    expect(change("DELETE FROM snapshots WHERE room = 'text'")).toMatchObject(damaged('snapshots: text'));
    expect(change("DELETE FROM rooms WHERE room = 'process'")).toMatchObject(damaged('rooms'));
    expect(change("UPDATE editions SET title = 'x' WHERE position = 2")).toMatchObject(
      damaged('editions: row 2'),
    );
    expect(change('DELETE FROM editions WHERE position = 2')).toMatchObject(damaged('editions: row 2'));
    expect(change('DELETE FROM audit WHERE position = 3')).toMatchObject(damaged('audit: row 3'));
    expect(change("UPDATE editions SET content = x'7b7d' WHERE position = 1")).toMatchObject({
      code: 'edition-changed',
      details: { label: '2008' },
    });
    expect(change("UPDATE meta SET value = '{}'")).toMatchObject(damaged('meta: profile'));
  });
});
