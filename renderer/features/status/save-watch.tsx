import type { Phase } from '../../../shared/rights/rights.ts';
import type { Peer } from '../../client/presence.ts';
import type { RoomClient } from '../../client/room-client.ts';
import { useRoomState, useSession } from '../../client/session-context.tsx';
import { saveStateOf } from './save-state.ts';
import { useToldChanges } from './use-told-changes.ts';
import { useUnsavedGuard } from './use-unsaved-guard.ts';

export interface SaveWatchProps {
  readonly room: RoomClient;
  readonly storageFailed: boolean;
  readonly phase: Phase;
  readonly peers: readonly Peer[];
  readonly announce: (message: string) => void;
}

/**
 * Watches over what is written until it is saved, and shows nothing. A part by itself, because how the room stands
 * changes with every letter and nothing around it need be drawn anew for that.
 */
export function SaveWatch({ room, storageFailed, phase, peers, announce }: SaveWatchProps) {
  const { place } = useSession();
  const roomState = useRoomState(room);
  useUnsavedGuard(roomState, place.local);
  const state = saveStateOf(roomState, storageFailed);
  useToldChanges({ state, pending: roomState.pending, phase, peers, announce });
  return null;
}
