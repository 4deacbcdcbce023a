import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openRoundPackage } from '../../../../electron/host/packages/open-round.ts';
import { submitContribution } from '../../../../shared/contributions/contributions-room.ts';
import { roundId } from '../../../../shared/ids/ids.ts';
import { publicKeyOf, sealEnvelope, secretKeyOf } from '../../../../shared/packages/envelope.ts';
import { sealRound } from '../../../../shared/packages/open-package.ts';
import type { RoomName } from '../../../../shared/rooms/rooms.ts';
import { readDocument } from '../../../../shared/rooms/text-room.ts';
import { startDesk } from '../../../support/desk.ts';
import { fixedPorts, valueOf } from '../../../support/filled-workspace.ts';
import { connectClient } from '../../../support/host-client.ts';
import { startAgain } from '../../../support/live-host.ts';
import {
  applyAll,
  inspect,
  jobOf,
  packageHost,
  packagesFor,
  type planned,
  saidIn,
  taken,
} from './package-host.ts';

const room = 'contributions/i3' as RoomName;

/** A round package on the disk of a delegate, and the host that sent it. */
async function packageOnDisk(change: Partial<typeof planned> = {}) {
  const at = await packageHost(change);
  const [sent] = await packagesFor(at, ['i3']);
  if (sent === undefined) throw new Error('no package');
  const secret = at.host.workspace.packages.fileKey();
  if (secret === null) throw new Error('no key');
  const folder = mkdtempSync(join(tmpdir(), 'round-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, sent.name);
  writeFileSync(path, sealRound(sent.inside, secret));
  return { at, sent, path, secret };
}

it('PKG11: a round package becomes a file beside it, in which its institution writes and nobody else, and which answers', async () => {
  const { at, sent, path } = await packageOnDisk();
  const file = valueOf(await openRoundPackage(path, { ports: fixedPorts() }));
  expect(file).toBe(path.replace('.leitbild-runde', '.leitbild'));
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const clock = { instant: '2019-05-02T10:00:00Z', milliseconds: 0 };
  const host = await startAgain({ path: file, clock });
  const delegate = await connectClient(host, host.secret);
  onTestFinished(() => delegate.close());
  expect(valueOf(await delegate.call('workspace.overview', {}))).toMatchObject({
    ...{ role: 'delegate', institution: 'i3', principal: sent.inside.author, byFile: true, institutions: 25 },
    phase: { contributions: 'open' },
  });
  expect(valueOf(host.rooms.read('text', (doc) => readDocument(doc, file)))).toEqual(
    sent.inside.base.document,
  );
  expect(valueOf(await delegate.call('rounds.base', { round: 'r1' })).hash).toBe(
    sent.inside.round.base?.hash,
  );
  const refused = await delegate.call('rounds.close', { round: 'r1' });
  expect(refused).toMatchObject({ error: { code: 'call-not-allowed' } });
  host.rooms.edit(room, (doc) => submitContribution(doc, saidIn(sent, 'c1')));
  const made = valueOf(await jobOf(delegate, await delegate.call('packages.answer', {})));
  if (made.kind !== 'file') throw new Error(made.kind);
  expect(made.name).toBe('Runde 2019 – Verein 3.leitbild-antwort');
  const answer = new Uint8Array(await (await delegate.fetch(`/downloads/${made.download}`)).arrayBuffer());
  expect(await applyAll(at, await inspect(at, answer))).toMatchObject({ taken: 1, refused: 0 });
  expect(taken(at)).toMatchObject([{ id: 'c1', via: { by: 'package', late: false } }]);
  valueOf(await host.close());

  // Opened again, it is the same file with what was written in it; and a package sent later holds what was taken.
  expect(valueOf(await openRoundPackage(path, { ports: fixedPorts() }))).toBe(file);
  const again = await startAgain({ path: file, clock });
  expect(again.rooms.read(room, (doc) => [...doc.getMap('submitted').keys()])).toEqual(['c1']);
  expect(again.workspace.verify()).toMatchObject({ ok: true });
});

it.each(['2018-05-02T10:00:00Z', '2020-05-02T10:00:00Z'])(
  'PKG8: where the clock of an institution says %s, it writes and answers as anybody else, and in time',
  async (instant) => {
    const { at, sent, path } = await packageOnDisk({ closesAt: '2019-06-30T21:59:59Z' });
    const file = valueOf(
      await openRoundPackage(path, { ports: { ...fixedPorts(), clock: { now: () => instant } } }),
    );
    const host = await startAgain({ path: file, clock: { instant, milliseconds: 0 } });
    const delegate = await connectClient(host, host.secret);
    onTestFinished(() => delegate.close());
    host.look();
    expect(valueOf(await delegate.call('phase.get', {})).contributions).toBe('open');
    host.rooms.edit(room, (doc) => submitContribution(doc, saidIn(sent, 'c1', { submittedAt: instant })));
    const made = valueOf(await jobOf(delegate, await delegate.call('packages.answer', {})));
    if (made.kind !== 'file') throw new Error(made.kind);
    const bytes = await (await delegate.fetch(`/downloads/${made.download}`)).arrayBuffer();
    expect(await applyAll(at, await inspect(at, new Uint8Array(bytes)))).toMatchObject({ taken: 1, late: 0 });
    expect(taken(at)).toMatchObject([{ id: 'c1', via: { late: false } }]);
  },
);

it('PKG11: from the start screen, a package has one file and one host, however often it is opened', async () => {
  const { path } = await packageOnDisk();
  const desk = await startDesk();
  const open = () => desk.api('desk.open', { path });
  const both = await Promise.all([open(), open()]);
  const again = await open();
  expect(new Set([...both, again].map((one) => valueOf(one).url)).size).toBe(1);
  expect(valueOf(again).path).toBe(path.replace('.leitbild-runde', '.leitbild'));
  expect(valueOf(await desk.api('desk.state', {})).recent).toMatchObject([{ title: 'Leitbild' }]);
  const listed = valueOf(await desk.api('desk.browse', { folder: dirname(path) }));
  expect(listed.entries.map(({ path: one }) => one)).toContain(path);
  writeFileSync(path, 'Guten Tag');
  await desk.api('desk.close', { path: valueOf(again).path });
  expect(await open()).toMatchObject({ error: { code: 'package-damaged' } });
});

it('PKG11: another file of that name is never touched, and of a package that is not whole nothing is made', async () => {
  const { sent, path, secret } = await packageOnDisk();
  const file = path.replace('.leitbild-runde', '.leitbild');
  writeFileSync(path, readFileSync(path, 'utf8').slice(0, -9));
  expect(await openRoundPackage(path, { ports: fixedPorts() })).toMatchObject({
    error: { code: 'package-damaged' },
  });
  const stranger = secretKeyOf(new Uint8Array(32).fill(9));
  writeFileSync(path, sealEnvelope('round', sent.inside, stranger));
  expect(await openRoundPackage(path, { ports: fixedPorts() })).toMatchObject({
    error: { code: 'package-unsigned', details: { kind: 'round' } },
  });
  expect(existsSync(file)).toBe(false);
  expect(() => sealRound({ ...sent.inside, leitbild: publicKeyOf(stranger) }, secret)).toThrow(TypeError);
  writeFileSync(path, sealRound(sent.inside, secret));
  valueOf(await openRoundPackage(path, { ports: fixedPorts() }));
  const round = { ...sent.inside.round, id: roundId('r2') };
  const base = { ...sent.inside.base, round: roundId('r2') };
  writeFileSync(path, sealRound({ ...sent.inside, round, base }, secret));
  expect(await openRoundPackage(path, { ports: fixedPorts() })).toMatchObject({
    error: { code: 'workspace-exists', details: { path: file } },
  });
  const before = readFileSync(file);
  const anew = () => openRoundPackage(path, { ports: fixedPorts(), anew: true });
  const second = file.replace('.leitbild', ' (2).leitbild');
  expect(valueOf(await anew())).toBe(second);
  // From now on the package has a file, by whatever way it is opened.
  expect(valueOf(await openRoundPackage(path, { ports: fixedPorts() }))).toBe(second);
  expect(valueOf(await anew())).toBe(second);
  expect(readFileSync(file)).toEqual(before);
  // What lies there and is none of ours is left alone as well.
  rmSync(second);
  writeFileSync(second, 'Guten Tag');
  expect(valueOf(await anew())).toBe(file.replace('.leitbild', ' (3).leitbild'));
  expect(readFileSync(second, 'utf8')).toBe('Guten Tag');
});

it('PKG11: a package that was sent once more does not open the file of the one before while that is open', async () => {
  const { sent, path, secret } = await packageOnDisk();
  const desk = await startDesk();
  const first = valueOf(await desk.api('desk.open', { path }));
  writeFileSync(path, sealRound({ ...sent.inside, createdAt: '2019-05-02T10:00:00Z' }, secret));
  expect(await desk.api('desk.open', { path })).toMatchObject({
    error: { code: 'workspace-exists', details: { path: first.path } },
  });
  expect(valueOf(await desk.api('desk.open', { path: first.path })).url).toBe(first.url);
  const second = valueOf(await desk.api('desk.open', { path, anew: true }));
  expect(second.path).toBe(first.path.replace('.leitbild', ' (2).leitbild'));
  expect(valueOf(await desk.api('desk.open', { path })).url).toBe(second.url);
});

it('PKG13: the Leitbild to which an answer belongs is found among the files that were opened here, open or not', async () => {
  const { at, sent } = await packageOnDisk();
  const desk = await startDesk();
  const { leitbild } = sent.inside;
  const find = async () => valueOf(await desk.api('desk.findLeitbild', { leitbild }));
  valueOf(await desk.api('desk.sample', {}));
  expect(await find()).toBe(null);
  const { path } = at.host;
  valueOf(await at.host.close());
  const { path: opened } = valueOf(await desk.api('desk.open', { path }));
  expect(await find()).toBe(opened);
  valueOf(await desk.api('desk.close', { path }));
  const before = readFileSync(path);
  expect(await find()).toBe(opened);
  expect(readFileSync(path)).toEqual(before);
  rmSync(path);
  expect(await find()).toBe(null);
});
