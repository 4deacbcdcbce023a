import { useMemo } from 'react';
import { resolveAnchor } from '../../../shared/contributions/resolve-anchor.ts';
import { listVoices, type ListedVoice } from '../../../shared/contributions/voices-room.ts';
import {
  decidedBy,
  listDecisions,
  type DecidedContributions,
} from '../../../shared/decisions/decisions-room.ts';
import { readText, type ReadText } from '../../../shared/decisions/read-text.ts';
import { listWorkshops, type Workshop } from '../../../shared/decisions/workshop.ts';
import type { RoundId } from '../../../shared/ids/ids.ts';
import type { Institution } from '../../../shared/register/institution.ts';
import { listInstitutions } from '../../../shared/rooms/register-room.ts';
import { readRound } from '../../../shared/rooms/phase-room.ts';
import type { Round } from '../../../shared/rounds/round.ts';
import { listRounds } from '../../../shared/rounds/rounds-room.ts';
import { placesOf, type Places } from '../../../shared/weighing/places.ts';
import type { BaseOf } from '../../../shared/weighing/proposed-edits.ts';
import { weighingRows, type WeighingRow } from '../../../shared/weighing/weighing-rows.ts';
import type { NumberedText } from '../../client/live-text.ts';
import { useRoom } from '../../client/session-context.tsx';
import { useReading } from '../../client/use-reading.ts';
import { useText } from '../frame/frame-context.tsx';
import { useRoundBases } from './use-round-bases.ts';

/** All that moderation weighs, as it stands in the rooms and the text now. */
export interface Weighing {
  readonly rows: readonly WeighingRow[];
  readonly byId: ReadonlyMap<string, WeighingRow>;
  readonly voices: readonly ListedVoice[];
  readonly decided: DecidedContributions;
  readonly institutions: readonly Institution[];
  readonly rounds: readonly Round[];
  /** The round that is asked about, or was last. */
  readonly round: RoundId | null;
  readonly workshops: readonly Workshop[];
  readonly today: ReadText;
  readonly places: Places;
  readonly baseOf: BaseOf;
}

/** Derives what moderation weighs, anew whenever a room changes or writing pauses; null until the text is there. */
export function useWeighing(): Weighing | null {
  const text = useText();
  const voicesRoom = useRoom('voices');
  const decisionsRoom = useRoom('decisions');
  const process = useRoom('process');
  const voices = useReading(voicesRoom.doc, listVoices);
  const decisions = useReading(decisionsRoom.doc, listDecisions);
  const institutions = useReading(process.doc, listInstitutions);
  const rounds = useReading(process.doc, listRounds);
  const round = useReading(process.doc, readRound);
  const workshops = useReading(process.doc, listWorkshops);
  const read = useMemo(() => (text === null ? null : placesToday(text)), [text]);
  const wanted = useMemo(() => (read === null ? [] : roundsToRead(voices, read.today)), [voices, read]);
  const baseOf = useRoundBases(wanted);
  const rows = useMemo(
    () => (read === null ? null : weighingRows({ voices, decisions, institutions, rounds, baseOf, ...read })),
    [voices, decisions, institutions, rounds, baseOf, read],
  );
  return useMemo(
    () =>
      rows === null || read === null
        ? null
        : {
            ...{ rows, voices, institutions, rounds, round, workshops, baseOf },
            ...read,
            byId: new Map(rows.map((row) => [row.id, row])),
            decided: decidedBy(decisions),
          },
    [rows, voices, decisions, institutions, rounds, round, workshops, baseOf, read],
  );
}

function placesToday({ document, numbering }: NumberedText): Pick<Weighing, 'today' | 'places'> {
  return { today: readText(document), places: placesOf(document, numbering) };
}

/** Rounds with a proposal whose own words do not tell any more what its author read. */
function roundsToRead(voices: readonly ListedVoice[], { flow }: ReadText): readonly RoundId[] {
  const rounds = new Set<RoundId>();
  for (const { record } of voices) {
    if (record.type !== 'statement' || record.wording === null || rounds.has(record.round)) continue;
    const { state } = resolveAnchor(flow, record.anchor);
    if (state !== 'in-place' && state !== 'document') rounds.add(record.round);
  }
  return [...rounds].sort();
}
