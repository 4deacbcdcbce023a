import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { httpTransport } from '../../../../electron/host/replica/http-transport.ts';
import { joinHost } from '../../../../electron/host/replica/join-host.ts';
import { mirrorSource } from '../../../../electron/host/replica/mirror-source.ts';
import { createApiClient } from '../../../../shared/api/client.ts';
import { writeJoinLink } from '../../../../shared/api/join-link.ts';
import { realPorts } from '../../../support/desk.ts';
import { made, opened, sampleRoundBase } from '../../../support/filled-workspace.ts';
import { temporaryFolder } from '../../../support/run-cli.ts';
import { shippedProfile } from '../../../support/standard-profile.ts';

type Answers = Readonly<Record<string, unknown>>;

/** A program that says whatever it likes to whoever followed its link. */
async function hostileHost(answers: () => Answers): Promise<string> {
  const server = createServer((request, response) => {
    const call = (request.url ?? '').split('?', 1)[0]?.slice('/api/'.length) ?? '';
    response.end(JSON.stringify({ ok: true, value: answers()[call] ?? null }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

const token = 'T'.repeat(43);
const overview = { principal: 'x1', role: 'reader', institution: null };
const source = { profile: shippedProfile(), editions: [], assets: [] };
const hash = 'a'.repeat(64);
const nonsense: readonly unknown[] = [
  ...[null, 0, '', [], {}, 'x'.repeat(10_000), [[[]]]],
  { ...overview, principal: '../../etc/passwd' },
  { ...overview, principal: 7 },
  { ...overview, role: 'owner' },
  { ...overview, role: ['moderator'] },
  { ...overview, role: 'delegate' },
  { ...overview, role: 'delegate', institution: '../voices' },
  { ...source, profile: null },
  { ...source, profile: { format: 'leitbild-profile' } },
  { ...source, editions: null },
  { ...source, editions: [null] },
  { ...source, editions: [{ label: '2019', hash: { toString: 1 } }] },
  { ...source, editions: [{ label: 2019, hash }] },
  { ...source, assets: [{ id: '../../x', name: 'x', alternativeText: 'x' }] },
  { ...source, assets: [{ id: hash, name: null, alternativeText: {} }] },
  { ...source, assets: 'many' },
  { ...source, bases: [{ round: '../x', hash }] },
];

it('whatever a host answers to somebody who joins, he is told, and no file and no lock stays behind', async () => {
  let answers: Answers = {};
  const base = await hostileHost(() => answers);
  const folder = temporaryFolder();
  const path = join(folder, 'a.leitbild');
  const attempt = () =>
    joinHost({
      ...{ link: writeJoinLink({ base, token, fingerprint: null }), path, ports: realPorts },
      logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
      random: Math.random,
      signal: AbortSignal.abort(),
    });
  for (const one of nonsense) {
    for (const call of ['workspace.overview', 'replica.source']) {
      answers = { 'workspace.overview': overview, 'replica.source': source, [call]: one };
      expect([call, one, await attempt()]).toMatchObject([call, one, { ok: false }]);
      expect(readdirSync(folder)).toEqual([]);
    }
  }
});

it('whatever a host answers to a file that follows it, nothing is thrown that would end the process', async () => {
  let answers: Answers = {};
  const base = await hostileHost(() => answers);
  const path = join(temporaryFolder(), 'a.leitbild');
  const workspace = made(path);
  const api = createApiClient(httpTransport(base, token));
  for (const one of nonsense) {
    answers = { 'replica.source': one };
    expect([one, await mirrorSource(api, workspace)]).toMatchObject([one, { ok: false }]);
  }
  const lists = '{"type":"bulletList","content":[{"type":"listItem","content":[';
  const deep = `{"document":{"type":"leitbild","content":[${lists.repeat(20_000)}${']}]}'.repeat(20_000)}]}}`;
  for (const json of [null, {}, 7, '', '{', deep, '['.repeat(100_000), '\ud800']) {
    const label = '2019';
    const announced = createHash('sha256')
      .update(typeof json === 'string' ? json : '')
      .digest('hex');
    answers = {
      'replica.source': { ...source, editions: [{ label, hash: announced }] },
      'editions.content': { hash: announced, json },
    };
    expect(await mirrorSource(api, workspace)).toMatchObject({ ok: false });
  }
  for (const base64 of [null, 7, {}, '', '!!!!', 'PHN2Zz48c2NyaXB0Lz48L3N2Zz4=']) {
    const id = createHash('sha256')
      .update(Buffer.from(typeof base64 === 'string' ? base64 : '', 'base64'))
      .digest('hex');
    answers = {
      'replica.source': { ...source, assets: [{ id, name: 'x.svg', alternativeText: 'x' }] },
      'assets.content': { asset: id, base64 },
    };
    expect([base64, await mirrorSource(api, workspace)]).toMatchObject([base64, { ok: false }]);
  }
  const { base: asked, hash: ofAsked } = sampleRoundBase('r1');
  const nested = JSON.parse(`{"document":${lists.repeat(500)}${']}]}'.repeat(500)}}`) as object;
  for (const base of [null, 7, {}, { ...asked, title: 'Anders' }, { ...asked, ...nested }, [asked]]) {
    answers = {
      'replica.source': { ...source, bases: [{ round: 'r1', hash: ofAsked }] },
      'rounds.base': { base, hash: ofAsked },
    };
    expect(await mirrorSource(api, workspace)).toMatchObject({
      ok: false,
      error: { code: 'answer-invalid' },
    });
  }
  const other = sampleRoundBase('r2');
  answers = {
    'replica.source': { ...source, bases: [{ round: 'r1', hash: other.hash }] },
    'rounds.base': other,
  };
  expect(await mirrorSource(api, workspace)).toMatchObject({ ok: false });
  workspace.close();
  const left = opened(path, true);
  expect([left.assets.list(), left.editions.list(), left.roundBases.list()]).toEqual([[], [], []]);
  left.close();
});
