import { useCallback, useEffect, useState } from 'react';
import type { HostEvent } from '../../../shared/api/events.ts';
import { useHostEvent, useSession } from '../../client/session-context.tsx';
import { useFrame } from './frame-context.tsx';

/** Whether others may see this window: for guests at once, on the machine itself once it shares or somebody is here. */
export function useCompany(): boolean {
  const { api, place, overview } = useSession();
  const mayShare = place.local && overview.role === 'moderator';
  const { peers } = useFrame();
  const [isShared, setShared] = useState(false);
  useEffect(() => {
    if (!mayShare) return;
    void api('sharing.status', {}).then((answer) => {
      if (answer.ok && answer.value.state === 'on') setShared(true);
    });
  }, [api, mayShare]);
  useHostEvent(
    useCallback((event: HostEvent) => {
      if (event.type === 'sharing-started') setShared(true);
    }, []),
  );
  return !place.local || isShared || peers.some(({ isSelf }) => !isSelf);
}
