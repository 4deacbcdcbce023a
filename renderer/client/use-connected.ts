import { useSyncExternalStore } from 'react';
import { useSession } from './session-context.tsx';

/** Whether the host can be heard at the moment. */
export function useConnected(): boolean {
  const { events } = useSession();
  return useSyncExternalStore(
    (listener) => events.onConnection(listener),
    () => events.connected,
  );
}
