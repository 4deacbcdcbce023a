import type { CloseReason } from '../../../shared/host/close-reasons.ts';
import type { Principal, Right } from '../../../shared/rights/rights.ts';
import { InvalidMessage } from './byte-reader.ts';
import { judgeUpdate } from './judge-update.ts';
import type { LiveRoom } from './live-room.ts';
import { scanUpdate } from './scan-update.ts';
import { proveNesting } from './nesting.ts';
import type { StorageGate } from './storage-gate.ts';
import type { SyncLimits } from './sync-limits.ts';

/** What is to be done with an update that somebody sent. */
export type Admission =
  /** The room has all of it already. */
  | { readonly kind: 'known' }
  /** It builds on something that has not come. */
  | { readonly kind: 'gap' }
  | { readonly kind: 'refused'; readonly reason: CloseReason }
  | { readonly kind: 'new'; readonly writers: readonly number[] };

/**
 * Decides over an update; changes nothing but whose the client ids are that it brings. An update without news is no offence of anybody, because the official
 * provider answers the host's step 1 whatever its rights; nor is one in which Yjs only tidies up formats. Throws `InvalidMessage` or `MessageTooLarge`.
 */
export function admitUpdate(request: {
  readonly room: LiveRoom;
  readonly principal: Principal;
  readonly right: () => Right;
  readonly limits: SyncLimits;
  readonly gate: StorageGate;
  readonly update: Uint8Array;
}): Admission {
  const { room, principal, limits, update } = request;
  const scan = scanUpdate(update, limits.maxStructs);
  const { hasGap, hasCircle, hasNews, onlyTidies, writers, newClients } = judgeUpdate(scan, room.doc);
  if (!hasGap && !hasNews) return { kind: 'known' };
  if (request.right() !== 'write') {
    return onlyTidies && !hasGap ? { kind: 'known' } : { kind: 'refused', reason: 'room-locked' };
  }
  if (request.gate.failure !== null) return { kind: 'refused', reason: 'storage-failed' };
  if (hasGap) return { kind: 'gap' };
  if (hasCircle) throw new InvalidMessage('structs build on one another in a circle');
  if (
    newClients > limits.maxNewClients ||
    room.bytes + update.length > limits.maxRoomBytes ||
    !fitsIntoMemory(room, newClients, scan.size, limits)
  ) {
    return { kind: 'refused', reason: 'too-large' };
  }
  proveNesting(scan.placements, room.doc);
  for (const writer of writers) {
    if (!room.owners.mayWrite(principal, writer)) return { kind: 'refused', reason: 'client-id-taken' };
  }
  room.owners.write(principal, writers);
  return { kind: 'new', writers };
}

/** No struct takes fewer bytes in the file. */
const BYTES_OF_STRUCT = 4;

/** Whether a room may grow by so many clients and structs. */
function fitsIntoMemory(
  { doc, bytes }: LiveRoom,
  newClients: number,
  newStructs: number,
  { maxRoomClients, maxRoomStructs }: SyncLimits,
): boolean {
  const { clients } = doc.store;
  if (clients.size + newClients > maxRoomClients) return false;
  // Counting is only worth it where there can be so many.
  if (bytes / BYTES_OF_STRUCT + newStructs < maxRoomStructs) return true;
  let structs = newStructs;
  for (const own of clients.values()) structs += own.length;
  return structs <= maxRoomStructs;
}
