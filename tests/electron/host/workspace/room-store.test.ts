import { mkdtempSync, rmSync } from 'node:fs';
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
