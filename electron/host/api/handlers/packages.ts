import { setImmediate } from 'node:timers/promises';
import { appError } from '../../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';
import type { OnBehalf } from '../../contributions/on-behalf.ts';
import { makeAnswer } from '../../packages/answer-package.ts';
import { applyAnswer, type TakenCounts } from '../../packages/apply-answers.ts';
import { gatherPackages, noteSealed } from '../../packages/create-packages.ts';
import { createAnswerJudge, reportOf } from '../../packages/judge-answers.ts';
import { workOf } from '../../packages/package-work.ts';
import { listSentPackages } from '../../packages/sent-packages.ts';
import { onlyUpstream } from '../../replica/only-upstream.ts';
import type { Handlers, HostServices } from '../host-services.ts';
import { revokeInvitation } from './invitations.ts';

/** Round packages that go out, and answers that come back. */
export const packageHandlers = {
  'packages.create': ({ form, ...wanted }, { principal, services }) => {
    const { workspace, window } = services;
    const elsewhere = onlyUpstream(workspace);
    if (elsewhere !== null) return fail(elsewhere);
    const page = form === 'html' ? window.packages.page() : ok(null);
    if (!page.ok) return page;
    const deps = { ...services, randomBytes: window.packages.randomBytes };
    const gathered = gatherPackages(deps, wanted);
    if (!gathered.ok) return gathered;
    return window.jobs.start(principal.id, async (signal, onProgress) => {
      const job = { ...gathered.value, page: page.value };
      const done = workOf('seal', await window.packages.worker.run(job, { signal, onProgress }));
      if (!done.ok) return done;
      const { sent, ...file } = done.value.sealed;
      const download = await window.downloads.offer(principal.id, file);
      if (!download.ok) return download;
      // Whoever gives up meanwhile has sent nothing.
      if (signal.aborted) return fail(appError('cancelled', { phase: 'sealing' }));
      const noted = noteSealed(services, gathered.value, sent);
      if (!noted.ok) return noted;
      const { name, mediaType, bytes } = file;
      return ok({
        ...({ kind: 'file', unproven: false } as const),
        ...{ download: download.value, name, mediaType, bytes: bytes.length },
      });
    });
  },
  'packages.sent': (_input, { services }) => ok(listSentPackages(services)),
  'packages.withdraw': ({ author }, { services }) => {
    const elsewhere = onlyUpstream(services.workspace);
    if (elsewhere !== null) return fail(elsewhere);
    if (!services.workspace.packages.sent().some(({ invitation }) => invitation === author)) {
      return fail(appError('invitation-unknown', { invitation: author }));
    }
    const revoked = revokeInvitation(author, services);
    return revoked.ok ? ok(null) : revoked;
  },
  'packages.inspect': ({ upload, name }, { principal, services }) => {
    const { window } = services;
    const desk = deskOf(services);
    if (!desk.ok) return desk;
    if (!window.uploads.has(principal.id, upload)) return fail(appError('upload-unknown', { upload }));
    return window.jobs.start(principal.id, async (signal, onProgress) => {
      const bytes = await window.uploads.read(principal.id, upload);
      if (!bytes.ok) return bytes;
      const job = { do: 'open', name, bytes: bytes.value } as const;
      const done = workOf('open', await window.packages.worker.run(job, { signal, onProgress }));
      if (!done.ok) return done;
      await window.uploads.remove(principal.id, upload);
      const inspection = window.packages.inspections.add(principal.id, done.value.answers);
      return ok({ kind: 'package-inspection', inspection });
    });
  },
  'packages.report': async ({ inspection }, { principal, services }) => {
    const desk = deskOf(services);
    if (!desk.ok) return desk;
    const found = services.window.packages.inspections.get(principal.id, inspection);
    if (!found.ok) return found;
    const judge = createAnswerJudge({ ...services, submissions: desk.value });
    const answers = [];
    for (const read of found.value) {
      answers.push(reportOf(judge, read));
      // People write meanwhile; each answer costs some milliseconds.
      await setImmediate();
    }
    return ok({ inspection, answers });
  },
  'packages.lines': ({ inspection, answer }, { principal, services }) => {
    const desk = deskOf(services);
    if (!desk.ok) return desk;
    const found = services.window.packages.inspections.get(principal.id, inspection);
    if (!found.ok) return found;
    const judge = createAnswerJudge({ ...services, submissions: desk.value });
    const read = found.value.find((one) => 'opened' in one && one.opened.hash === answer);
    if (read === undefined || !('opened' in read)) return fail(appError('plan-unknown', { plan: answer }));
    const fault = judge.faultOf(read.opened, read.name);
    return fault === null ? ok(judge.report(read.opened).lines) : ok([]);
  },
  'packages.apply': ({ inspection, take, takeLate }, { principal, services }) => {
    const { window } = services;
    const desk = deskOf(services);
    if (!desk.ok) return desk;
    const found = window.packages.inspections.get(principal.id, inspection);
    if (!found.ok) return found;
    const wanted = new Map(take.map(({ answer, records }) => [answer, records]));
    return window.jobs.start(principal.id, async (signal, onProgress) => {
      const counts: { -readonly [Name in keyof TakenCounts]: number } = {
        ...{ taken: 0, known: 0, refused: 0, late: 0 },
      };
      const judge = createAnswerJudge({ ...services, submissions: desk.value });
      const chosen = found.value.flatMap((read) => {
        const records = 'opened' in read ? wanted.get(read.opened.hash) : undefined;
        return records === undefined || !('opened' in read) ? [] : [{ ...read, records }];
      });
      for (const [index, { name, opened, records }] of chosen.entries()) {
        if (signal.aborted) return fail(appError('cancelled', { phase: 'taking' }));
        onProgress({ phase: 'taking', done: index, total: chosen.length });
        // Its package may have been withdrawn since it was shown.
        if (judge.faultOf(opened, name) !== null) {
          counts.refused += records === 'all' ? opened.answer.records.length : records.length;
          continue;
        }
        const deps = { ...services, submissions: desk.value, by: principal.id };
        const only = records === 'all' ? records : new Set(records);
        const became = applyAnswer(deps, opened, { records: only, takeLate });
        for (const key of ['taken', 'known', 'refused', 'late'] as const) counts[key] += became[key];
        await setImmediate();
      }
      return ok({ kind: 'packages-applied', ...counts });
    });
  },
  'packages.answer': (_input, { principal, services }) => {
    const made = makeAnswer(services);
    if (!made.ok) return made;
    return services.window.jobs.start(
      principal.id,
      async () => {
        const download = await services.window.downloads.offer(principal.id, made.value);
        if (!download.ok) return download;
        const { name, mediaType, bytes } = made.value;
        return ok({
          ...({ kind: 'file', unproven: false } as const),
          ...{ download: download.value, name, mediaType, bytes: bytes.length },
        });
      },
      true,
    );
  },
} satisfies Partial<Handlers>;

/** Where answers are taken: on the host on which the Leitbild is kept. */
function deskOf({ workspace, submissions }: HostServices): Result<OnBehalf> {
  const elsewhere = onlyUpstream(workspace);
  if (elsewhere !== null) return fail(elsewhere);
  if (submissions === null) throw new Error('a file that follows nobody takes contributions');
  return ok(submissions);
}
