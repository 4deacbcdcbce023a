import { describe, expect, it } from 'vitest';
import { appError, AppFailure } from '../../../../shared/errors/errors.ts';
import { startDraft, listDrafts } from '../../../../shared/contributions/drafts.ts';
import { refusalsOf, submitContribution } from '../../../../shared/contributions/contributions-room.ts';
import type { Result } from '../../../../shared/errors/result.ts';
import { contributionId, institutionId } from '../../../../shared/ids/ids.ts';
import { listDelegates, writeDelegate } from '../../../../shared/register/delegates-room.ts';
import { delegateSchema } from '../../../../shared/register/delegate.ts';
import { listRegister, renameInstitution } from '../../../../shared/rooms/register-room.ts';
import type { RoomName } from '../../../../shared/rooms/rooms.ts';
import { statement } from '../../../support/arbitrary-contribution.ts';
import { askedRound } from '../../../support/asked-round.ts';
import { valueOf } from '../../../support/filled-workspace.ts';
import { connectClient } from '../../../support/host-client.ts';
import { startHost, type TestHost } from '../../../support/live-host.ts';
import { follow, untilState } from '../replica/follower-host.ts';
import { connectOfficial } from '../sync/official-client.ts';
import { until } from '../sync/sync-host.ts';

const ROOM = 'contributions/i3' as RoomName;
const draft = {
  id: contributionId('d1'),
  kind: 'comment',
  anchor: { on: 'document' },
  replaces: null,
} as const;
const merger = { institution: 'i1', into: 'i2', movePeople: true, revoke: false };

async function moderated() {
  const host = await startHost();
  const moderation = await connectClient(host, host.secret);
  return { host, moderation };
}

const entryOf = (host: TestHost, id: string) =>
  register(host).find(({ institution }) => institution.id === institutionId(id))?.institution;
const register = (host: TestHost) =>
  host.rooms.read('process', (process) =>
    host.rooms.read('contacts', (contacts) => listRegister({ process, contacts })),
  );
const people = (host: TestHost) => host.rooms.read('contacts', listDelegates);
const noted = (host: TestHost) =>
  host.workspace.audit
    .list()
    .filter(({ action }) => action.startsWith('institution-'))
    .map(({ action, subject }) => `${action} ${subject}`);

async function codeOf(answer: Promise<Result<unknown>>): Promise<unknown> {
  const got = await answer;
  return got.ok ? 'done' : [got.error.code, 'reason' in got.error.details ? got.error.details.reason : ''];
}

describe('mergers', () => {
  it('REG22: of two who merge two institutions into each other at once, one is refused, and there is no circle', async () => {
    const { host, moderation } = await moderated();
    const other = await connectClient(host, host.invite('moderator').token);
    const answers = await Promise.all([
      codeOf(moderation.call('register.merge', merger)),
      codeOf(other.call('register.merge', { ...merger, institution: 'i2', into: 'i1' })),
    ]);
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
    expect(answers).toContainEqual(['merge-impossible', 'not-taking-part']);
    const merged = [entryOf(host, 'i1'), entryOf(host, 'i2')].flatMap((one) => one?.mergedInto ?? []);
    expect(merged).toHaveLength(1);
    expect(noted(host)).toHaveLength(1);
    for (const [change, reason] of [
      [{ institution: 'i5', into: 'i5' }, 'same'],
      [{ institution: 'i5', into: 'nobody' }, 'unknown'],
    ] as const) {
      const refused = await codeOf(moderation.call('register.merge', { ...merger, ...change }));
      expect(refused).toEqual(['merge-impossible', reason]);
    }
  });

  it('REG22: where storing fails, neither entry, people, invitations nor the log say that two were merged', async () => {
    const { host, moderation } = await moderated();
    valueOf(
      host.invitations.create({
        ...{ role: 'delegate', institution: institutionId('i1'), expiresAt: '2099-01-01T00:00:00Z' },
      }),
    );
    const before = JSON.stringify([register(host), people(host), host.invitations.list()]);
    host.workspace.invitations.revoke = () => {
      throw new AppFailure(appError('disk-full', { path: 'a.leitbild' }));
    };
    expect(await codeOf(moderation.call('register.merge', { ...merger, revoke: true }))).toEqual([
      'disk-full',
      '',
    ]);
    expect(JSON.stringify([register(host), people(host), host.invitations.list()])).toBe(before);
    expect(noted(host)).toEqual([]);
  });

  it('REG24: what a delegate is typing stays and is told; by the link it can be read, or not where that was revoked', async () => {
    const { host, moderation } = await moderated();
    valueOf(await moderation.call('rounds.save', { round: askedRound }));
    valueOf(await moderation.call('rounds.open', { round: 'r1' }));
    const { id, token } = host.invite('delegate');
    const url = `${host.url.replace('http', 'ws')}/rooms`;
    const room = connectOfficial(url, ROOM, token);
    await room.synced();
    startDraft(room.doc, { ...draft, body: 'Was noch nicht fertig ist' });
    await until(() => host.rooms.read(ROOM, listDrafts).length === 1);
    valueOf(await moderation.call('register.merge', { ...merger, institution: 'i3' }));
    submitContribution(room.doc, statement('c1', { institution: institutionId('i3'), author: id }));
    await until(() => refusalsOf(room.doc).get('c1')?.code === 'not-invited');
    room.destroy();

    const again = connectOfficial(url, ROOM, token);
    await again.synced();
    expect(listDrafts(again.doc).map(({ body }) => body.toJSON())).toEqual(['Was noch nicht fertig ist']);
    again.destroy();
    valueOf(await moderation.call('register.comeBack', { institution: 'i3' }));
    const ended = valueOf(
      await moderation.call('register.merge', { ...merger, institution: 'i3', revoke: true }),
    );
    expect(ended.revoked).toContain(id);
    expect(host.invitations.authenticate(token, '127.0.0.1')).toEqual({ ok: false, reason: 'revoked' });
    expect(host.rooms.read(ROOM, listDrafts)).toHaveLength(1);
  });
});

describe('the way back', () => {
  it('REG16: each is taken back whole by the host, once, and not where somebody has changed it since', async () => {
    const { host, moderation } = await moderated();
    host.rooms.edit('contacts', (contacts) =>
      writeDelegate(
        contacts,
        delegateSchema.parse({
          ...{ id: 'p1', institution: 'i1', name: 'Frau Amt', role: 'delegate', email: '', phone: '' },
          ...{ from: null, until: null, invitation: null },
        }),
      ),
    );
    const state = () => JSON.stringify([register(host), people(host)]);
    const before = state();
    for (const change of [
      valueOf(await moderation.call('register.merge', merger)).change,
      valueOf(await moderation.call('register.leave', { institution: 'i4', day: '2026-01-01' })).change,
      valueOf(await moderation.call('register.remove', { institution: 'i5' })).change,
    ].reverse()) {
      expect(state()).not.toBe(before);
      expect(valueOf(await moderation.call('register.takeBack', { change }))).toBe(true);
      expect(valueOf(await moderation.call('register.takeBack', { change }))).toBe(false);
    }
    expect(state()).toBe(before);
    const { change } = valueOf(await moderation.call('register.merge', merger));
    host.rooms.edit('process', (process) =>
      renameInstitution(process, institutionId('i1'), 'Neuer Name', '2026-01-01'),
    );
    const after = state();
    expect(valueOf(await moderation.call('register.takeBack', { change }))).toBe(false);
    expect(valueOf(await moderation.call('register.takeBack', { change: 'unheard' }))).toBe(false);
    expect(state()).toBe(after);
  });
});

describe('removal', () => {
  it('REG23: of whom something is known is refused with why; of whom nothing is, goes with people and contact', async () => {
    const { host, moderation } = await moderated();
    const remove = (institution: string) => codeOf(moderation.call('register.remove', { institution }));
    host.rooms.edit('contributions/i6' as RoomName, (doc) => startDraft(doc, draft));
    host.invite('delegate');
    valueOf(await moderation.call('register.merge', merger));
    expect([await remove('i6'), await remove('i3'), await remove('i2'), await remove('nobody')]).toEqual([
      ['institution-bound', 'written'],
      ['institution-bound', 'invited'],
      ['institution-bound', 'merged'],
      ['institution-unknown', ''],
    ]);
    expect(await remove('i7')).toBe('done');
    expect(entryOf(host, 'i7')).toBeUndefined();
    expect(register(host).some(({ institution }) => institution.id === institutionId('i7'))).toBe(false);
    expect(noted(host)).toEqual(['institution-merged i1 i2 local', 'institution-removed i7 local']);
  });

  it('REG22: a file that follows does none of it', async () => {
    const upper = await startHost();
    const { api } = await follow(upper, 'moderator');
    await untilState(api, 'connected');
    const answers = [
      await api('register.merge', merger),
      await api('register.leave', { institution: 'i1', day: '2026-01-01' }),
      await api('register.comeBack', { institution: 'i1' }),
      await api('register.remove', { institution: 'i1' }),
      await api('register.takeBack', { change: 'x' }),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ error: { code: 'workspace-follows' } });
  });
});
