import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { gatherPackages, noteSealed } from '../../../../electron/host/packages/create-packages.ts';
import { sealPackages } from '../../../../electron/host/packages/seal-packages.ts';
import { institutionId, roundId } from '../../../../shared/ids/ids.ts';
import { fixedPorts, valueOf } from '../../../support/filled-workspace.ts';
import {
  answerTo,
  applyAll,
  inspect,
  packageHost,
  packagesFor,
  saidIn,
  taken,
  type PackageHost,
} from './package-host.ts';

async function withPackage() {
  const at = await packageHost();
  return { at, sent: await packageFor(at) };
}

async function packageFor(at: PackageHost) {
  const [sent] = await packagesFor(at, ['i3']);
  if (sent === undefined) throw new Error('no package');
  return sent;
}

const withdraw = async ({ moderation }: PackageHost, author: string) =>
  moderation.call('packages.withdraw', { author });

const told = async (at: PackageHost) =>
  valueOf(await at.moderation.call('packages.sent', {}))
    .filter(({ round }) => round === 'r1')
    .map(({ author, state, answeredAt }) => ({ author, state, isAnswered: answeredAt !== null }));

it('PKG12: no answer to a withdrawn package is taken, and it says why; another package for the institution is', async () => {
  const { at, sent } = await withPackage();
  const { author } = sent.inside;
  expect(await told(at)).toEqual([{ author, state: 'out', isAnswered: false }]);
  await applyAll(at, await inspect(at, answerTo(sent, [saidIn(sent, 'c1')])));
  expect(await told(at)).toEqual([{ author, state: 'answered', isAnswered: true }]);
  // Shown before, and taken after it was withdrawn.
  const shown = await inspect(at, answerTo(sent, [saidIn(sent, 'c2'), saidIn(sent, 'c3')]));
  valueOf(await withdraw(at, author));
  expect(await applyAll(at, shown)).toMatchObject({ taken: 0, known: 0, refused: 2, late: 0 });
  const again = await inspect(at, answerTo(sent, [saidIn(sent, 'c4')]));
  expect(again.answers).toMatchObject([{ fault: { code: 'package-withdrawn' } }]);
  expect(taken(at).map(({ id }) => id)).toEqual(['c1']);

  const next = await packageFor(at);
  expect(next.inside.author).not.toBe(author);
  expect(next.inside.voices.map(({ record }) => record.id)).toEqual(['c1']);
  await applyAll(at, await inspect(at, answerTo(next, [saidIn(next, 'c5')])));
  expect(taken(at).map(({ id }) => id)).toEqual(['c1', 'c5']);
  expect(await told(at)).toEqual([
    { author, state: 'withdrawn', isAnswered: true },
    { author: next.inside.author, state: 'answered', isAnswered: true },
  ]);
  // Whoever found the lost one cannot speak for the new one.
  const posing = await inspect(at, answerTo(next, [saidIn(next, 'c6')], { key: sent.inside.key }));
  expect(posing.answers).toMatchObject([{ fault: { code: 'package-unsigned' } }]);
});

it('PKG12: withdrawing twice is harmless, revoking the invitation does the same, and only packages can be withdrawn', async () => {
  const { at, sent } = await withPackage();
  const { author } = sent.inside;
  const invited = at.host.invite('delegate');
  const before = at.host.invitations.list().filter(({ state }) => state === 'valid').length;
  expect(await withdraw(at, invited.id)).toMatchObject({ error: { code: 'invitation-unknown' } });
  expect(at.host.invitations.list().filter(({ state }) => state === 'valid').length).toBe(before);
  valueOf(await at.moderation.call('invitations.revoke', { invitation: author }));
  expect(await told(at)).toMatchObject([{ state: 'withdrawn' }]);
  const noted = at.host.workspace.audit.list().length;
  valueOf(await withdraw(at, author));
  valueOf(await withdraw(at, author));
  expect(at.host.workspace.audit.list().length).toBe(noted);
});

it('PKG12: the invitation of a package is told apart from those by which somebody comes in', async () => {
  const { at, sent } = await withPackage();
  const listed = valueOf(await at.moderation.call('invitations.list', {}));
  const speaking = listed.filter(({ forPackage }) => forPackage).map(({ id }) => id);
  expect(speaking).toContain(sent.inside.author);
  expect(speaking).not.toContain('moderator');
});

it('PKG12: a package whose author is withdrawn while it is made does not go out', async () => {
  const { at, sent } = await withPackage();
  const { workspace, invitations, rooms } = at.host;
  const deps = {
    ...{ workspace, invitations, randomBytes, ports: fixedPorts() },
    readRoom: rooms.read.bind(rooms),
  };
  const job = valueOf(gatherPackages(deps, { round: roundId('r1'), institutions: [institutionId('i3')] }));
  const { sent: made } = sealPackages({ ...job, page: null }, () => undefined);
  valueOf(await withdraw(at, sent.inside.author));
  const count = workspace.packages.sent().length;
  expect(noteSealed(deps, job, made)).toMatchObject({ error: { code: 'invitation-revoked' } });
  expect(workspace.packages.sent().length).toBe(count);
});
