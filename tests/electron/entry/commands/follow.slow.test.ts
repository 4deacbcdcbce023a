import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import { Doc } from 'yjs';
import { httpTransport } from '../../../../electron/host/replica/http-transport.ts';
import type { Following } from '../../../../renderer/words/follow-words.ts';
import { createApiClient, type ApiClient } from '../../../../shared/api/client.ts';
import { writeJoinLink, readJoinLink } from '../../../../shared/api/join-link.ts';
import { submitContribution, refusalsOf } from '../../../../shared/contributions/contributions-room.ts';
import { listDrafts, startDraft } from '../../../../shared/contributions/drafts.ts';
import { voiceIdsOf } from '../../../support/voice-ids.ts';
import { contributionId, institutionId, roundId } from '../../../../shared/ids/ids.ts';
import type { RoomName } from '../../../../shared/rooms/rooms.ts';
import { statement } from '../../../support/arbitrary-contribution.ts';
import { askedRound } from '../../../support/asked-round.ts';
import { fill, made, opened, valueOf } from '../../../support/filled-workspace.ts';
import { projectRoot, runCli, temporaryFolder } from '../../../support/run-cli.ts';

interface Served {
  readonly url: string;
  readonly port: number;
  readonly api: ApiClient;
  /** The official client, let in as the window of that machine. */
  room(name: RoomName): WebsocketProvider;
  stop(): Promise<void>;
}

/** Runs `leitbild serve` as a process of its own; `port` so that it comes back where it was. */
async function serve(path: string, ...args: readonly string[]): Promise<Served & { sharedUrl: string }> {
  const child: ChildProcess = spawn(
    process.execPath,
    [join(projectRoot, 'electron/entry/cli.ts'), 'serve', path, '--json', ...args],
    { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  let log = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (log += text));
  const line = new Promise<string>((resolve, reject) => {
    let out = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (out.includes('\n')) resolve(out.split('\n')[0] ?? '');
    });
    child.once('close', () => reject(new Error(log)));
  });
  const said = JSON.parse(await line) as {
    url: string;
    secret: string;
    sharing: { urls?: readonly string[] };
  };
  return {
    url: said.url,
    port: Number(new URL(said.url).port),
    sharedUrl: said.sharing.urls?.[0] ?? '',
    api: createApiClient(httpTransport(said.url, said.secret)),
    room(name) {
      const provider = new WebsocketProvider(`${said.url.replace('http', 'ws')}/rooms`, name, new Doc(), {
        protocols: ['leitbild', said.secret],
        WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
        disableBc: true,
      });
      onTestFinished(() => provider.destroy());
      return provider;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'close');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const synced = (provider: WebsocketProvider): Promise<unknown> =>
  provider.synced ? Promise.resolve() : new Promise((resolve) => provider.once('sync', resolve));

/** Asks again after each answer until it is as wished; every answer takes a turn over the network. */
async function untilStatus(api: ApiClient, wished: Partial<Following> & { some?: true }): Promise<void> {
  const { some, ...equal } = wished;
  for (;;) {
    const status = valueOf(await api('replica.status', {}));
    if (status.state === 'none') throw new Error('follows nobody');
    const isEqual = Object.entries(equal).every(([key, value]) => status[key as keyof Following] === value);
    if (isEqual && (some === undefined || status.pendingUpdates > 0)) return;
  }
}
async function untilDoc(doc: Doc, condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => doc.once('update', resolve));
}

const caritas = institutionId('i3');
const ROOM: RoomName = `contributions/${caritas}`;

async function invite(path: string, ...args: readonly string[]): Promise<{ id: string; link: string }> {
  const run = await runCli(['invite', path, '--json', ...args]);
  expect(run.err).toBe('');
  const issued = JSON.parse(run.out) as { invitation: { id: string }; link: string };
  return { id: issued.invitation.id, link: issued.link };
}

it('FOL10: a delegate joins, goes offline, writes, comes back, is refused one thing, and is sent away', async () => {
  const folder = temporaryFolder();
  const [above, below] = [join(folder, 'stadt.leitbild'), join(folder, 'delegierte.leitbild')];
  const workspace = made(above);
  fill(workspace);
  workspace.close();
  const invited = await invite(above, '--institution', 'i3', '--tls', '--expires', '300d');
  let upper = await serve(above, '--lan', '--lan-port', '0', '--tls');
  const lanPort = new URL(upper.sharedUrl).port;
  const link = readJoinLink(invited.link);
  expect(link?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  const base = `https://127.0.0.1:${lanPort}`;
  const joinLink = writeJoinLink({ base, token: link?.token ?? '', fingerprint: link?.fingerprint ?? null });
  const phase = { text: 'open', contributions: 'open', voices: 'moderation' } as const;
  valueOf(await upper.api('phase.set', phase));
  valueOf(await upper.api('rounds.save', { round: askedRound }));
  valueOf(await upper.api('rounds.open', { round: 'r1' }));

  // With the wrong certificate nothing is sent and nothing is made.
  const wrong = writeJoinLink({ base, token: link?.token ?? '', fingerprint: '0'.repeat(64) });
  const refused = await runCli(['join', wrong, '--into', below]);
  expect([refused.code, existsSync(below)]).toEqual([1, false]);
  expect(refused.err).toContain('anderen Zertifikat');

  const joined = await runCli(['join', joinLink, '--into', below]);
  expect([joined.err, joined.code]).toEqual(['', 0]);
  expect(joined.out).toContain('Delegierte (i3)');
  expect(joined.out).toContain('Editionen empfangen: 2008, 2014.');

  // The command line can ask a host with a certificate of its own too: by its fingerprint, or a link.
  const moderator = valueOf(
    await upper.api('invitations.create', {
      ...{ role: 'moderator', institution: null, expiresAt: '2099-01-01T00:00:00Z' },
    }),
  );
  const print = link?.fingerprint ?? '';
  const asked = ['status', above, '--host', base, '--secret', moderator.token];
  const link2 = writeJoinLink({ base, token: moderator.token, fingerprint: print });
  for (const [args, code, said] of [
    [[...asked, '--fingerprint', (print.match(/../g) ?? []).join(':').toUpperCase()], 0, 'Einladungen:'],
    [['status', above, '--host', link2], 0, 'Einladungen:'],
    [asked, 1, 'dem Zertifikat wird nicht vertraut'],
    [[...asked, '--fingerprint', '0'.repeat(64)], 1, 'anderen Zertifikat'],
    [[...asked, '--fingerprint', 'x'], 1, 'kein Fingerabdruck'],
  ] as const) {
    const run = await runCli(args);
    expect([args.at(-1), run.code]).toEqual([args.at(-1), code]);
    expect(run.out + run.err).toContain(said);
  }

  let lower = await serve(below);
  await untilStatus(lower.api, { state: 'connected', role: 'delegate', institution: caritas });
  expect(valueOf(await lower.api('workspace.overview', {}))).toMatchObject({
    ...{ title: 'Leitbild', principal: invited.id, role: 'delegate', editions: 2, phase },
  });

  // The text may not be written here either, nor may anything be opened or frozen.
  const text = lower.room('text');
  await synced(text);
  const sentAway = new Promise((resolve) => text.once('connection-close', (event) => resolve(event?.code)));
  text.doc.getMap('header').set('title', 'Meins');
  expect(await sentAway).toBe(4405);
  for (const name of ['phase.set', 'editions.freeze', 'invitations.create', 'sharing.start'] as const) {
    const inputs = {
      'phase.set': phase,
      'editions.freeze': { label: '2020', adoption: null },
      'invitations.create': { role: 'moderator', institution: null, expiresAt: '2099-01-01T00:00:00Z' },
      'sharing.start': { port: 0, tls: false },
    } as const;
    expect(await lower.api(name, inputs[name])).toMatchObject({ error: { code: 'call-not-allowed' } });
  }

  // Offline: the host is gone, the delegate goes on.
  await upper.stop();
  await untilStatus(lower.api, { state: 'offline', reason: 'unreachable' });
  const author = { institution: caritas, author: invited.id, round: roundId('r1') };
  const { anchor } = statement('a', author);
  const own = lower.room(ROOM);
  await synced(own);
  startDraft(own.doc, { id: contributionId('d1'), kind: 'comment', anchor, replaces: null, body: 'Entwurf' });
  submitContribution(own.doc, statement('c1', author));
  await untilStatus(lower.api, { some: true });
  upper = await serve(above, '--lan', '--lan-port', lanPort, '--tls');
  await untilStatus(lower.api, { state: 'connected', pendingUpdates: 0 });
  const voices = upper.room('voices');
  await synced(voices);
  await untilDoc(voices.doc, () => voiceIdsOf(voices.doc, caritas).includes('c1'));

  // A submission that the host does not take comes back as such.
  submitContribution(own.doc, statement('forged', { ...author, author: 'somebody' }));
  await untilDoc(own.doc, () => refusalsOf(own.doc).get('forged')?.code === 'author-unknown');

  // What waits is known to the closed file too, over a restart.
  await upper.stop();
  await untilStatus(lower.api, { state: 'offline' });
  submitContribution(own.doc, statement('c2', author));
  await untilStatus(lower.api, { some: true });
  await lower.stop();
  const waiting = await runCli(['status', below]);
  expect(waiting.out).toContain('1 Änderung wartet auf das Senden.');
  expect(waiting.out).toContain(`unter ${base}, als Delegierte (i3)`);
  const alone = await runCli(['sync', below]);
  expect([alone.code, alone.out]).toEqual([1, '']);
  expect(alone.err).toContain('antwortet kein Leitbild-Dienst');

  // A change of the text that got into the file behind our back is refused there, put aside, and can be looked at.
  const file = opened(below);
  const doc = file.rooms.load('text');
  doc.on('update', (update: Uint8Array) => file.rooms.append('text', update));
  doc.getMap('header').set('title', 'Heimlich');
  file.close();
  upper = await serve(above, '--lan', '--lan-port', lanPort, '--tls');
  const again = await runCli(['sync', below]);
  expect(again.out).toContain('Beiträge Ihrer Institution: 1 Änderung gesendet.');
  expect(again.out).toContain('Text: Was hier geändert wurde, wird dort nicht angenommen.');
  expect([again.code, again.err]).toEqual([1, expect.stringContaining('Nicht alles ließ sich austauschen')]);
  const nothing = await runCli(['sync', below]);
  expect([nothing.code, nothing.out.trim()]).toEqual([0, 'Beide Seiten waren schon auf demselben Stand.']);
  lower = await serve(below);
  await untilStatus(lower.api, { state: 'connected', refusals: 1 });
  expect(valueOf(await lower.api('refusals.list', {}))).toMatchObject([{ id: 1, room: 'text' }]);
  const restored = valueOf(await lower.api('refusals.restore', { refusal: 1 }));
  expect(restored).toMatchObject({ kind: 'text', header: { title: 'Heimlich' } });
  valueOf(await lower.api('refusals.dismiss', { refusal: 1 }));
  expect(valueOf(await lower.api('workspace.overview', {})).title).toBe('Leitbild');

  // An edition that is frozen there arrives here.
  valueOf(await upper.api('editions.freeze', { label: '2019', adoption: null }));
  await lower.stop();
  expect((await runCli(['sync', below])).out).toContain('Editionen empfangen: 2019.');
  lower = await serve(below);
  await untilStatus(lower.api, { state: 'connected', refusals: 0 });

  // The invitation is withdrawn: everything stays, and what is written goes on being kept.
  valueOf(await upper.api('invitations.revoke', { invitation: invited.id }));
  await untilStatus(lower.api, { state: 'refused', reason: 'revoked' });
  const late = lower.room(ROOM);
  await synced(late);
  submitContribution(late.doc, statement('c3', author));
  await untilStatus(lower.api, { state: 'refused', some: true });
  await lower.stop();
  const told = await runCli(['status', below]);
  expect(told.out).toContain('nicht mehr zugelassen');
  expect(told.out).toContain('Ihre Einladung wurde widerrufen');
  expect((await runCli(['sync', below])).code).toBe(1);

  // Another invitation goes on where the first one ended.
  const renewed = valueOf(
    await upper.api('invitations.create', {
      ...{ role: 'delegate', institution: 'i3', expiresAt: '2099-01-01T00:00:00Z' },
    }),
  );
  const newLink = writeJoinLink({ base, token: renewed.token, fingerprint: link?.fingerprint ?? null });
  const rejoined = await runCli(['join', newLink, '--into', below]);
  expect([rejoined.err, rejoined.code]).toEqual(['', 0]);
  expect(rejoined.out).toContain('Beiträge Ihrer Institution: 1 Änderung gesendet.');
  await untilDoc(voices.doc, () => voiceIdsOf(voices.doc, caritas).length > 0);
  const now = upper.room('voices');
  await synced(now);
  await untilDoc(now.doc, () => voiceIdsOf(now.doc, caritas).length === 3);
  expect([...voiceIdsOf(now.doc, caritas)].sort()).toEqual(['c1', 'c2', 'c3']);

  // The command line holds to the same rights, and handing on the file first takes the invitation out.
  for (const args of [
    ['serve', below, '--lan', '--lan-port', '0'],
    ['header', below, '--title', 'Meins'],
    ['freeze', below, '--edition', '2021'],
    ['invite', below, '--role', 'reader'],
    ['import', join(projectRoot, 'README.md'), '--into', below],
  ]) {
    const run = await runCli(args);
    expect([args[0], run.code]).toEqual([args[0], 1]);
    expect(run.err).toContain(`unter ${base} geführt`);
  }
  expect(readFileSync(below).includes(renewed.token)).toBe(true);
  expect((await runCli(['leave', below])).out).toContain('gelöst');
  expect(readFileSync(below).includes(renewed.token)).toBe(false);
  const left = opened(below);
  expect(left.editions.list().map(({ label }) => label)).toEqual(['2008', '2014', '2019']);
  const room = left.rooms.load(ROOM);
  expect(listDrafts(room).map(({ id }) => id)).toEqual(['d1']);
  expect(left.verify()).toMatchObject({ ok: true });
  left.close();
  await upper.stop();
}, 120_000);
