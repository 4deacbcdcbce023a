import { useEffect } from 'react';
import type { RoomState } from '../../client/room-client.ts';

/**
 * Asks before the window is closed while something that was written is in this window alone: neither on the host's
 * disk nor, with guests, in the copy of this device.
 */
export function useUnsavedGuard(state: RoomState, isLocal: boolean): void {
  const isAtRisk = isLocal ? !state.saved : !state.saved && !state.kept;
  useEffect(() => {
    if (!isAtRisk) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isAtRisk]);
}
