import { useCallback, useEffect, useRef, useState } from 'react';
import { readDocument } from '../../../shared/rooms/text-room.ts';
import type { LeitbildDocument } from '../../../shared/schema/document.ts';
import type { Phase } from '../../../shared/rights/rights.ts';
import type { RoomClient, RoomState } from '../../client/room-client.ts';
import { useSession } from '../../client/session-context.tsx';
import { documentOfUpdate, notTaken, type NotTaken } from './not-taken.ts';

/** What was written here and could not be taken over, until its author has seen it. */
export interface RefusedText {
  readonly parts: readonly NotTaken[];
  /** Whether the text was locked, or else replaced. */
  readonly isLocked: boolean;
  readonly dismiss: () => void;
}

/**
 * Reads the text anew where the host has sent this window away because its copy has diverged, and then says what of it
 * the host does not have. Nothing is merged again, nothing is thrown away unseen.
 */
export function useRefusedText(
  room: RoomClient,
  state: Pick<RoomState, 'connection' | 'reason' | 'loaded'>,
  phase: Phase,
  onReread: () => void,
): RefusedText | null {
  const { rooms, profile } = useSession();
  const own = useRef<LeitbildDocument | null>(null);
  const [parts, setParts] = useState<readonly NotTaken[]>([]);

  useEffect(() => {
    if (state.connection !== 'refused' || state.reason !== 'room-locked') return;
    own.current = documentOfUpdate(rooms.readAnew(room.name));
  }, [state.connection, state.reason, room, rooms]);

  useEffect(() => {
    if (own.current === null || !state.loaded || state.connection !== 'connected') return;
    const host = readDocument(room.doc);
    if (!host.ok) return;
    const found = notTaken(own.current, host.value, profile);
    own.current = null;
    setParts((before) => [...before, ...found]);
    if (found.length === 0) onReread();
  }, [state.loaded, state.connection, room, profile, onReread]);

  const dismiss = useCallback(() => setParts([]), []);
  return parts.length === 0 ? null : { parts, isLocked: phase.text === 'locked', dismiss };
}
