import type { Moment } from '../../../shared/history/moment.ts';

/** Days for which every moment is kept. */
const KEPT_DAYS = 30;

const DAY = 24 * 60 * 60 * 1_000;

/**
 * Which moments leave the file: of those that ended more than 30 days ago all but the last of each day (UTC) and those
 * at which an edition was frozen. `moments` in the order of their ids; the newest always stays.
 */
export function momentsToDrop(
  moments: readonly Pick<Moment, 'id' | 'to' | 'cause'>[],
  now: string,
): readonly number[] {
  const oldest = Date.parse(now) - KEPT_DAYS * DAY;
  const dayOf = ({ to }: Pick<Moment, 'to'>): string => to.slice(0, 'YYYY-MM-DD'.length);
  return moments
    .filter((moment, index) => {
      const next = moments[index + 1];
      const isLastOfDay = next === undefined || dayOf(next) !== dayOf(moment);
      return Date.parse(moment.to) < oldest && moment.cause !== 'freeze' && !isLastOfDay;
    })
    .map(({ id }) => id);
}
