import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { httpTransport } from '../../../../electron/host/replica/http-transport.ts';
import { createApiClient } from '../../../../shared/api/client.ts';
import { callNames, contract, type CallName } from '../../../../shared/api/contract.ts';
import { refusalsOf, submitContribution } from '../../../../shared/contributions/contributions-room.ts';
import { institutionId } from '../../../../shared/ids/ids.ts';
import { roles } from '../../../../shared/rights/rights.ts';
import { statement } from '../../../support/arbitrary-contribution.ts';
import { valueOf } from '../../../support/filled-workspace.ts';
import { startHost } from '../../../support/live-host.ts';
import { rawRequest } from '../../../support/raw-http.ts';
import { temporaryFolder } from '../../../support/run-cli.ts';
import { follow, openFollower, untilState } from './follower-host.ts';

const ROOM = `contributions/${institutionId('i3')}` as const;
const phase = { text: 'open', contributions: 'open', voices: 'moderation' } as const;
const portOf = (url: string): number => Number(new URL(url).port);

/** What would end the test. */
const endsIt: readonly CallName[] = ['replica.leave'];

describe('rights of a follower', () => {
  it.each(roles)(
    'FOL3: the window of a %s has the calls and rooms of that role, and no more',
    async (role) => {
      const upper = await startHost();
      valueOf(await createApiClient(httpTransport(upper.url, upper.secret))('phase.set', phase));
      const { host, api } = await follow(upper, role);
      for (const name of callNames.filter((one) => !endsIt.includes(one))) {
        const { method, callers } = contract[name];
        const body = method === 'POST' ? '{}' : '';
        const { status } = await rawRequest(
          portOf(host.url),
          `${method} /api/${name}`,
          { authorization: `Bearer ${host.secret}` },
          body,
        );
        expect([name, status === 403]).toEqual([name, !(callers as readonly string[]).includes(role)]);
      }
      expect(valueOf(await api('workspace.overview', {})).role).toBe(role);
      expect(await api('editions.freeze', { label: '2020', adoption: null })).toMatchObject({
        error: { code: role === 'moderator' ? 'workspace-follows' : 'call-not-allowed' },
      });
      const delegate = { role: 'delegate', institution: 'i3', expiresAt: '2029-01-01T00:00:00Z' } as const;
      expect(await api('invitations.create', delegate)).toMatchObject({
        error: { code: role === 'moderator' ? 'workspace-follows' : 'call-not-allowed' },
      });
      // As an attacker would, past every client: a write into the text, in a frame of its own.
      const doc = new Doc();
      doc.getMap('header').set('title', 'Meins');
      const update = encodeStateAsUpdate(doc);
      const socket = new WebSocket(`${host.url.replace('http', 'ws')}/rooms/text`, ['leitbild', host.secret]);
      onTestFinished(() => socket.terminate());
      await once(socket, 'open');
      const mayWrite = role === 'moderator' || role === 'editor';
      const ended = once(socket, 'close');
      const taken = new Promise((resolve) => {
        socket.on('message', (data: Buffer) => data[0] === 100 && resolve('taken'));
      });
      socket.send(Buffer.concat([Buffer.from([0, 2, update.length]), update]));
      socket.send(Buffer.from([100]));
      const outcome = await Promise.race([taken, ended.then(([code]) => code as number)]);
      expect(outcome).toBe(mayWrite ? 'taken' : 4405);
      const title = host.workspace.rooms.load('text').getMap('header').get('title');
      expect(title).toBe(mayWrite ? 'Meins' : 'Leitbild');
    },
  );

  it('FOL3: an invitation of its own lets nobody into the file of a guest', async () => {
    const upper = await startHost();
    const lower = await follow(upper, 'reader');
    const expiresAt = '2029-01-01T00:00:00Z';
    const issued = lower.host.invitations.create({ role: 'moderator', institution: null, expiresAt });
    const guest = createApiClient(httpTransport(lower.host.url, valueOf(issued).token));
    expect(await guest('phase.get', {})).toMatchObject({ error: { code: 'token-revoked' } });
    // Nor does the invitation by which it follows.
    const own = createApiClient(httpTransport(lower.host.url, lower.token));
    expect(await own('phase.get', {})).toMatchObject({ error: { code: 'token-revoked' } });
  });

  it('FOL4: what is submitted on the machine of a delegate is decided by the host alone', async () => {
    const upper = await startHost();
    valueOf(await createApiClient(httpTransport(upper.url, upper.secret))('phase.set', phase));
    const { host, api, path, id } = await follow(upper, 'delegate');
    await untilState(api, 'connected');
    await upper.close();
    await untilState(api, 'offline');
    const author = { institution: institutionId('i3'), author: id };
    host.rooms.edit(ROOM, (doc) => submitContribution(doc, statement('c1', author)));
    await host.close();
    const again = await openFollower(path);
    const room = again.host.workspace.rooms.load(ROOM);
    expect([...refusalsOf(room)]).toEqual([]);
    expect(again.host.workspace.rooms.load('voices').store.clients.size).toBe(0);
    expect(valueOf(await again.api('replica.status', {}))).toMatchObject({ pendingUpdates: 1 });
  });

  it('FOL2: a copy that the window of a second moderator saves does not hand the invitation on', async () => {
    const upper = await startHost();
    const { api, token, path } = await follow(upper, 'moderator');
    const copy = join(temporaryFolder(), 'weitergegeben.leitbild');
    valueOf(await api('workspace.saveCopy', { path: copy, goOnThere: false }));
    expect([readFileSync(copy).includes(token), existsSync(path)]).toEqual([false, true]);
    const { api: receiver } = await openFollower(copy);
    expect(valueOf(await receiver('replica.status', {}))).toMatchObject({ state: 'left' });
    // A host without a desk cannot go on elsewhere, so its copy takes nobody's place.
    const second = join(temporaryFolder(), 'zweite.leitbild');
    valueOf(await api('workspace.saveCopy', { path: second, goOnThere: true }));
    expect(readFileSync(second).includes(token)).toBe(false);
  });
});
