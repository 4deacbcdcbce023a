import { useEffect } from 'react';
import type { Phase } from '../../../shared/rights/rights.ts';
import type { RoomClient } from '../../client/room-client.ts';
import { useRoomValue } from '../../client/session-context.tsx';

/** How long is waited before the host is asked again, which may have closed what this window takes for open. In milliseconds. */
const PAUSE = 1_000;

/**
 * Asks the host again for the room of an institution as soon as it takes something: whoever was writing when a round was
 * closed was sent away from it. What was written stays in the room meanwhile, and goes with the next asking.
 */
export function useRoomAgain(room: RoomClient, takes: Phase['contributions']): void {
  const isLocked = useRoomValue(
    room,
    ({ connection, reason }) => connection === 'refused' && reason === 'room-locked',
  );
  useEffect(() => {
    if (!isLocked || takes === 'closed') return;
    const timer = setTimeout(() => room.retry(), PAUSE);
    return () => clearTimeout(timer);
  }, [room, isLocked, takes]);
}
