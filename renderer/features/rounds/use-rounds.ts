import type { Doc } from 'yjs';
import type { RoundId } from '../../../shared/ids/ids.ts';
import type { Phase } from '../../../shared/rights/rights.ts';
import { readPhase, readRound } from '../../../shared/rooms/phase-room.ts';
import type { Round } from '../../../shared/rounds/round.ts';
import { listRounds, roundOf } from '../../../shared/rounds/rounds-room.ts';
import { useRoom } from '../../client/session-context.tsx';
import { useReading } from '../../client/use-reading.ts';

/** All rounds with how far they are, as one state of the process room says. */
export interface RoundsNow {
  /** Newest first. */
  readonly rounds: readonly Round[];
  readonly phase: Phase;
  readonly current: RoundId | null;
}

/** The rounds, followed: whoever changes them, and the host's own clock too. */
export function useRounds(): RoundsNow {
  return useReading(useRoom('process').doc, readRounds);
}

/** The one round that takes contributions or answers now. */
export interface RunningRound {
  readonly round: Round;
  readonly state: Exclude<Phase['contributions'], 'closed'>;
}

/** The round that runs, followed; `null` where none does. */
export function useRunningRound(): RunningRound | null {
  return useReading(useRoom('process').doc, readRunning);
}

function readRounds(process: Doc): RoundsNow {
  return { rounds: listRounds(process), phase: readPhase(process), current: readRound(process) };
}

/** The round that runs, as the process room says at this moment. */
export function readRunning(process: Doc): RunningRound | null {
  const { contributions: state } = readPhase(process);
  const current = readRound(process);
  if (state === 'closed' || current === null) return null;
  const round = roundOf(process, current);
  return round === undefined ? null : { round, state };
}
