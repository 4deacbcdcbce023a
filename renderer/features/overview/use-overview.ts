import { useMemo } from 'react';
import { listVoices } from '../../../shared/contributions/voices-room.ts';
import type { DecisionRecord } from '../../../shared/decisions/decision.ts';
import { listDecisions } from '../../../shared/decisions/decisions-room.ts';
import { readText } from '../../../shared/decisions/read-text.ts';
import type { RoundId } from '../../../shared/ids/ids.ts';
import { anchorPlacesIn, type AnchorPlaces } from '../../../shared/overview/anchor-places.ts';
import { dissents, type Dissent } from '../../../shared/overview/dissent.ts';
import { participationOf, type Participation } from '../../../shared/overview/participation.ts';
import { stateHistory, type StateDay } from '../../../shared/overview/state-history.ts';
import { takesPart, type Institution } from '../../../shared/register/institution.ts';
import { listInstitutions } from '../../../shared/rooms/register-room.ts';
import { isOpenPlace, parentsIn } from '../../../shared/rounds/open-places.ts';
import { invitedTo, type Round } from '../../../shared/rounds/round.ts';
import { placesOf, type Place, type Places } from '../../../shared/weighing/places.ts';
import type { NumberedText } from '../../client/live-text.ts';
import { useRoom, useRoomValue } from '../../client/session-context.tsx';
import { useReading } from '../../client/use-reading.ts';
import { localDay } from '../../ui/local-day.ts';

/** How participation stands in a round, or in all. */
export interface Overview {
  readonly participation: Participation;
  readonly days: readonly StateDay[];
  readonly dissents: readonly Dissent[];
  readonly institutions: readonly Institution[];
  readonly places: Places;
  readonly anchors: AnchorPlaces;
}

/** Derives it, anew whenever a room changes or writing pauses; `null` until all of it is there. */
export function useOverview(
  text: NumberedText | null,
  rounds: readonly Round[],
  round: RoundId | null,
): Overview | null {
  const voicesRoom = useRoom('voices');
  const decisionsRoom = useRoom('decisions');
  const process = useRoom('process');
  const hasVoices = useRoomValue(voicesRoom, ({ loaded }) => loaded);
  const hasDecisions = useRoomValue(decisionsRoom, ({ loaded }) => loaded);
  const voices = useReading(voicesRoom.doc, listVoices);
  const decisions: readonly DecisionRecord[] = useReading(decisionsRoom.doc, listDecisions);
  const institutions = useReading(process.doc, listInstitutions);
  const read = useMemo(() => {
    if (text === null) return null;
    const places = placesOf(text.document, text.numbering);
    const parents = parentsIn(text.document);
    return { places, parents, anchors: anchorPlacesIn(readText(text.document).flow, places) };
  }, [text]);
  const isReady = hasVoices && hasDecisions;
  return useMemo(() => {
    if (!isReady || read === null) return null;
    const chosen = rounds.find(({ id }) => id === round);
    const { parents, ...found } = read;
    const isAsked = ({ id }: Place): boolean =>
      chosen === undefined || isOpenPlace(chosen.places, { on: 'node', nodeId: id }, [() => parents]);
    const invited = chosen ? invitedTo(chosen, institutions) : everAsked(rounds, institutions);
    return {
      ...found,
      institutions,
      participation: participationOf({ ...found, voices, institutions, invited, isAsked, round }),
      days: stateHistory({ voices, decisions, round, dayOf: (at) => localDay(new Date(at)) }),
      dissents: dissents(voices, decisions, round),
    };
  }, [isReady, read, voices, decisions, institutions, rounds, round]);
}

/** Who was asked in any round that was opened; where none was, the whole register. */
function everAsked(rounds: readonly Round[], institutions: readonly Institution[]): readonly Institution[] {
  const begun = rounds.filter(({ base }) => base !== null);
  if (begun.length === 0) return institutions.filter(takesPart);
  const asked = new Set(begun.flatMap((one) => invitedTo(one, institutions)));
  return institutions.filter((one) => asked.has(one));
}
