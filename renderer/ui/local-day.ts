/** The day on which an instant falls where the person is, `YYYY-MM-DD`. */
export function localDay(instant: Date): string {
  const two = (count: number): string => String(count).padStart(2, '0');
  const year = String(instant.getFullYear()).padStart(4, '0');
  return `${year}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
}

/** The first second of a day (`YYYY-MM-DD`) where the person is, as an instant in UTC; `null` where it is no day. */
export function startOfDay(day: string): string | null {
  return atTime(day, 0, 0, 0);
}

/** The last second of a day where the person is. */
export function endOfDay(day: string): string | null {
  return atTime(day, 23, 59, 59);
}

/** How many midnights lie between two instants where the person is: 0 on the same day, negative where it is over. */
export function daysBetween(now: Date, then: Date): number {
  const noon = (at: Date): number => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate());
  return Math.round((noon(then) - noon(now)) / 86_400_000);
}

function atTime(day: string, hours: number, minutes: number, seconds: number): string | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
  if (parts === null) return null;
  const at = new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]), hours, minutes, seconds);
  return localDay(at) === day ? `${at.toISOString().slice(0, 19)}Z` : null;
}
