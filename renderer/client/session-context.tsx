import { createContext, useCallback, useContext, useEffect, useSyncExternalStore } from 'react';
import type { ApiClient } from '../../shared/api/client.ts';
import type { HostEvent } from '../../shared/api/events.ts';
import type { RoomName } from '../../shared/rooms/rooms.ts';
import type { RoomClient, RoomState } from './room-client.ts';
import type { Session } from './session.ts';
import type { Readings } from './use-reading.ts';

const SessionContext = createContext<Session | null>(null);

/** Gives the session to all below it. */
export const SessionProvider = SessionContext.Provider;

/** The session of this window. Throws outside a workspace. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('a component of the workspace stands outside of one');
  return session;
}

/** What is read from rooms of the session, by all who ask for it; null outside a workspace. */
export function useReadings(): Readings | null {
  return useContext(SessionContext)?.readings ?? null;
}

export function useApi(): ApiClient {
  return useSession().api;
}

/** Calls back on each event of the host while the component is there. */
export function useHostEvent(listener: (event: HostEvent) => void): void {
  const { events } = useSession();
  useEffect(() => events.subscribe(listener), [events, listener]);
}

/** A room of the session; another one after the host has refused it and it was read anew. */
export function useRoom(name: RoomName): RoomClient {
  const { rooms } = useSession();
  return useSyncExternalStore(rooms.subscribe, () => rooms.get(name));
}

/** How the room stands, followed. It changes with every letter that is written and saved: for small parts only. */
export function useRoomState(room: RoomClient): RoomState {
  return useSyncExternalStore(useSubscribe(room), () => room.state);
}

/** One thing of how the room stands: nothing is drawn anew before it changes. `pick` gives a plain value. */
export function useRoomValue<T extends string | number | boolean | null>(
  room: RoomClient,
  pick: (state: RoomState) => T,
): T {
  return useSyncExternalStore(useSubscribe(room), () => pick(room.state));
}

function useSubscribe(room: RoomClient): RoomClient['subscribe'] {
  return useCallback((listener: () => void) => room.subscribe(listener), [room]);
}
