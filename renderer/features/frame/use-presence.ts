import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { usePreferences } from '../../client/preferences-context.tsx';
import { colourFor, createPeers, readProjected, setPresence, type Peer } from '../../client/presence.ts';
import type { RoomClient } from '../../client/room-client.ts';
import type { LeitbildEditor } from '../../editor/index.ts';
import { useSession } from '../../client/session-context.tsx';

/** Tells the others who writes in this window and where, and who they are. */
export function usePresence(
  room: RoomClient,
  place: NodeId | null,
  editor: LeitbildEditor | null,
): readonly Peer[] {
  const { preferences } = usePreferences();
  const institution = useOwnInstitution();
  const { awareness } = room;
  const peers = useMemo(() => createPeers(awareness), [awareness]);
  useEffect(() => {
    const color = colourFor(awareness.clientID);
    setPresence(awareness, 'user', { name: preferences.name, institution, color });
    // The editor introduces itself without the institution when it opens.
  }, [awareness, preferences.name, institution, editor]);
  useEffect(() => setPresence(awareness, 'place', place), [awareness, place]);
  return useSyncExternalStore(peers.subscribe, peers.current);
}

/** What the projector shows; null for nothing. */
export function useProjected(room: RoomClient): NodeId | null {
  const { awareness } = room;
  const subscribe = useCallback(
    (listener: () => void) => {
      awareness.on('change', listener);
      return () => awareness.off('change', listener);
    },
    [awareness],
  );
  return useSyncExternalStore(subscribe, () => readProjected(awareness)?.nodeId ?? null);
}

/** Name of the institution for which this window takes part; empty for none. */
export function useOwnInstitution(): string {
  const { api, overview } = useSession();
  const [name, setName] = useState('');
  useEffect(() => {
    if (overview.institution === null) return;
    void api('register.list', {}).then((answer) => {
      if (!answer.ok) return;
      setName(answer.value.find(({ id }) => id === overview.institution)?.name ?? '');
    });
  }, [api, overview.institution]);
  return name;
}
