/** An instant (ISO 8601) as a day with its time: "22.11.2026, 18:55". */
export function dayAndTime(instant: string, language: 'de' | 'en'): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(instant),
  );
}

/** A day (`YYYY-MM-DD`, or an instant) written out: "25. September 2019". */
export function longDay(day: string, language: 'de' | 'en'): string {
  const timeZone = day.length === 10 ? 'UTC' : undefined;
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone }).format(new Date(day));
}

/** A day (`YYYY-MM-DD`, or an instant) where there is little room: "25.09.2019". */
export function shortDay(day: string, language: 'de' | 'en'): string {
  const timeZone = day.length === 10 ? 'UTC' : undefined;
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone }).format(new Date(day));
}

/** A count as people of that language write it: "1.234". */
export function wholeNumber(count: number, language: 'de' | 'en'): string {
  return new Intl.NumberFormat(localeOf(language)).format(count);
}

/** A size of a file: "1,4 MB". */
export function fileSize(bytes: number, language: 'de' | 'en'): string {
  const [amount, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit,
    maximumFractionDigits: amount < 10 ? 1 : 0,
  }).format(amount);
}

function localeOf(language: 'de' | 'en'): string {
  return language === 'de' ? 'de-DE' : 'en-GB';
}
