import Database from 'better-sqlite3';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createAttemptLimiter } from '../../../../electron/host/invitations/attempt-limiter.ts';
import { createInvitations, type Invitations } from '../../../../electron/host/invitations/invitations.ts';
import type { Workspace } from '../../../../electron/host/workspace/workspace.ts';
import { TOKEN_PATTERN } from '../../../../shared/api/join-link.ts';
import { createCountingIds, institutionId, invitationId } from '../../../../shared/ids/ids.ts';
import { fill, made, opened, valueOf } from '../../../support/filled-workspace.ts';
import { farAhead } from '../../../support/live-host.ts';

let folder = '';
let path = '';
let workspace: Workspace;
let now = '';
let milliseconds = 0;

const ids = createCountingIds('e');
const over = (file: Workspace): Invitations =>
  createInvitations({
    workspace: file,
    ports: { clock: { now: () => now }, createId: ids },
    randomBytes,
    monotonic: () => milliseconds,
    limits: { burst: 3, refillMs: 1000, addresses: 100 },
  });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'invitations-'));
  path = join(folder, 'a.leitbild');
  workspace = made(path);
  fill(workspace);
  now = '2026-01-01T00:00:00Z';
  milliseconds = 0;
});
afterEach(() => {
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

const delegate = { role: 'delegate', institution: institutionId('i3'), expiresAt: farAhead } as const;

it('INV1: a token has 256 bits, lets in as what it was made for, and stands in no file', () => {
  const invitations = over(workspace);
  const { invitation, token } = valueOf(invitations.create(delegate));
  expect(token).toMatch(TOKEN_PATTERN);
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect(invitations.authenticate(token, '10.0.0.1')).toEqual({
    ok: true,
    principal: { id: invitation.id, role: 'delegate', institution: 'i3' },
  });
  workspace.close();
  const bytes = readFileSync(path);
  expect(bytes.includes(Buffer.from(token))).toBe(false);
  expect(bytes.includes(Buffer.from(token, 'base64url'))).toBe(false);
  workspace = opened(path);
  expect(over(workspace).authenticate(token, '10.0.0.1')).toMatchObject({ ok: true });
});

it('INV2: an invitation ends at its instant, and a host learns of it once', () => {
  const invitations = over(workspace);
  const { invitation, token } = valueOf(
    invitations.create({ ...delegate, expiresAt: '2026-01-01T00:00:10Z' }),
  );
  invitations.takeExpired();
  now = '2026-01-01T00:00:09Z';
  expect(invitations.authenticate(token, 'a')).toMatchObject({ ok: true });
  expect(invitations.takeExpired()).toEqual([]);
  now = '2026-01-01T00:00:10Z';
  expect(invitations.authenticate(token, 'a')).toEqual({ ok: false, reason: 'token-expired' });
  expect(invitations.takeExpired()).toEqual([invitation.id]);
  expect(invitations.takeExpired()).toEqual([]);
  const { token: next } = valueOf(invitations.rotate(invitation.id, farAhead));
  expect(invitations.authenticate(next, 'a')).toMatchObject({ ok: true });
});

it('INV14: a clock that jumps a year and comes back ends and revives by the hour it shows, and each end is told', () => {
  const invitations = over(workspace);
  const { invitation, token } = valueOf(
    invitations.create({ ...delegate, expiresAt: '2026-03-01T00:00:00Z' }),
  );
  invitations.takeExpired();
  const seen: unknown[] = [];
  for (const instant of ['2027-01-01', '2026-01-02', '2025-01-01', '2026-02-28', '2026-03-01']) {
    now = `${instant}T00:00:00Z`;
    seen.push([invitations.authenticate(token, 'a').ok, invitations.takeExpired().includes(invitation.id)]);
  }
  expect(seen).toEqual([
    [false, true],
    [true, false],
    [true, false],
    [true, false],
    [false, true],
  ]);
});

it('INV14: neither the limit of wrong tokens nor “last seen” follows a clock that jumps', () => {
  const invitations = over(workspace);
  const { invitation, token } = valueOf(invitations.create(delegate));
  const wrong = () => invitations.authenticate(randomBytes(32).toString('base64url'), 'a');
  for (let attempt = 0; attempt < 4; attempt += 1) wrong();
  invitations.authenticate(token, 'a');
  for (const instant of ['2027-01-01T00:00:00Z', '2025-01-01T00:00:00Z']) {
    now = instant;
    expect(wrong()).toEqual({ ok: false, reason: 'rate-limited' });
    invitations.authenticate(token, 'a');
  }
  expect(invitations.list().find(({ id }) => id === invitation.id)?.lastSeenAt).toBe('2026-01-01T00:00:00Z');
});

it('INV3: revoking is for good, also twice and after opening anew', () => {
  const invitations = over(workspace);
  const { invitation, token } = valueOf(invitations.create(delegate));
  expect(valueOf(invitations.revoke(invitation.id))).toMatchObject({ state: 'revoked', revokedAt: now });
  expect(valueOf(invitations.revoke(invitation.id))).toMatchObject({ revokedAt: now });
  expect(invitations.authenticate(token, 'a')).toEqual({ ok: false, reason: 'revoked' });
  expect([invitation.id, 'moderator', 'nobody', 'local'].map((id) => invitations.hasEnded(id))).toEqual([
    // The moderator's has expired long ago.
    ...[true, true, false, false],
  ]);
  expect(invitations.rotate(invitation.id)).toMatchObject({ error: { code: 'invitation-revoked' } });
  expect(invitations.revoke(invitationId('nobody'))).toMatchObject({ error: { code: 'invitation-unknown' } });
  expect(over(workspace).authenticate(token, 'a')).toEqual({ ok: false, reason: 'revoked' });
  expect(
    workspace.audit
      .list()
      .filter(({ action, subject }) => action === 'invitation-revoked' && subject === invitation.id),
  ).toHaveLength(1);
});

it('INV4: a new token voids the one before; who and what for stay', () => {
  const invitations = over(workspace);
  const first = valueOf(invitations.create(delegate));
  const second = valueOf(invitations.rotate(first.invitation.id));
  expect(second.invitation).toMatchObject({ id: first.invitation.id, tokens: 2, expiresAt: farAhead });
  for (const file of [invitations, over(workspace)]) {
    expect(file.authenticate(first.token, 'a')).toEqual({ ok: false, reason: 'revoked' });
    expect(file.authenticate(second.token, 'a')).toMatchObject({ ok: true });
  }
});

it('INV5: wrong tokens are rate-limited by address; a true one is let in meanwhile', () => {
  const invitations = over(workspace);
  const { token } = valueOf(invitations.create(delegate));
  const guess = (address: string) => {
    const outcome = invitations.authenticate(randomBytes(32).toString('base64url'), address);
    return outcome.ok ? 'let in' : outcome.reason;
  };
  expect(['a', 'a', 'a', 'a', 'a'].map(guess)).toEqual([
    ...['token-unknown', 'token-unknown', 'token-unknown'],
    ...['rate-limited', 'rate-limited'],
  ]);
  expect(guess('b')).toBe('token-unknown');
  expect(invitations.authenticate(token, 'a')).toMatchObject({ ok: true });
  milliseconds = 1000;
  expect([guess('a'), guess('a')]).toEqual(['token-unknown', 'rate-limited']);
});

it('INV6: addresses are remembered in bounded memory, IPv6 by network', () => {
  const limiter = createAttemptLimiter(() => 0, { burst: 1, refillMs: 1000, addresses: 50 });
  for (let index = 0; index < 1000; index += 1) limiter.allow(`10.0.${String(index)}.1`);
  expect(limiter.size).toBe(50);
  const network = createAttemptLimiter(() => 0, { burst: 1, refillMs: 1000, addresses: 50 });
  expect(network.allow('2001:db8:0:1::1')).toBe(true);
  expect(network.allow('2001:db8::1:ffff:0:0:2')).toBe(false);
  expect(network.allow('2001:db8:0:2::1')).toBe(true);
  expect(network.allow('::ffff:10.0.0.1')).toBe(true);
  expect(network.allow('10.0.0.1')).toBe(false);
});

it('INV7: last seen is noted to the minute, not at every request', () => {
  const invitations = over(workspace);
  const { invitation, token } = valueOf(invitations.create(delegate));
  const seen = () => invitations.list().find(({ id }) => id === invitation.id)?.lastSeenAt;
  expect(seen()).toBeNull();
  invitations.authenticate(token, 'a');
  expect(seen()).toBe('2026-01-01T00:00:00Z');
  now = '2026-01-01T00:00:30Z';
  milliseconds = 30_000;
  invitations.authenticate(token, 'a');
  expect(seen()).toBe('2026-01-01T00:00:00Z');
  milliseconds = 61_000;
  invitations.authenticate(token, 'a');
  expect(seen()).toBe('2026-01-01T00:00:30Z');
  expect(over(workspace).list()).toEqual(invitations.list());
});

it('INV8: delegates speak for an institution of the register, moderation and editors for none', () => {
  const invitations = over(workspace);
  const before = workspace.invitations.list();
  const codeOf = (request: Parameters<Invitations['create']>[0]) => {
    const made = invitations.create(request);
    return made.ok ? 'made' : made.error.code;
  };
  expect(codeOf({ ...delegate, institution: null })).toBe('argument-invalid');
  expect(codeOf({ ...delegate, institution: institutionId('nobody') })).toBe('institution-unknown');
  expect(codeOf({ ...delegate, role: 'moderator' })).toBe('argument-invalid');
  expect(codeOf({ ...delegate, role: 'editor' })).toBe('argument-invalid');
  expect(codeOf({ ...delegate, expiresAt: now })).toBe('argument-invalid');
  expect(workspace.invitations.list()).toEqual(before);
  expect(codeOf({ ...delegate, role: 'reader', institution: null })).toBe('made');
});

it('INV9: an invitation that was changed behind our back is told, never another right', () => {
  workspace.close();
  for (const statement of [
    "UPDATE invitations SET role = 'moderator' WHERE id = 'delegate'",
    "UPDATE invitations SET institution = 'i4' WHERE id = 'delegate'",
    "UPDATE invitation_tokens SET expires_at = '2099-01-01T00:00:00Z'",
    'UPDATE invitation_tokens SET invitation = 2 WHERE position = 1',
    'DELETE FROM invitation_revocations',
    'DELETE FROM invitation_tokens WHERE position = 4',
    "UPDATE invitation_sightings SET at = '2099-01-01T00:00:00Z' WHERE position = 1",
    'DELETE FROM invitation_sightings WHERE position = 1',
  ]) {
    const copy = join(folder, 'copy.leitbild');
    rmSync(copy, { force: true });
    const raw = new Database(path);
    raw.exec(`VACUUM INTO '${copy}'`);
    raw.close();
    const changed = new Database(copy);
    const triggers = changed.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
      name: string;
      sql: string;
    }[];
    for (const { name } of triggers) changed.exec(`DROP TRIGGER ${name}`);
    changed.exec(statement);
    for (const { sql } of triggers) changed.exec(sql);
    changed.close();
    expect(() => opened(copy), statement).toThrow('workspace-damaged');
  }
  workspace = opened(path);
});

it('INV10: no text but a token lets anybody in', () => {
  const invitations = over(workspace);
  const { token } = valueOf(invitations.create(delegate));
  const nearly = fc.oneof(
    fc.string(),
    fc
      .nat(42)
      .map((at) => `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1, 42)}A`),
    fc.constantFrom(` ${token}`, `${token} `, `${token}=`, token.slice(1), '', 'local'),
  );
  fc.assert(
    fc.property(nearly, (text) => text === token || !invitations.authenticate(text, 'a').ok),
    { seed: 20190705 },
  );
});
