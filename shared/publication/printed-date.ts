const MONTHS = {
  de: [
    'Januar',
    'Februar',
    'März',
    'April',
    'Mai',
    'Juni',
    'Juli',
    'August',
    'September',
    'Oktober',
    'November',
    'Dezember',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const;

/**
 * The day of an ISO 8601 date or UTC instant as it is printed: "12. Juni 2019", "12 June 2019". The words stand
 * here rather than in `Intl`, whose data differ between builds: an edition must export to the same bytes anywhere.
 * What does not begin with `YYYY-MM-DD` is returned as it came.
 */
export function printedDate(iso: string, language: 'de' | 'en'): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  const name = MONTHS[language][Number(month) - 1];
  if (year === undefined || day === undefined || name === undefined) return iso;
  const counted = String(Number(day));
  return language === 'de' ? `${counted}. ${name} ${year}` : `${counted} ${name} ${year}`;
}
