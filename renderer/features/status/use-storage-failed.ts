import { useCallback, useState } from 'react';
import type { HostEvent } from '../../../shared/api/events.ts';
import { useHostEvent } from '../../client/session-context.tsx';

/** Whether the host has said that its file cannot be written. */
export function useStorageFailed(): boolean {
  const [failed, setFailed] = useState(false);
  useHostEvent(
    useCallback((event: HostEvent) => {
      if (event.type === 'storage-failed') setFailed(true);
      if (event.type === 'storage-recovered') setFailed(false);
    }, []),
  );
  return failed;
}
