import { strFromU8, unzipSync } from 'fflate';
import { onTestFinished } from 'vitest';
import type { AnswerReport, FaultyAnswer } from '../../../../shared/api/package-calls.ts';
import type { InputOf } from '../../../../shared/api/contract.ts';
import type { JobResult, StartedJob } from '../../../../shared/api/job-calls.ts';
import type { Contribution, Statement } from '../../../../shared/contributions/contribution.ts';
import { listVoices } from '../../../../shared/contributions/voices-room.ts';
import type { Result } from '../../../../shared/errors/result.ts';
import { institutionId } from '../../../../shared/ids/ids.ts';
import { openRound, sealAnswer, type OpenedRound } from '../../../../shared/packages/open-package.ts';
import { statement } from '../../../support/arbitrary-contribution.ts';
import { valueOf } from '../../../support/filled-workspace.ts';
import { connectClient, type HostClient } from '../../../support/host-client.ts';
import { startHost, type TestHost } from '../../../support/live-host.ts';

/** The round that packages are about. */
export const planned: InputOf<'rounds.save'>['round'] = {
  ...{ id: 'r1', name: 'Runde 2019', opensAt: null, closesAt: null },
  ...{ invited: 'all', places: 'all', visibility: 'own' },
};

export interface PackageHost {
  readonly host: TestHost;
  readonly moderation: HostClient;
}

/** A host with an open round, and its moderation. */
export async function packageHost(change: Partial<typeof planned> = {}): Promise<PackageHost> {
  const host = await startHost();
  const moderation = await connectClient(host, host.secret);
  onTestFinished(() => moderation.close());
  valueOf(await moderation.call('rounds.save', { round: { ...planned, ...change } }));
  valueOf(await moderation.call('rounds.open', { round: 'r1' }));
  return { host, moderation };
}

/** The end of a job that a call starts. */
export async function jobOf(client: HostClient, started: Result<StartedJob>): Promise<Result<JobResult>> {
  return client.ended(valueOf(started).job);
}

/** Packages for institutions, opened, with the names of their files. */
export async function packagesFor(
  { moderation }: Pick<PackageHost, 'moderation'>,
  institutions: readonly string[],
  round = 'r1',
): Promise<readonly (OpenedRound & { readonly name: string })[]> {
  const started = await moderation.call('packages.create', {
    ...{ round, institutions: [...institutions], form: 'package' },
  });
  const file = valueOf(await jobOf(moderation, started));
  if (file.kind !== 'file') throw new Error(file.kind);
  const bytes = new Uint8Array(await (await moderation.fetch(`/downloads/${file.download}`)).arrayBuffer());
  const files = file.name.endsWith('.zip') ? unzipSync(bytes) : { [file.name]: bytes };
  return Object.entries(files).map(([name, content]) => ({
    ...valueOf(openRound(strFromU8(content), name)),
    name,
  }));
}

/** What the holder of a package may say with it. */
export function saidIn({ inside }: OpenedRound, id: string, change: Partial<Statement> = {}): Statement {
  return statement(id, {
    ...{ institution: institutionId(inside.institution.id), author: inside.author, round: inside.round.id },
    anchor: { on: 'document' },
    ...change,
  });
}

/** The answer to a package, signed as a delegate's program does; `change` is what a stranger would change. */
export function answerTo(
  { inside, hash }: OpenedRound,
  records: readonly Contribution[],
  change: Partial<Parameters<typeof sealAnswer>[0]> & { readonly key?: OpenedRound['inside']['key'] } = {},
): string {
  const { key = inside.key, ...others } = change;
  const { leitbild, institution, round } = inside;
  return sealAnswer(
    {
      ...{ leitbild, institution: institution.id, round: round.id, answers: hash },
      ...{ createdAt: '2019-05-01T11:00:00Z', records },
      ...others,
    },
    key,
  );
}

/** What an upload would do, as moderation sees it before anything is taken. */
export async function inspect(
  { moderation }: Pick<PackageHost, 'moderation'>,
  bytes: Uint8Array | string,
  name = 'antwort.leitbild-antwort',
): Promise<{ readonly inspection: string; readonly answers: readonly (AnswerReport | FaultyAnswer)[] }> {
  const { upload } = valueOf(await moderation.upload(bytes));
  const done = valueOf(await jobOf(moderation, await moderation.call('packages.inspect', { upload, name })));
  if (done.kind !== 'package-inspection') throw new Error(done.kind);
  return valueOf(await moderation.call('packages.report', { inspection: done.inspection }));
}

/** Takes all that can be taken of an inspection. */
export async function applyAll(
  { moderation }: Pick<PackageHost, 'moderation'>,
  { inspection, answers }: Awaited<ReturnType<typeof inspect>>,
  takeLate = false,
) {
  const take = answers.flatMap((one) =>
    one.fault === null ? [{ answer: one.answer, records: 'all' as const }] : [],
  );
  return valueOf(
    await jobOf(moderation, await moderation.call('packages.apply', { inspection, take, takeLate })),
  );
}

/** What stands among the contributions, in ids with how it came. */
export function taken({ host }: PackageHost) {
  return host.rooms.read('voices', (doc) =>
    listVoices(doc).map(({ record, receipt }) => ({ id: record.id, via: receipt.via })),
  );
}
