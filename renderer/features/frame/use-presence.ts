import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { usePreferences } from '../../client/preferences-context.tsx';
import { colourFor, settledColour } from '../../client/peer-colours.ts';
import { createPeers, readProjected, setPresence, type Peer } from '../../client/presence.ts';
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
  const color = useOwnColour(awareness);
  useEffect(() => {
    setPresence(awareness, 'user', { name: preferences.name, institution, color });
    // The editor introduces itself without the institution when it opens.
  }, [awareness, preferences.name, institution, color, editor]);
  useEffect(() => setPresence(awareness, 'place', place), [awareness, place]);
  return useSyncExternalStore(peers.subscribe, peers.current);
}

/** The colour of this window among those who are here. */
function useOwnColour(awareness: Awareness): string {
  const [own, setOwn] = useState({ awareness, colour: colourFor(awareness.clientID) });
  const colour = own.awareness === awareness ? own.colour : colourFor(awareness.clientID);
  useEffect(() => {
    const settle = (): void => {
      const settled = settledColour(awareness, colour);
      if (settled !== colour) setOwn({ awareness, colour: settled });
    };
    settle();
    awareness.on('change', settle);
    return () => awareness.off('change', settle);
  }, [awareness, colour]);
  return colour;
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
