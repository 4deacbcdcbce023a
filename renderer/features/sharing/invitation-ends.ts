import type { Doc } from 'yjs';
import { readPhase, readRound } from '../../../shared/rooms/phase-room.ts';
import { roundOf } from '../../../shared/rounds/rounds-room.ts';

/** The end of the last day on which an invitation holds that is made now for so many days, as the host wants it. */
export function endAfterDays(days: number, now: Date): string {
  const end = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 23, 59, 59);
  return `${end.toISOString().slice(0, 19)}Z`;
}

/** When the round that runs closes; null where none runs, it has no end, or that is over. */
export function endOfRound(process: Doc, now: Date): string | null {
  const id = readRound(process);
  if (id === null || readPhase(process).contributions === 'closed') return null;
  const closesAt = roundOf(process, id)?.closesAt ?? null;
  return closesAt !== null && new Date(closesAt) > now ? closesAt : null;
}
