import { useCallback, useEffect, useRef, useState } from 'react';
import type { HostEvent } from '../../../shared/api/events.ts';
import { useHostEvent, useSession } from '../../client/session-context.tsx';
import { useConnected } from '../../client/use-connected.ts';

/** Why the host cannot write its file, as the code of an error; null where it can, as far as it has said. */
export function useStorageFailure(): string | null {
  const [failure, setFailure] = useState<string | null>(null);
  const { api, overview } = useSession();
  const connected = useConnected();
  /** How often the host has told of it by itself. */
  const told = useRef(0);
  useHostEvent(
    useCallback((event: HostEvent) => {
      if (event.type === 'storage-failed' || event.type === 'storage-recovered') told.current += 1;
      if (event.type === 'storage-failed') setFailure(event.code);
      if (event.type === 'storage-recovered') setFailure(null);
    }, []),
  );
  // Whoever comes back may have missed it, and may meet the host on another file.
  useEffect(() => {
    // Only moderation may ask; everybody is told.
    if (!connected || overview.role !== 'moderator') return;
    let current = true;
    const before = told.current;
    void api('host.status', {}).then((status) => {
      // What was told meanwhile is newer than the answer.
      if (current && told.current === before) setFailure(status.ok ? status.value.storageFailure : null);
    });
    return () => {
      current = false;
    };
  }, [api, connected, overview.role]);
  return failure;
}

/** Whether the host has said that its file cannot be written. */
export function useStorageFailed(): boolean {
  return useStorageFailure() !== null;
}
