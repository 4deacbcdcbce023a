import { join } from 'node:path';
import { createSubmissionDesk } from '../../electron/host/contributions/submission-desk.ts';
import { createInvitations } from '../../electron/host/invitations/invitations.ts';
import { applyAnswer } from '../../electron/host/packages/apply-answers.ts';
import { gatherPackages, noteSealed } from '../../electron/host/packages/create-packages.ts';
import { createAnswerJudge, reportOf } from '../../electron/host/packages/judge-answers.ts';
import { readAnswers } from '../../electron/host/packages/read-answers.ts';
import { sealPackages } from '../../electron/host/packages/seal-packages.ts';
import { createRoundDesk } from '../../electron/host/rounds/round-desk.ts';
import { appError, AppFailure } from '../../shared/errors/errors.ts';
import { institutionId, roundId } from '../../shared/ids/ids.ts';
import { sealAnswer } from '../../shared/packages/open-package.ts';
import { upsertEntries } from '../../shared/rooms/register-room.ts';
import { writeDocument } from '../../shared/rooms/text-room.ts';
import { statement } from '../support/arbitrary-contribution.ts';
import { fixedPorts, made, smallDocument, valueOf } from '../support/filled-workspace.ts';
import { liveWorkspace } from '../support/live-workspace.ts';
import { strToU8, zipSync } from 'fflate';
import { randomBytes } from 'node:crypto';
import { figureOf, growthExponent, type Figure } from './measure.ts';
import { withFolder } from './with-folder.ts';

const SIZES = [250, 500, 1_000];

interface Times {
  readonly seal: number;
  readonly open: number;
  readonly report: number;
  readonly take: number;
}

/**
 * Sends packages to so many institutions of a register, and takes their answers of so many contributions each. Each
 * package holds the register, so that growth with packages is seen only where the register stays as it is.
 */
function run(institutions: number, records: number, register = institutions): Promise<Times> {
  return withFolder((folder) => {
    const ports = fixedPorts();
    const workspace = made(join(folder, `${String(institutions)}-${String(Math.random())}.leitbild`));
    const live = liveWorkspace(workspace);
    const all = Array.from({ length: register }, (_, index) => institutionId(`i${String(index)}`));
    const ids = all.slice(0, institutions);
    live.edit('process', (process) =>
      live.edit('contacts', (contacts) =>
        upsertEntries(
          { process, contacts },
          all.map((id) => ({
            institution: { id, name: `Verein ${id}`, kind: 'association', seats: 1 },
            contact: { person: '', email: '', phone: '' },
          })),
        ),
      ),
    );
    live.edit('text', (doc) => writeDocument(doc, smallDocument(400, 'Absatz')));
    const onFailure = (): void => {
      throw new AppFailure(appError('host-failed', {}));
    };
    const { clock } = ports;
    const monotonic = (): number => 0;
    const invitations = createInvitations({ workspace, ports, randomBytes, monotonic });
    const authors = new Map<string, ReturnType<typeof institutionId>>();
    const desk = createSubmissionDesk({
      ...{ editor: live, workspace, clock },
      institutionOf: (author) => authors.get(author) ?? null,
    });
    live.onCommitted = (room, doc) => desk.onCommitted(room, doc);
    const rounds = createRoundDesk({ editor: live, workspace, clock, onFailure });
    const round = roundId('r1');
    const plan = { id: round, name: 'Runde', opensAt: null, closesAt: null } as const;
    valueOf(rounds.save({ ...plan, invited: 'all', places: 'all', visibility: 'own' }, 'local'));
    valueOf(rounds.open(round, 'local'));
    const readRoom: typeof live.edit = (room, work) => live.edit(room, work);
    const silent = (): void => undefined;

    const clockOf = (work: () => void): number => {
      globalThis.gc?.();
      const begun = performance.now();
      work();
      return performance.now() - begun;
    };
    const deps = { workspace, ports, invitations, readRoom, randomBytes };
    const job = valueOf(gatherPackages(deps, { round, institutions: ids }));
    let sent: ReturnType<typeof sealPackages>['sent'] = [];
    const seal = clockOf(() => {
      ({ sent } = sealPackages({ ...job, page: null }, silent));
      noteSealed(deps, job, sent);
    });
    const answers = sent.map(({ institution, author, hash }, index) => {
      authors.set(author, institution);
      const said = Array.from({ length: records }, (_, place) =>
        statement(`c-${String(index)}-${String(place)}`, { institution, author, anchor: { on: 'document' } }),
      );
      const key = job.recipients[index]?.key;
      if (key === undefined) throw new Error('a package without a key');
      const { leitbild } = job.common;
      const inside = { leitbild, institution, round, answers: hash, createdAt: clock.now(), records: said };
      return [`${institution}.leitbild-antwort`, strToU8(sealAnswer(inside, key))] as const;
    });
    const bytes = zipSync(Object.fromEntries(answers), { level: 6 });
    const results: ReturnType<typeof readAnswers>[] = [];
    const open = clockOf(() => {
      results.push(readAnswers({ name: 'a.zip', bytes }, silent));
    });
    const opened = results.flatMap(valueOf);
    const judge = createAnswerJudge({ workspace, readRoom, submissions: desk, invitations });
    const report = clockOf(() => {
      for (const one of opened) {
        const told = reportOf(judge, one);
        if (told.fault !== null || told.counts.new !== records) throw new Error('not all of it is new');
      }
    });
    const take = clockOf(() => {
      for (const one of opened) {
        if (!('opened' in one)) throw new Error('an answer that cannot be read');
        const with_ = { workspace, ports, submissions: desk, by: 'local' };
        applyAnswer(with_, one.opened, { records: 'all', takeLate: false });
      }
    });
    desk.close();
    live.close();
    valueOf(workspace.close());
    return Promise.resolve({ seal, open, report, take });
  });
}

/** What a hundred institutions send back, and how the time grows to a thousand. */
export async function packagesBench(): Promise<readonly Figure[]> {
  const steps = ['seal', 'open', 'report', 'take'] as const;
  const hundred: Times[] = [];
  for (let turn = 0; turn < 3; turn += 1) hundred.push(await run(106, 100));
  const growth = new Map<(typeof steps)[number], number[]>(steps.map((step) => [step, []]));
  for (let turn = 0; turn < 3; turn += 1) {
    const points: { readonly size: number; readonly times: Times }[] = [];
    for (const size of SIZES) points.push({ size, times: await run(size, 10, Math.max(...SIZES)) });
    for (const step of steps) {
      growth.get(step)?.push(growthExponent(points.map(({ size, times }) => ({ size, time: times[step] }))));
    }
  }
  return steps.flatMap((step) => [
    figureOf(
      `packages: ${step}, 106 × 100`,
      'ms',
      hundred.map((times) => times[step]),
    ),
    figureOf(`packages: ${step}, growth to 1,000`, 'exponent', growth.get(step) ?? [], 1.2),
  ]);
}
