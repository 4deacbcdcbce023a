import type { Moment } from '../../../shared/history/moment.ts';
import type { germanHistory } from '../../words/de/history.ts';

/** Who wrote in a stretch: names, each once; what the program did by itself is named as such. */
export function authorsOf({ authors }: Moment, words: typeof germanHistory): string {
  const names = authors.map(({ principal, name, institutionName }) => {
    if (name !== '') return institutionName === '' ? name : `${name} (${institutionName})`;
    if (institutionName !== '') return institutionName;
    return principal === 'host' ? words.host : words.nobody;
  });
  return [...new Set(names)].join(', ');
}

/** Which parts were touched: "Leitziel" numbers and headings as they were then, each once. */
export function touchedOf({ authors, removed }: Moment): readonly string[] {
  const names = authors.flatMap(({ touched }) =>
    touched.map(({ number, quote }) => (number === '' ? quote : number)).filter((name) => name !== ''),
  );
  return [...new Set([...names, ...removed.map(({ quote }) => quote).filter((quote) => quote !== '')])];
}

/** "heute, 14:05", or the day with its time. */
export function momentTime(instant: string, language: 'de' | 'en'): string {
  const locale = language === 'de' ? 'de-DE' : 'en-GB';
  const date = new Date(instant);
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(date);
}

/** The day of an instant, written out: "Sonntag, 22. November 2026". */
export function momentDay(instant: string, language: 'de' | 'en'): string {
  const locale = language === 'de' ? 'de-DE' : 'en-GB';
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(new Date(instant));
}
