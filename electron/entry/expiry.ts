import { appError, AppFailure } from '../../shared/errors/errors.ts';

const DAY_MS = 86_400_000;
/** Ten years; an invitation without an end is none. */
const MOST_DAYS = 3_660;

/**
 * Reads when an invitation ends: a number of days (`30d`) from now, or a day (`2027-03-31`), which it still covers
 * wholly in UTC. Gives ISO 8601 in UTC to the second; throws `AppFailure` (`argument-invalid`).
 */
export function readExpiry(text: string, now: string): string {
  const days = /^(\d{1,4})d$/.exec(text)?.[1];
  const instant = days === undefined ? endOfDay(text) : Number(days) * DAY_MS + Date.parse(now);
  const ahead = instant - Date.parse(now);
  if (!(ahead > 0) || ahead > MOST_DAYS * DAY_MS) {
    const reason = ahead <= 0 ? 'past' : '30d / 2027-03-31';
    throw new AppFailure(appError('argument-invalid', { argument: '--expires', reason }));
  }
  return new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z');
}

function endOfDay(text: string): number {
  const instant = Date.parse(`${text}T23:59:59Z`);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(instant);
  return isDay && new Date(instant).toISOString().startsWith(text) ? instant : NaN;
}
