import type { Doc } from 'yjs';
import type { ParsedInputOf } from '../../../shared/api/contract.ts';
import { listVoices } from '../../../shared/contributions/voices-room.ts';
import { listDecisions } from '../../../shared/decisions/decisions-room.ts';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { invitationId, type InstitutionId, type InvitationId } from '../../../shared/ids/ids.ts';
import { publicKeyOf, secretKeyOf, type SecretKey } from '../../../shared/packages/envelope.ts';
import { readPhase, readRound } from '../../../shared/rooms/phase-room.ts';
import { listInstitutions } from '../../../shared/rooms/register-room.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import { invitedTo } from '../../../shared/rounds/round.ts';
import { roundOf } from '../../../shared/rounds/rounds-room.ts';
import type { Invitations } from '../invitations/invitations.ts';
import type { HostPorts } from '../ports.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { SealedPackages, SealJob } from './package-work.ts';

/** What making packages works with. */
export interface PackagingDeps {
  readonly workspace: Workspace;
  readonly ports: HostPorts;
  readonly invitations: Invitations;
  readonly readRoom: <T>(room: RoomName, work: (doc: Doc) => T) => T;
  readonly randomBytes: (size: number) => Uint8Array;
}

/** Whom a package lets speak is known for so long; nobody ever gets a token of it. */
const INVITED_FOR_DAYS = 365;

/**
 * Gathers what packages for these institutions hold. Writes the file's own key where it has none, and nothing else.
 * Fails with `round-unknown` (also where it was never opened), `contributions-closed`, `institution-unknown`, and
 * `argument-invalid` for an institution that the round does not ask.
 */
export function gatherPackages(
  deps: PackagingDeps,
  { round: id, institutions: wanted }: Pick<ParsedInputOf<'packages.create'>, 'round' | 'institutions'>,
): Result<Omit<SealJob, 'page'>> {
  const { workspace, ports, readRoom, randomBytes } = deps;
  const proven = workspace.roundBases.get(id);
  const { round, phase, current, register } = readRoom('process', (process) => ({
    ...{ round: roundOf(process, id), phase: readPhase(process), current: readRound(process) },
    register: listInstitutions(process),
  }));
  if (proven === undefined || round === undefined) return fail(appError('round-unknown', { round: id }));
  const takes = current === id ? phase.contributions : 'closed';
  if (takes === 'closed') return fail(appError('contributions-closed', {}));
  const invited = new Map(invitedTo(round, register).map((one) => [one.id, one]));
  const authors = authorsOf(deps, id);
  const recipients: SealJob['recipients'][number][] = [];
  for (const one of new Set(wanted)) {
    const institution = invited.get(one);
    if (institution === undefined) {
      const isKnown = register.some((known) => known.id === one);
      return fail(
        isKnown
          ? appError('argument-invalid', { argument: 'institutions', reason: 'not-invited' })
          : appError('institution-unknown', { institution: one }),
      );
    }
    const author = authors.get(one) ?? invitationId(ports.createId());
    recipients.push({ institution, author, key: secretKeyOf(randomBytes(32)) });
  }
  const secret = fileKeyOf(deps);
  return ok({
    do: 'seal',
    secret,
    common: {
      leitbild: publicKeyOf(secret),
      round: { ...round, base: { hash: proven.hash, takenAt: proven.base.takenAt } },
      ...{ takes, base: proven.base, register, createdAt: ports.clock.now() },
      decisions: readRoom('decisions', listDecisions),
    },
    voices: readRoom('voices', listVoices),
    recipients,
  });
}

/**
 * Notes what was sealed, so that answers to it are known: the invitations as which the institutions speak, and the keys
 * with which they sign; in one transaction with the audit log. Fails with `invitation-revoked` where an institution was
 * to speak as an author who was withdrawn while the packages were made. Throws `AppFailure`.
 */
export function noteSealed(
  { workspace, ports, invitations }: Pick<PackagingDeps, 'workspace' | 'ports' | 'invitations'>,
  { common, recipients }: Pick<SealJob, 'common' | 'recipients'>,
  sent: SealedPackages['sent'],
): Result<void> {
  const withdrawn = recipients.find(({ author }) => invitations.isRevoked(author));
  if (withdrawn) return fail(appError('invitation-revoked', { invitation: withdrawn.author }));
  const at = ports.clock.now();
  const expiresAt = new Date(Date.parse(at) + INVITED_FOR_DAYS * 86_400_000).toISOString();
  const known = new Set<string>(invitations.list().map(({ id }) => id));
  const round = common.round.id;
  const missing = recipients.filter(({ author }) => !known.has(author));
  const delegates = missing.map(({ author, institution }) => ({ id: author, institution: institution.id }));
  invitations.reserve(delegates, toSecond(expiresAt), () => {
    workspace.packages.noteSent(
      sent.map(({ institution, author, hash, key }) => ({
        ...{ hash, round, institution, key, at, invitation: author },
      })),
    );
    for (const { institution, hash } of sent) {
      workspace.audit.append({ at, action: 'package-sent', subject: `${round} ${institution} ${hash}` });
    }
  });
  return ok(undefined);
}

/** As whom institutions speak in packages of the round that went out before. */
function authorsOf(
  { workspace, invitations }: PackagingDeps,
  round: string,
): ReadonlyMap<InstitutionId, InvitationId> {
  const valid = new Set<string>(
    invitations.list().flatMap(({ id, state }) => (state === 'valid' ? [id] : [])),
  );
  return new Map(
    workspace.packages
      .sent()
      .filter((sent) => sent.round === round && valid.has(sent.invitation))
      .map(({ institution, invitation }) => [institution, invitation]),
  );
}

function fileKeyOf({ workspace, randomBytes }: PackagingDeps): SecretKey {
  return workspace.transaction(() => {
    const known = workspace.packages.fileKey();
    if (known !== null) return known;
    const key = secretKeyOf(randomBytes(32));
    workspace.packages.keepFileKey(key);
    return key;
  });
}

function toSecond(instant: string): string {
  return `${instant.slice(0, 19)}Z`;
}
