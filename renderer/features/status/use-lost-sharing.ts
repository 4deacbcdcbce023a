import { useCallback, useEffect, useState } from 'react';
import type { SharingStatus } from '../../../shared/api/contract.ts';
import type { HostEvent } from '../../../shared/api/events.ts';
import { useHostEvent, useSession } from '../../client/session-context.tsx';
import { useConnected } from '../../client/use-connected.ts';

/** What was shared until a crash and could not go on; null where there is no such thing, or not for this window. */
export type LostSharing = Extract<SharingStatus, { readonly state: 'off' }> | null;

/** Follows whether the host has lost its sharing; only the window of its machine can do something about it. */
export function useLostSharing(): LostSharing {
  const [lost, setLost] = useState<LostSharing>(null);
  const [asked, setAsked] = useState(0);
  const { api, overview, place } = useSession();
  const connected = useConnected();
  const mayShare = place.local && overview.role === 'moderator';
  useHostEvent(
    useCallback((event: HostEvent) => {
      if (event.type === 'sharing-started' || event.type === 'sharing-stopped')
        setAsked((count) => count + 1);
    }, []),
  );
  // A host that comes back after a crash has told nobody.
  useEffect(() => {
    if (!connected || !mayShare) return;
    let current = true;
    void api('sharing.status', {}).then((answer) => {
      if (current && answer.ok)
        setLost(answer.value.state === 'off' && answer.value.lost ? answer.value : null);
    });
    return () => {
      current = false;
    };
  }, [api, connected, mayShare, asked]);
  return lost;
}
