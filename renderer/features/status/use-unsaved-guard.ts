import { useEffect } from 'react';
import type { RoomState } from '../../client/room-client.ts';

/**
 * Asks before the window is closed while something that was written is not on the host's disk: always in the window of
 * its own machine; with guests where the copy of this device does not have it either, and where the host cannot be
 * reached, since their page comes from it and cannot be opened again without it.
 */
export function useUnsavedGuard(state: RoomState, isLocal: boolean): void {
  const isAtRisk = !state.saved && (isLocal || !state.kept || state.connection === 'offline');
  useEffect(() => {
    if (!isAtRisk) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isAtRisk]);
}
