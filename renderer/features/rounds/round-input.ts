import type { InstitutionId, NodeId, RoundId } from '../../../shared/ids/ids.ts';
import type { Round } from '../../../shared/rounds/round.ts';
import { endOfDay, localDay, startOfDay } from '../../ui/local-day.ts';

/** What is typed and chosen about a round. Days are `YYYY-MM-DD` where the person is; empty for none. */
export interface RoundInput {
  readonly name: string;
  readonly from: string;
  readonly until: string;
  readonly asksAll: boolean;
  readonly invited: ReadonlySet<InstitutionId>;
  readonly isWholeText: boolean;
  readonly places: ReadonlySet<NodeId>;
  readonly visibility: Round['visibility'];
}

/** What is missing or wrong, by field. */
export interface RoundFaults {
  readonly name?: 'needed';
  readonly until?: 'backwards' | 'over';
  readonly invited?: 'chooseSome';
  readonly places?: 'chooseField';
}

export const emptyInput: RoundInput = {
  ...{ name: '', from: '', until: '', asksAll: true, invited: new Set(), isWholeText: true },
  ...{ places: new Set(), visibility: 'own' },
};

/** A round as it is put into the fields. */
export function inputOf(round: Round): RoundInput {
  const { name, opensAt, closesAt, invited, places, visibility } = round;
  return {
    ...{ name, visibility, from: dayOf(opensAt), until: dayOf(closesAt) },
    ...{ asksAll: invited === 'all', invited: new Set(invited === 'all' ? [] : invited) },
    ...{ isWholeText: places === 'all', places: new Set(places === 'all' ? [] : places) },
  };
}

/** What has to be mended before it can be saved. A last day that is over is taken only where it was so before. */
export function faultsOf(input: RoundInput, before: Round | null, today: string): RoundFaults {
  const { name, from, until, asksAll, invited, isWholeText, places } = input;
  const isOver = until !== '' && until < today && until !== dayOf(before?.closesAt ?? null);
  return {
    ...(name.trim() === '' && { name: 'needed' as const }),
    ...(isOver && { until: 'over' as const }),
    ...(from !== '' && until !== '' && until < from && { until: 'backwards' as const }),
    ...(!asksAll && invited.size === 0 && { invited: 'chooseSome' as const }),
    ...(!isWholeText && places.size === 0 && { places: 'chooseField' as const }),
  };
}

/** The round to be saved. It begins with its first day and ends with its last; instants of days not changed stay. */
export function roundOfInput(input: RoundInput, before: Round | null, id: RoundId): Omit<Round, 'base'> {
  const { name, from, until, asksAll, invited, isWholeText, places, visibility } = input;
  const opensAt = before?.opensAt ?? null;
  const closesAt = before?.closesAt ?? null;
  return {
    ...{ id, name: name.trim(), visibility },
    opensAt: dayOf(opensAt) === from ? opensAt : startOfDay(from),
    closesAt: dayOf(closesAt) === until ? closesAt : endOfDay(until),
    invited: asksAll ? 'all' : [...invited],
    places: isWholeText ? 'all' : [...places],
  };
}

function dayOf(instant: string | null): string {
  return instant === null ? '' : localDay(new Date(instant));
}
