import { useEffect, useMemo, useState } from 'react';
import { deviceCopyName, readDeviceCopies, type DeviceCopy } from '../../client/device-copy.ts';
import { useRoom, useRoomState, useSession } from '../../client/session-context.tsx';
import type { NotTaken } from '../status/not-taken.ts';
import { unsentParts } from './unsent.ts';

/** What lies on this device and not on the host. */
export interface Unsent {
  /** How many stretches of writing, as the line below the text counts them. */
  readonly changes: number;
  /** Null where the text on this device cannot be read. */
  readonly parts: readonly NotTaken[] | null;
}

/** What of earlier invitations lies here unsent; null until the device was asked. */
export function useDeviceCopies(except: string | null): readonly DeviceCopy[] | null {
  const [copies, setCopies] = useState<readonly DeviceCopy[] | null>(null);
  useEffect(() => {
    let current = true;
    void readDeviceCopies(window.indexedDB, except).then((found) => {
      if (current) setCopies(found);
    });
    return () => {
      current = false;
    };
  }, [except]);
  return copies;
}

/** Adds up what is unsent in copies that nobody has open; what no profile is kept for cannot be told by goal. */
export function unsentIn(copies: readonly DeviceCopy[]): Unsent {
  const left = copies.filter(({ pending }) => pending > 0);
  const parts = left.flatMap((copy) =>
    copy.profile === null ? [] : (unsentParts(copy, copy.profile) ?? []),
  );
  return {
    changes: left.reduce((sum, { pending }) => sum + pending, 0),
    parts: left.length > 0 && parts.length === 0 ? null : parts,
  };
}

/** What of this window, and of what earlier invitations left on the device, the host does not have. */
export function useUnsent(): Unsent {
  const { profile, overview } = useSession();
  const room = useRoom('text');
  const { pending } = useRoomState(room);
  const copies = useDeviceCopies(deviceCopyName(overview.principal, 'text'));
  const parts = useMemo(
    () => (pending === 0 ? [] : unsentParts({ own: room.copy(), host: room.hostCopy() }, profile)),
    [room, pending, profile],
  );
  const earlier = useMemo(() => unsentIn(copies ?? []), [copies]);
  return {
    changes: pending + earlier.changes,
    parts: parts === null && earlier.parts === null ? null : [...(parts ?? []), ...(earlier.parts ?? [])],
  };
}
