import type { Doc } from 'yjs';
import type { ParsedInputOf } from '../../../shared/api/contract.ts';
import { parseContribution } from '../../../shared/contributions/contribution.ts';
import { provenanceSchema } from '../../../shared/contributions/receipt.ts';
import type { RefusalCode } from '../../../shared/contributions/refusal.ts';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { contributionId, type ContributionId } from '../../../shared/ids/ids.ts';
import { readRound } from '../../../shared/rooms/phase-room.ts';
import { listInstitutions } from '../../../shared/rooms/register-room.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import { roundOf } from '../../../shared/rounds/rounds-room.ts';
import type { HostPorts } from '../ports.ts';
import { onlyUpstream } from '../replica/only-upstream.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { OnBehalf } from './on-behalf.ts';

/** The zones of the earth are ahead of UTC by up to so much: a letter may bear tomorrow's date. */
const AHEAD = 14 * 60 * 60 * 1000;

/** Writes down what an institution said by another way; see `contributions.enter`. Throws `AppFailure`. */
export function enterContribution(
  deps: {
    readonly workspace: Workspace;
    readonly ports: HostPorts;
    readonly readRoom: <T>(room: RoomName, work: (doc: Doc) => T) => T;
    /** Null where the file follows another. */
    readonly submissions: OnBehalf | null;
    readonly enteredBy: string;
  },
  input: ParsedInputOf<'contributions.enter'>,
): Result<ContributionId> {
  const { workspace, ports, submissions, enteredBy } = deps;
  const { institution, round, record, source, dated, reference } = input;
  const elsewhere = onlyUpstream(workspace);
  if (elsewhere !== null) return fail(elsewhere);
  if (submissions === null) throw new Error('a file that follows nobody takes no contributions');
  const unknown = deps.readRoom('process', (process) => {
    if (!listInstitutions(process).some(({ id }) => id === institution)) {
      return appError('institution-unknown', { institution });
    }
    const isKnown = roundOf(process, round) !== undefined || readRound(process) === round;
    return isKnown ? null : appError('round-unknown', { round });
  });
  if (unknown !== null) return fail(unknown);
  const submittedAt = ports.clock.now();
  if (Date.parse(dated) > Date.parse(submittedAt) + AHEAD) {
    return fail(appError('argument-invalid', { argument: 'dated', reason: 'date' }));
  }
  const via = provenanceSchema.safeParse({ by: 'moderation', source, dated, reference, enteredBy });
  if (!via.success) {
    return fail(appError('argument-invalid', { argument: 'reference', reason: 'control-characters' }));
  }
  const id = contributionId(ports.createId());
  const refused = (reason: RefusalCode, place: string): Result<ContributionId> =>
    fail(appError('contribution-refused', { contribution: id, reason, place }));
  const parsed = parseContribution({ ...record, id, institution, round, author: enteredBy, submittedAt });
  if (!parsed.ok) return refused(parsed.error.code, parsed.error.place);
  const [outcome] = submissions.takeOnBehalf(institution, [parsed.value], via.data);
  return outcome?.outcome === 'refused' ? refused(outcome.code, outcome.place) : ok(id);
}
