import type { Invitation, IssuedInvitation } from '../../../../shared/api/contract.ts';
import { writeJoinLink } from '../../../../shared/api/join-link.ts';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';
import type { InvitationId } from '../../../../shared/ids/ids.ts';
import type { NewInvitation } from '../../invitations/invitations.ts';
import { listedInvitations } from '../../invitations/listed-invitations.ts';
import { joinQrSvg } from '../../invitations/join-qr.ts';
import { onlyUpstream } from '../../replica/only-upstream.ts';
import type { Handlers, HostServices } from '../host-services.ts';

/** Who may take part. */
export const invitationHandlers = {
  'invitations.list': (_input, { services: { invitations, workspace } }) =>
    ok(listedInvitations(workspace, invitations)),
  'invitations.create': (input, { services }) => {
    // What delegates write here would go nowhere: their rooms are followed by nobody but themselves.
    const elsewhere = input.role === 'delegate' ? onlyUpstream(services.workspace) : null;
    if (elsewhere !== null) return fail(elsewhere);
    return issue(services.invitations.create(input), services);
  },
  'invitations.rotate': ({ invitation, expiresAt }, { services }) => {
    const rotated = services.invitations.rotate(invitation, expiresAt);
    if (rotated.ok) services.endSessions(invitation);
    return issue(rotated, services);
  },
  'invitations.revoke': ({ invitation }, { services }) => revokeInvitation(invitation, services),
} satisfies Partial<Handlers>;

/** Ends an invitation, and with it the sessions that came in by it. Fails as revoking fails. */
export function revokeInvitation(invitation: InvitationId, services: HostServices): Result<Invitation> {
  const revoked = services.invitations.revoke(invitation);
  if (revoked.ok) endRevoked(invitation, services);
  return revoked;
}

/** Ends the sessions that came in by an invitation which was revoked. */
export function endRevoked(
  invitation: InvitationId,
  { endSessions, emit }: Pick<HostServices, 'endSessions' | 'emit'>,
): void {
  endSessions(invitation);
  emit({ type: 'invitation-revoked', invitation });
}

async function issue(
  made: Result<NewInvitation>,
  { sharing }: HostServices,
): Promise<Result<IssuedInvitation>> {
  if (!made.ok) return made;
  const { token } = made.value;
  const where = sharing.joinBase();
  const link = where && writeJoinLink({ ...where, token });
  return ok({ ...made.value, link, qrSvg: link === null ? null : await joinQrSvg(link) });
}
