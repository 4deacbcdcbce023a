import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Doc, encodeStateAsUpdate } from 'yjs';
import type { Workspace } from '../../../../electron/host/workspace/workspace.ts';
import { institutionId } from '../../../../shared/ids/ids.ts';
import { fill, made, opened } from '../../../support/filled-workspace.ts';

let folder = '';
let path = '';
let workspace: Workspace;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upstream-'));
  path = join(folder, 'a.leitbild');
  workspace = made(path);
});
afterEach(() => {
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

const token = 'T'.repeat(43);
const upstream = {
  base: 'https://192.168.1.20:4711',
  fingerprint: 'a'.repeat(64),
  token,
  principal: { id: 'anna', role: 'delegate', institution: institutionId('caritas') },
  joinedAt: '2019-04-01T10:00:00Z',
} as const;
const reopen = (): void => {
  workspace.close();
  workspace = opened(path);
};

it('FOL1: a file remembers whom it follows, as whom, and what it last heard', () => {
  expect(workspace.upstreams.current()).toBeNull();
  workspace.upstreams.join(upstream);
  workspace.upstreams.note({ lastContactAt: '2019-04-02T10:00:00Z' });
  workspace.upstreams.note({ refusal: 'revoked' });
  reopen();
  const heard = { lastContactAt: '2019-04-02T10:00:00Z', refusal: 'revoked' };
  expect(workspace.upstreams.current()).toEqual({ ...upstream, ...heard });
  expect(workspace.audit.list().at(-1)).toMatchObject({ action: 'upstream-joined', subject: 'anna' });
  expect(workspace.verify()).toMatchObject({ ok: true });
});

it('FOL2: leaving, and another invitation, take the token out of the file without a trace; the role stays', () => {
  fill(workspace);
  workspace.upstreams.join(upstream);
  reopen();
  workspace.close();
  expect(readFileSync(path).includes(token)).toBe(true);
  workspace = opened(path);
  const other = 'U'.repeat(43);
  workspace.upstreams.join({ ...upstream, token: other, joinedAt: '2019-05-01T10:00:00Z' });
  workspace.close();
  expect([token, other].map((text) => readFileSync(path).includes(text))).toEqual([false, true]);
  workspace = opened(path);
  workspace.upstreams.leave();
  workspace.upstreams.leave();
  workspace.close();
  expect([token, other].map((text) => readFileSync(path).includes(text))).toEqual([false, false]);
  workspace = opened(path);
  expect(workspace.upstreams.current()).toMatchObject({ token: null, principal: upstream.principal });
  expect(workspace.audit.list().filter(({ action }) => action === 'upstream-left')).toHaveLength(1);
  expect(workspace.verify()).toMatchObject({ ok: true });
});

it('FOL1: what waits to be sent is counted from when a room was last in step', () => {
  const doc = new Doc();
  const write = (): void => {
    doc.getText('t').insert(0, 'x');
    workspace.rooms.append('text', encodeStateAsUpdate(doc));
  };
  write();
  write();
  expect(workspace.upstreams.pendingIn('text')).toBe(2);
  workspace.upstreams.noteInStep([{ room: 'text', lastSeq: workspace.rooms.size('text').lastSeq }]);
  expect(workspace.upstreams.pendingIn('text')).toBe(0);
  write();
  workspace.rooms.compact('text');
  reopen();
  expect(workspace.upstreams.pendingIn('text')).toBe(1);
  expect(workspace.upstreams.pendingIn('voices')).toBe(0);
});

it('FOL1: a row that was changed or lost is damage, never a file that follows nobody', () => {
  workspace.upstreams.join(upstream);
  workspace.close();
  const raw = new Database(path);
  expect(() => raw.exec("UPDATE upstreams SET role = 'moderator', token = NULL")).toThrow('taken out');
  expect(() => raw.exec('DELETE FROM upstreams')).toThrow('only ever added');
  raw.exec('DROP TRIGGER upstreams_no_delete');
  const definition =
    "CREATE TRIGGER upstreams_no_delete BEFORE DELETE ON upstreams\n    BEGIN SELECT RAISE(ABORT, 'upstreams: rows are only ever added'); END";
  raw.exec('DELETE FROM upstream_contacts; DELETE FROM upstreams');
  raw.exec(definition);
  raw.close();
  expect(() => opened(path)).toThrow('workspace-damaged');
  workspace = made(join(folder, 'b.leitbild'));
});

it('FOL2: a copy holds no token, in no page of it, unless it takes the place of the file', () => {
  fill(workspace);
  const earlier = 'E'.repeat(43);
  workspace.upstreams.join({ ...upstream, token: earlier });
  workspace.upstreams.join(upstream);
  const [copy, place] = [join(folder, 'copy.leitbild'), join(folder, 'place.leitbild')];
  expect(workspace.saveCopy(copy, { follows: false })).toMatchObject({ ok: true });
  expect(workspace.saveCopy(place, { follows: true })).toMatchObject({ ok: true });
  for (const token of [earlier, upstream.token]) expect(readFileSync(copy).includes(token)).toBe(false);
  expect(workspace.upstreams.current()).toMatchObject({ token: upstream.token });
  const left = opened(copy);
  expect(left.upstreams.current()).toMatchObject({ token: null, principal: upstream.principal });
  expect(left.audit.list().at(-1)).toMatchObject({ action: 'upstream-left' });
  expect(left.verify()).toMatchObject({ ok: true });
  left.close();
  const going = opened(place);
  expect(going.upstreams.current()).toMatchObject({ token: upstream.token });
  going.close();
});
