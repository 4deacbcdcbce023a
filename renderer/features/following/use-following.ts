import { useCallback, useEffect, useState } from 'react';
import type { HostEvent } from '../../../shared/api/events.ts';
import type { ReplicaStatus } from '../../../shared/api/replica-calls.ts';
import { useHostEvent, useSession } from '../../client/session-context.tsx';
import { useConnected } from '../../client/use-connected.ts';
import type { Following } from '../../words/follow-words.ts';

/** A file that follows a host still. */
type StillFollowing = Following & { readonly state: Exclude<Following['state'], 'left'> };

export interface FollowingAccess {
  /** Null where the file follows nobody, no longer, or where that is not for this window to know. */
  readonly status: StillFollowing | null;
  /** Whether the host is being asked at this moment. */
  readonly isSyncing: boolean;
  readonly sync: () => void;
}

/** How the file of this window stands to the host that it follows, always as its own host knows it. */
export function useFollowing(): FollowingAccess {
  const { api, place } = useSession();
  const connected = useConnected();
  const [status, setStatus] = useState<ReplicaStatus>({ state: 'none' });
  const [isSyncing, setSyncing] = useState(false);
  const [asked, setAsked] = useState(0);
  useHostEvent(
    useCallback((event: HostEvent) => {
      if (event.type === 'replica-changed') setAsked((count) => count + 1);
    }, []),
  );
  useEffect(() => {
    if (!connected || !place.local) return;
    let current = true;
    void api('replica.status', {}).then((answer) => {
      if (current && answer.ok) setStatus(answer.value);
    });
    return () => {
      current = false;
    };
  }, [api, connected, place.local, asked]);
  const sync = useCallback(() => {
    setSyncing(true);
    void api('replica.sync', {}).then((answer) => {
      setSyncing(false);
      if (answer.ok) setStatus(answer.value);
    });
  }, [api]);
  return { status: stillFollowing(status), isSyncing, sync };
}

function stillFollowing(status: ReplicaStatus): StillFollowing | null {
  if (status.state === 'none' || status.state === 'left') return null;
  return { ...status, state: status.state };
}
