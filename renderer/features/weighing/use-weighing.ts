import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { listVoices, type ListedVoice } from '../../../shared/contributions/voices-room.ts';
import { listDecisions } from '../../../shared/decisions/decisions-room.ts';
import { listWorkshops, type Workshop } from '../../../shared/decisions/workshop.ts';
import type { RoundId } from '../../../shared/ids/ids.ts';
import type { Institution } from '../../../shared/register/institution.ts';
import { listInstitutions } from '../../../shared/rooms/register-room.ts';
import { readRound } from '../../../shared/rooms/phase-room.ts';
import type { Round } from '../../../shared/rounds/round.ts';
import { listRounds } from '../../../shared/rounds/rounds-room.ts';
import type { BaseOf } from '../../../shared/weighing/proposed-edits.ts';
import type { WeighingRow } from '../../../shared/weighing/weighing-rows.ts';
import { useRoom } from '../../client/session-context.tsx';
import { useReading } from '../../client/use-reading.ts';
import { useText } from '../frame/frame-context.tsx';
import type { KnownBases } from './round-bases.ts';
import { useWeighingSource, type DerivedRows } from './weighing-source.ts';

/** All that moderation weighs, as it stands in the rooms and the text now. */
export interface Weighing extends DerivedRows {
  readonly voices: readonly ListedVoice[];
  readonly institutions: readonly Institution[];
  readonly rounds: readonly Round[];
  /** The round that is asked about, or was last. */
  readonly round: RoundId | null;
  readonly workshops: readonly Workshop[];
  readonly bases: KnownBases;
  readonly baseOf: BaseOf;
}

/** Derives what moderation weighs, anew whenever a room changes or writing pauses; null until the text is there. */
export function useWeighing(): Weighing | null {
  const text = useText();
  const source = useWeighingSource();
  const process = useRoom('process').doc;
  const voices = useReading(useRoom('voices').doc, listVoices);
  const decisions = useReading(useRoom('decisions').doc, listDecisions);
  const institutions = useReading(process, listInstitutions);
  const rounds = useReading(process, listRounds);
  const round = useReading(process, readRound);
  const workshops = useReading(process, listWorkshops);
  const bases = useSyncExternalStore(source.bases.subscribe, source.bases.current);
  const { baseOf } = bases;
  const derived = useMemo(
    () => (text === null ? null : source.derive({ text, voices, decisions, institutions, rounds, baseOf })),
    [source, text, voices, decisions, institutions, rounds, baseOf],
  );
  useEffect(() => {
    if (derived !== null) source.bases.want(roundsToRead(derived.rows));
  }, [source, derived]);
  return useMemo(
    () => derived && { ...derived, voices, institutions, rounds, round, workshops, bases, baseOf },
    [derived, voices, institutions, rounds, round, workshops, bases, baseOf],
  );
}

/** Rounds with a proposal whose own words do not tell any more what its author read. */
function roundsToRead(rows: readonly WeighingRow[]): readonly RoundId[] {
  const rounds = new Set<RoundId>();
  for (const { wording, round, resolution } of rows) {
    if (wording !== null && resolution.state !== 'in-place' && resolution.state !== 'document')
      rounds.add(round);
  }
  return [...rounds];
}
