import type { Invitation } from '../../../shared/api/contract.ts';
import { appError, AppFailure, type AppError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { invitationId, type InstitutionId, type InvitationId } from '../../../shared/ids/ids.ts';
import type { Principal, Role } from '../../../shared/rights/rights.ts';
import { listInstitutions } from '../../../shared/rooms/register-room.ts';
import type { HostPorts } from '../ports.ts';
import { attempt } from '../workspace/attempt.ts';
import type { StoredInvitation, Workspace } from '../workspace/workspace.ts';
import { createAttemptLimiter, type AttemptLimits } from './attempt-limiter.ts';
import { hashToken, isSameHash, makeToken } from './token.ts';

export interface InvitationRequest {
  readonly role: Role;
  readonly institution: InstitutionId | null;
  /** ISO 8601 in UTC to the second; must lie in the future. */
  readonly expiresAt: string;
}

/** An invitation with its token, which is seen this once and stored nowhere. */
export interface NewInvitation {
  readonly invitation: Invitation;
  readonly token: string;
}

/** Why a token does not let in. */
export type TokenRefusal = 'token-unknown' | 'token-expired' | 'revoked' | 'rate-limited';
export type TokenOutcome =
  | { readonly ok: true; readonly principal: Principal }
  | { readonly ok: false; readonly reason: TokenRefusal };

/** Who may take part in a workspace. */
export interface Invitations {
  /** Fails with `institution-unknown`, `argument-invalid` and as writing fails. */
  create(request: InvitationRequest): Result<NewInvitation>;
  /**
   * Notes delegates by whose ids institutions will speak without ever connecting: nobody sees a token. What `keep`
   * writes is on disk together with them, or nothing is. Throws `AppFailure`, and where an id is taken.
   */
  reserve(
    delegates: readonly { readonly id: InvitationId; readonly institution: InstitutionId }[],
    expiresAt: string,
    keep: () => void,
  ): void;
  /**
   * Gives an invitation another token, for instance where a delegate leaves; the one before is void from now on.
   * Without `expiresAt` it ends when the one before would have. Fails with `invitation-unknown`, `invitation-revoked`,
   * `argument-invalid` and as writing fails.
   */
  rotate(id: InvitationId, expiresAt?: string): Result<NewInvitation>;
  /** Ends an invitation for good; doing so twice is harmless. Fails with `invitation-unknown` and as writing fails. */
  revoke(id: InvitationId): Result<Invitation>;
  list(): readonly Invitation[];
  /** To be called where somebody ended invitations in a transaction of the own. */
  reread(): void;
  /** The institution for which a delegate was invited, whether or not that still holds; null for any other id. */
  delegateOf(id: string): InstitutionId | null;
  /** Whether an invitation was revoked; false for ids that are none. */
  isRevoked(id: string): boolean;
  /** Whether an invitation lets in no more, revoked or expired; false for ids that are none. */
  hasEnded(id: string): boolean;
  /** Who a token stands for. Does not throw where the use cannot be noted because the disk is full. */
  authenticate(token: string, remoteAddress: string): TokenOutcome;
  /** Ids of the invitations that have expired since the last call. */
  takeExpired(): readonly InvitationId[];
}

export interface InvitationDeps {
  readonly workspace: Workspace;
  readonly ports: HostPorts;
  readonly randomBytes: (size: number) => Uint8Array;
  /** Milliseconds that never run backwards. */
  readonly monotonic: () => number;
  readonly limits?: AttemptLimits;
  /** Told where a use could not be noted. */
  readonly onUnnoted?: (error: AppError) => void;
}

/** How exact "last seen" is; each note costs a commit. */
const SEEN_STEP_MS = 60_000;

/** Makes the invitations of a workspace. All of them are kept in memory: the file has only this one user. */
export function createInvitations(deps: InvitationDeps): Invitations {
  const { workspace, ports, randomBytes, monotonic } = deps;
  const limiter = createAttemptLimiter(monotonic, deps.limits);
  const notedAt = new Map<InvitationId, number>();
  const reportedExpired = new Set<InvitationId>();
  const stored = new Map<string, StoredInvitation>();
  const refresh = (): void => {
    stored.clear();
    for (const invitation of workspace.invitations.list()) stored.set(invitation.id, invitation);
  };
  refresh();
  const known = (id: InvitationId): StoredInvitation | undefined => stored.get(id);
  const issued = (id: InvitationId, token: string): Result<NewInvitation> => {
    refresh();
    const invitation = known(id);
    if (invitation === undefined) throw new Error(`invitation ${id} was not stored`);
    return ok({ invitation: describe(invitation, ports.clock.now()), token });
  };
  const freshToken = (): { readonly token: string; readonly hash: Buffer } => {
    const token = makeToken(randomBytes);
    const hash = hashToken(token);
    if (hash === null) throw new Error('a fresh token has the wrong form');
    return { token, hash };
  };

  const noteUse = ({ id }: StoredInvitation): void => {
    const before = notedAt.get(id);
    const now = monotonic();
    if (workspace.readOnly || (before !== undefined && now - before < SEEN_STEP_MS)) return;
    notedAt.set(id, now);
    try {
      const at = ports.clock.now();
      workspace.invitations.see(id, at);
      const seen = known(id);
      if (seen) stored.set(id, { ...seen, lastSeenAt: at });
    } catch (error) {
      // A full disk must not lock out those who only read.
      if (!(error instanceof AppFailure)) throw error;
      deps.onUnnoted?.(error.error);
    }
  };

  return {
    create: ({ role, institution, expiresAt }) =>
      attempt(() => {
        const now = ports.clock.now();
        const reason = expiresAt <= now ? 'past' : misfit(role, institution);
        if (reason !== null) {
          const argument = expiresAt <= now ? 'expiresAt' : 'institution';
          return fail(appError('argument-invalid', { argument, reason }));
        }
        if (institution !== null && !hasInstitution(workspace, institution)) {
          return fail(appError('institution-unknown', { institution }));
        }
        const id = invitationId(ports.createId());
        const { token, hash } = freshToken();
        workspace.invitations.add([{ id, role, institution, createdAt: now, tokenHash: hash, expiresAt }]);
        return issued(id, token);
      }),
    reserve(delegates, expiresAt, keep) {
      workspace.transaction(() => {
        const createdAt = ports.clock.now();
        workspace.invitations.add(
          delegates.map(({ id, institution }) => {
            const { hash } = freshToken();
            return { id, institution, createdAt, expiresAt, role: 'delegate', tokenHash: hash };
          }),
        );
        keep();
      });
      refresh();
    },
    rotate: (id, expiresAt) =>
      attempt(() => {
        const invitation = known(id);
        if (invitation === undefined) return fail(appError('invitation-unknown', { invitation: id }));
        if (invitation.revokedAt !== null) return fail(appError('invitation-revoked', { invitation: id }));
        const at = ports.clock.now();
        const until = expiresAt ?? invitation.expiresAt;
        if (until <= at) return fail(appError('argument-invalid', { argument: 'expiresAt', reason: 'past' }));
        const { token, hash } = freshToken();
        workspace.invitations.replaceToken(id, { hash, expiresAt: until, at });
        reportedExpired.delete(id);
        return issued(id, token);
      }),
    revoke: (id) =>
      attempt(() => {
        const invitation = known(id);
        if (invitation === undefined) return fail(appError('invitation-unknown', { invitation: id }));
        if (invitation.revokedAt !== null) return ok(describe(invitation, ports.clock.now()));
        workspace.invitations.revoke(id, ports.clock.now());
        refresh();
        return ok(describe(known(id) ?? invitation, ports.clock.now()));
      }),
    reread: refresh,
    hasEnded(id) {
      const found = stored.get(id);
      return found !== undefined && (found.revokedAt !== null || found.expiresAt <= ports.clock.now());
    },
    delegateOf(id) {
      const found = stored.get(id);
      return found?.role === 'delegate' ? found.institution : null;
    },
    isRevoked: (id) => (stored.get(id)?.revokedAt ?? null) !== null,
    list: () => Array.from(stored.values(), (invitation) => describe(invitation, ports.clock.now())),
    authenticate(token, remoteAddress) {
      const hash = hashToken(token);
      const match = hash === null ? null : findToken(stored.values(), hash);
      // A true token is let in however many wrong ones came from its address: a whole workshop may share one.
      if (match === null) {
        return { ok: false, reason: limiter.allow(remoteAddress) ? 'token-unknown' : 'rate-limited' };
      }
      const { invitation, current } = match;
      if (!current || invitation.revokedAt !== null) return { ok: false, reason: 'revoked' };
      if (invitation.expiresAt <= ports.clock.now()) return { ok: false, reason: 'token-expired' };
      noteUse(invitation);
      const { id, role, institution } = invitation;
      return { ok: true, principal: { id, role, institution } };
    },
    takeExpired() {
      const now = ports.clock.now();
      // A clock that was set back has made them valid again, so that they will expire once more.
      for (const { id, expiresAt } of stored.values()) if (expiresAt > now) reportedExpired.delete(id);
      const expired = [...stored.values()]
        .filter(({ id, expiresAt }) => expiresAt <= now && !reportedExpired.has(id))
        .map(({ id }) => id);
      for (const id of expired) reportedExpired.add(id);
      return expired;
    },
  };
}

/** Looks through all hashes, whether or not one was found, each in constant time. */
function findToken(
  stored: Iterable<StoredInvitation>,
  hash: Buffer,
): { readonly invitation: StoredInvitation; readonly current: boolean } | null {
  let found: { readonly invitation: StoredInvitation; readonly current: boolean } | null = null;
  for (const invitation of stored) {
    if (isSameHash(invitation.tokenHash, hash)) found = { invitation, current: true };
    for (const former of invitation.formerTokenHashes) {
      if (isSameHash(former, hash)) found = { invitation, current: false };
    }
  }
  return found;
}

function misfit(role: Role, institution: InstitutionId | null): string | null {
  if (role === 'delegate') return institution === null ? 'missing' : null;
  if (role === 'reader') return null;
  return institution === null ? null : `a ${role} speaks for no institution`;
}

function hasInstitution(workspace: Workspace, id: InstitutionId): boolean {
  const process = workspace.rooms.load('process');
  try {
    return listInstitutions(process).some((institution) => institution.id === id);
  } finally {
    process.destroy();
  }
}

function describe(stored: StoredInvitation, now: string): Invitation {
  const { id, role, institution, createdAt, expiresAt, revokedAt, lastSeenAt } = stored;
  const state = revokedAt !== null ? 'revoked' : expiresAt <= now ? 'expired' : 'valid';
  const tokens = stored.formerTokenHashes.length + 1;
  return { id, role, institution, createdAt, expiresAt, revokedAt, lastSeenAt, tokens, state };
}
