import { expect, it } from 'vitest';
import { valueOf } from '../../../support/filled-workspace.ts';
import {
  answerTo,
  applyAll,
  inspect,
  jobOf,
  packageHost,
  packagesFor,
  saidIn,
  taken,
} from './package-host.ts';

it('PKG6: each institution gets a package of its own, with its key and author, and nothing about persons', async () => {
  const at = await packageHost();
  const packages = await packagesFor(at, ['i3', 'i4']);
  expect(packages.map(({ name }) => name)).toEqual([
    'Runde 2019 – Verein 3.leitbild-runde',
    'Runde 2019 – Verein 4.leitbild-runde',
  ]);
  expect(new Set(packages.map(({ inside }) => inside.key)).size).toBe(2);
  const [first] = packages;
  expect(first?.inside).toMatchObject({ institution: { id: 'i3' }, takes: 'open', voices: [] });
  expect(JSON.stringify(packages)).not.toContain('Person 3');
  const sent = at.host.workspace.packages.sent().slice(-2);
  expect(sent.map(({ hash, invitation }) => [hash, invitation])).toEqual(
    packages.map(({ hash, inside }) => [hash, inside.author]),
  );
  expect(at.host.invitations.list().find(({ id }) => id === first?.inside.author)).toMatchObject({
    ...{ role: 'delegate', institution: 'i3', lastSeenAt: null },
  });
  expect(valueOf(await at.moderation.call('packages.sent', {})).slice(-1)).toEqual([
    {
      ...{ round: 'r1', institution: 'i4', at: '2019-05-01T10:00:00Z' },
      ...{ author: packages[1]?.inside.author, state: 'out', answeredAt: null },
    },
  ]);
  // Sent once more, it speaks as the same author, with another key.
  const [again] = await packagesFor(at, ['i3']);
  expect(again?.inside.author).toBe(first?.inside.author);
  expect(again?.inside.key).not.toBe(first?.inside.key);
});

it.each([
  ['own', ['c3']],
  ['all', ['c3', 'c4']],
] as const)('PKG6: where the round shows %s voices, a package holds %j', async (visibility, expected) => {
  const at = await packageHost({ visibility });
  const packages = await packagesFor(at, ['i3', 'i4']);
  for (const [index, one] of packages.entries()) {
    const answer = answerTo(one, [saidIn(one, `c${String(index + 3)}`)]);
    await applyAll(at, await inspect(at, answer));
  }
  const [again] = await packagesFor(at, ['i3']);
  expect(again?.inside.voices.map(({ record }) => record.id)).toEqual(expected);
});

it('PKG6: no package goes out for a round that is over, nor to whom it does not ask', async () => {
  const at = await packageHost({ invited: ['i3', 'i4'] });
  const make = (institutions: string[]) =>
    at.moderation.call('packages.create', { round: 'r1', institutions, form: 'package' });
  expect(await make(['i5'])).toMatchObject({ error: { code: 'argument-invalid' } });
  expect(await make(['i99'])).toMatchObject({ error: { code: 'institution-unknown' } });
  valueOf(await at.moderation.call('rounds.close', { round: 'r1' }));
  expect(await make(['i3'])).toMatchObject({ error: { code: 'contributions-closed' } });
  expect(at.host.workspace.packages.sent().filter(({ round }) => round === 'r1')).toEqual([]);
});

it('PKG6: what is given up while it is made was not sent', async () => {
  const at = await packageHost();
  const institutions = Array.from({ length: 25 }, (_, index) => `i${String(index)}`);
  const before = at.host.invitations.list().length;
  const started = await at.moderation.call('packages.create', { round: 'r1', institutions, form: 'package' });
  await at.moderation.call('jobs.cancel', valueOf(started));
  expect(await jobOf(at.moderation, started)).toMatchObject({ error: { code: 'cancelled' } });
  expect(at.host.workspace.packages.sent().filter(({ round }) => round === 'r1')).toEqual([]);
  expect(at.host.invitations.list().length).toBe(before);
  expect(taken(at)).toEqual([]);
});
