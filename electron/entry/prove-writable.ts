import { AppFailure } from '../../shared/errors/errors.ts';
import { rightOf } from '../../shared/rights/rights.ts';
import { readPhase } from '../../shared/rooms/phase-room.ts';
import type { RoomName } from '../../shared/rooms/rooms.ts';
import { onlyUpstream } from '../host/replica/only-upstream.ts';
import type { Workspace } from '../host/workspace/workspace.ts';

/**
 * Refuses a command that a file may not take because it follows another host: what changes rooms asks the same table of
 * rights as everybody else, as whom the file was invited; all else (`own`: editions, pictures, imports) is done on the
 * host that is followed. A file that follows nobody takes everything. Throws `AppFailure` (`workspace-follows`).
 */
export function proveWritable(workspace: Workspace, what: readonly RoomName[] | 'own'): void {
  const refusal = onlyUpstream(workspace);
  const upstream = workspace.upstreams.current();
  if (refusal === null || upstream === null) return;
  if (what !== 'own') {
    const process = workspace.rooms.load('process');
    const phase = readPhase(process);
    process.destroy();
    if (what.every((room) => rightOf(upstream.principal, room, phase) === 'write')) return;
  }
  throw new AppFailure(refusal);
}

/** Refuses inviting, or taking back an invitation, where a file follows another host as a guest: guests invite nobody. */
export function proveMayInvite(workspace: Workspace): void {
  const refusal = onlyUpstream(workspace);
  if (refusal !== null && workspace.upstreams.current()?.principal.role !== 'moderator') {
    throw new AppFailure(refusal);
  }
}
