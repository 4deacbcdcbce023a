import type { FollowReason, ReplicaStatus } from '../../../shared/api/replica-calls.ts';
import { isCloseReason } from '../../../shared/host/close-reasons.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { roomsOf } from './rooms-of.ts';

/** How a file stands to the host that it follows, as far as the file itself knows: nobody is connected. */
export function statusOfFile({ upstreams, refusedCopies }: Workspace): ReplicaStatus {
  const upstream = upstreams.current();
  if (upstream === null) return { state: 'none' };
  const { base, token, principal, lastContactAt, refusal } = upstream;
  return {
    ...{ base, lastContactAt, role: principal.role, institution: principal.institution },
    state: token === null ? 'left' : refusal === null ? 'offline' : 'refused',
    reason: reasonOf(refusal),
    nextAttemptIn: null,
    pendingUpdates: roomsOf(principal).reduce((sum, room) => sum + upstreams.pendingIn(room), 0),
    waiting: [],
    refusals: refusedCopies.list().filter(({ dismissedAt }) => dismissedAt === null).length,
  };
}

/** A newer program may have noted a reason that this one does not know. */
function reasonOf(refusal: string | null): FollowReason | null {
  if (refusal === null || isCloseReason(refusal)) return refusal;
  return refusal === 'edition-changed' ? refusal : 'closed';
}
