import { useCallback, useEffect, useState } from 'react';
import { rightOf, type Phase } from '../../shared/rights/rights.ts';
import type { HostEvent } from '../../shared/api/events.ts';
import { useHostEvent, useSession } from './session-context.tsx';

/** What moderation has opened and closed, as the host last told it; asked again whenever the host is back. */
export function usePhase(): Phase {
  const { api, events, overview } = useSession();
  const [phase, setPhase] = useState(overview.phase);
  useHostEvent(
    useCallback((event: HostEvent) => {
      if (event.type === 'phase-changed') setPhase(event.phase);
    }, []),
  );
  useEffect(
    () =>
      events.onConnection(() => {
        if (!events.connected) return;
        void api('phase.get', {}).then((answer) => {
          if (answer.ok) setPhase(answer.value);
        });
      }),
    [api, events],
  );
  return phase;
}

/** Whether the person of this window may write the text in that phase. */
export function useMayWrite(phase: Phase): boolean {
  const { principal, role, institution } = useSession().overview;
  return rightOf({ id: principal, role, institution }, 'text', phase) === 'write';
}
