import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { AppFailure } from '../../../../shared/errors/errors.ts';
import { institutionId } from '../../../../shared/ids/ids.ts';
import { COMPACT_AFTER_UPDATES } from '../../../../electron/host/workspace/room-store.ts';
import type { Workspace } from '../../../../electron/host/workspace/workspace.ts';
import { made, opened } from '../../../support/filled-workspace.ts';

let folder = '';
let path = '';
let workspace: Workspace;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rooms-'));
  path = join(folder, 'a.leitbild');
  workspace = made(path);
});
afterEach(() => {
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A document whose every change is appended to the room. */
function typist(): Doc {
  const doc = new Doc();
  doc.on('update', (update: Uint8Array) => workspace.rooms.append('text', update));
  return doc;
}

const wordOf = (doc: Doc) => doc.getText('t').toJSON();
const failureOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof AppFailure) return error.error;
    throw error;
  }
  return null;
};

describe('rooms', () => {
  it('ROM5: a room is its snapshot and the updates since', () => {
    const doc = typist();
    for (const letter of 'Leitbild') doc.getText('t').insert(doc.getText('t').length, letter);
    expect(workspace.rooms.size('text')).toMatchObject({ updates: 8, snapshotBytes: 0 });
    workspace.rooms.compact('text');
    expect(workspace.rooms.size('text')).toMatchObject({ updates: 0, tailBytes: 0 });
    doc.getText('t').insert(0, 'Das ');
    expect(workspace.rooms.size('text').updates).toBe(1);
    expect(wordOf(workspace.rooms.load('text'))).toBe('Das Leitbild');
    workspace.close();
    workspace = opened(path);
    expect(wordOf(workspace.rooms.load('text'))).toBe('Das Leitbild');
    expect(workspace.rooms.list()).toEqual(['text']);
  });

  it('ROM6: a long tail is folded by itself, with the same content', () => {
    const doc = typist();
    const text = doc.getText('t');
    for (let edit = 0; edit < COMPACT_AFTER_UPDATES + 20; edit += 1) text.insert(edit, String(edit % 10));
    expect(workspace.rooms.size('text').updates).toBe(20);
    const loaded = workspace.rooms.load('text');
    expect(wordOf(loaded)).toBe(wordOf(doc));
    expect(encodeStateAsUpdate(loaded)).toEqual(encodeStateAsUpdate(doc));
  });

  it('ROM6: compaction keeps what waits for an update that has not come yet', () => {
    const other = new Doc();
    const updates: Uint8Array[] = [];
    other.on('update', (update: Uint8Array) => updates.push(update));
    for (const letter of 'abc') other.getText('t').insert(other.getText('t').length, letter);
    const [first, second, third] = updates;
    if (!first || !second || !third) throw new Error('three updates were made');
    workspace.rooms.append('text', first);
    workspace.rooms.append('text', third);
    workspace.rooms.compact('text');
    expect(wordOf(workspace.rooms.load('text'))).toBe('a');
    workspace.rooms.append('text', second);
    expect(wordOf(workspace.rooms.load('text'))).toBe('abc');
  });

  it('ROM7: what is no Yjs update is refused before it is stored', () => {
    for (const bytes of [[], [1], [1, 1, 255], [255, 255, 255, 255], [1, 2, 3, 4, 5]]) {
      expect(failureOf(() => workspace.rooms.append('text', Uint8Array.from(bytes)))).toMatchObject({
        code: 'update-invalid',
        details: { room: 'text' },
      });
    }
    expect(workspace.rooms.list()).toEqual([]);
  });

  it('keeps rooms apart and numbers updates in each', () => {
    const update = encodeStateAsUpdate(typist());
    const theirs = `contributions/${institutionId('verein-1')}` as const;
    expect([
      workspace.rooms.append('text', update),
      workspace.rooms.append(theirs, update),
      workspace.rooms.append('text', update),
    ]).toEqual([1, 1, 2]);
    expect(workspace.rooms.list()).toEqual([theirs, 'text']);
    const empty = workspace.rooms.load('voices');
    expect(empty.store.clients.size).toBe(0);
  });
});

describe('transactions', () => {
  it('WSP11: all of a transaction or nothing, also when an inner failure was caught', () => {
    const doc = new Doc();
    doc.getText('t').insert(0, 'x');
    const update = encodeStateAsUpdate(doc);
    expect(() =>
      workspace.transaction(() => {
        workspace.rooms.append('text', update);
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(workspace.rooms.list()).toEqual([]);
    expect(() =>
      workspace.transaction(() => {
        workspace.rooms.append('text', update);
        expect(() =>
          workspace.transaction(() => {
            throw new Error('inner');
          }),
        ).toThrow('inner');
        workspace.rooms.append('process', update);
      }),
    ).toThrow('inner');
    expect(workspace.rooms.list()).toEqual([]);
    workspace.transaction(() => {
      workspace.rooms.append('text', update);
      workspace.transaction(() => workspace.rooms.append('process', update));
    });
    expect(workspace.rooms.list()).toEqual(['process', 'text']);
    const copy = new Doc();
    applyUpdate(copy, update);
    expect(wordOf(copy)).toBe('x');
  });
});

describe('a host that is written to all the day', () => {
  const updateOf = (word: string): Uint8Array => {
    const doc = new Doc();
    doc.getText('t').insert(0, word);
    return encodeStateAsUpdate(doc);
  };

  it('WSP11: what was rolled back is not remembered by the next commit', () => {
    workspace.rooms.appendChecked([{ room: 'text', updates: [updateOf('a')] }]);
    expect(() =>
      workspace.transaction(() => {
        workspace.rooms.appendChecked([{ room: 'text', updates: [updateOf('b'), updateOf('c')] }]);
        throw new Error('stop');
      }),
    ).toThrow('stop');
    workspace.rooms.appendChecked([{ room: 'text', updates: [updateOf('d')] }]);
    expect(workspace.rooms.size('text')).toMatchObject({ updates: 2, lastSeq: 2 });
    expect(wordOf(workspace.rooms.load('text')).split('').sort()).toEqual(['a', 'd']);
    expect(workspace.verify()).toMatchObject({ ok: true });
  });

  it('WSP22: its log grows beforehand, changes nothing and is gone when the file is closed', () => {
    workspace.rooms.append('text', updateOf('a'));
    const before = statSync(path).size;
    workspace.growLog();
    const { size } = statSync(`${path}-wal`);
    expect(size).toBeGreaterThan(4_000_000);
    for (let round = 0; round < 1500; round += 1)
      workspace.rooms.appendChecked([{ room: 'text', updates: [updateOf('b')] }]);
    expect(statSync(`${path}-wal`).size).toBe(size);
    expect(workspace.verify()).toMatchObject({ ok: true });
    workspace.close();
    expect(existsSync(`${path}-wal`)).toBe(false);
    expect(statSync(path).size).toBeLessThan(before + 1_000_000);
    workspace = opened(path, true);
    expect(wordOf(workspace.rooms.load('text'))).toHaveLength(1501);
    workspace.growLog();
    expect(existsSync(`${path}-wal`)).toBe(false);
  });

  it('ROM5: hands out what is stored without building it', () => {
    expect(workspace.rooms.stored('text')).toEqual({ snapshot: null, tail: [] });
    const updates = [updateOf('a'), updateOf('b')];
    workspace.rooms.append('text', updates[0] ?? new Uint8Array());
    workspace.rooms.compact('text');
    workspace.rooms.append('text', updates[1] ?? new Uint8Array());
    const { snapshot, tail } = workspace.rooms.stored('text');
    const doc = new Doc();
    for (const bytes of [snapshot ?? new Uint8Array(), ...tail]) applyUpdate(doc, bytes);
    expect(tail).toEqual([Buffer.from(updates[1] ?? [])]);
    expect(wordOf(doc)).toBe(wordOf(workspace.rooms.load('text')));
  });
});
