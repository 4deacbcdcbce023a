import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Doc, encodeStateAsUpdate } from 'yjs';
import type { Workspace } from '../../../../electron/host/workspace/workspace.ts';
import { made, opened } from '../../../support/filled-workspace.ts';

let folder = '';
let path = '';
let workspace: Workspace;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'refused-'));
  path = join(folder, 'a.leitbild');
  workspace = made(path);
});
afterEach(() => {
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

function stateWith(text: string): Uint8Array {
  const doc = new Doc();
  doc.getText('t').insert(0, text);
  return encodeStateAsUpdate(doc);
}
const stored = (): string => workspace.rooms.load('text').getText('t').toJSON();

describe('refused copies', () => {
  it('RPL11: a room is put back and its copy kept in one transaction, or neither', () => {
    const [mine, theirs] = [stateWith('meins'), stateWith('ihres')];
    workspace.rooms.append('text', mine);
    const copy = { room: 'text', at: '2019-04-01T10:00:00Z', reason: 'room-locked', state: mine } as const;
    expect(() =>
      workspace.transaction(() => {
        workspace.refusedCopies.add(copy);
        workspace.rooms.replace('text', theirs);
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect([stored(), workspace.refusedCopies.list()]).toEqual(['meins', []]);
    const id = workspace.transaction(() => {
      workspace.rooms.replace('text', theirs);
      return workspace.refusedCopies.add(copy);
    });
    workspace.close();
    workspace = opened(path);
    expect(stored()).toBe('ihres');
    expect(workspace.refusedCopies.list()).toEqual([
      { id, room: 'text', at: copy.at, reason: 'room-locked', bytes: mine.length, dismissedAt: null },
    ]);
    expect(Buffer.from(workspace.refusedCopies.state(id) ?? [])).toEqual(Buffer.from(mine));
    expect(workspace.refusedCopies.state(2)).toBeUndefined();
    expect(workspace.audit.list().at(-1)).toMatchObject({ action: 'changes-refused', subject: '1' });
    expect(workspace.verify().ok).toBe(true);
  });

  it('RPL11: a room goes on after it was put back, and so does one that was not there', () => {
    for (const text of ['a', 'b']) workspace.rooms.append('text', stateWith(text));
    workspace.rooms.replace('text', stateWith('neu'));
    workspace.rooms.replace('voices', stateWith('Stimme'));
    expect(workspace.rooms.size('text')).toMatchObject({ updates: 0, tailBytes: 0 });
    workspace.rooms.append('text', stateWith('!'));
    expect(['neu!', '!neu']).toContain(stored());
    expect(workspace.rooms.list()).toEqual(['text', 'voices']);
    expect(() => workspace.rooms.replace('text', Uint8Array.of(1, 2))).toThrow();
    expect(workspace.verify().ok).toBe(true);
  });

  it('REF3: a copy that was put away stays readable, and is put away once', () => {
    const copy = { room: 'text', at: '2019-04-01T10:00:00Z', reason: 'room-locked', state: stateWith('a') };
    const id = workspace.refusedCopies.add({ ...copy, room: 'text' });
    workspace.refusedCopies.dismiss(id, '2019-04-02T10:00:00Z');
    workspace.refusedCopies.dismiss(id, '2019-04-03T10:00:00Z');
    expect(workspace.refusedCopies.list()).toMatchObject([{ id, dismissedAt: '2019-04-02T10:00:00Z' }]);
    expect(workspace.refusedCopies.state(id)).toEqual(Buffer.from(copy.state));
    expect(() => workspace.refusedCopies.dismiss(2, copy.at)).toThrow(RangeError);
    expect(workspace.verify()).toMatchObject({ ok: true });
  });
});
