import { normalizeTitle } from './line-shapes.ts';
import type { RunningTitle } from './pages.ts';
import type { SourceLine } from './source-lines.ts';

const MUNICIPALITY =
  /\b(Stadt|Gemeinde|Landkreis|Kreis|Markt|Universitätsstadt|Hansestadt)\s+(\p{Lu}[\p{Ll}ß]+(?:-\p{Lu}\p{Ll}+)*)/gu;

/** Title, subtitle and municipality, as far as running titles and the text itself tell; empty strings elsewhere. */
export function findHeader(
  lines: readonly SourceLine[],
  runningTitles: ReadonlyMap<number, RunningTitle>,
): { readonly title: string; readonly subtitle: string; readonly municipality: string } {
  const [running] = runningTitles.values();
  const [whole = '', ...rest] = (running?.title ?? '').split(/\s+[–—|]\s+|\s+-\s+/u);
  const municipality = findMunicipality(lines, whole);
  const place = municipality.split(' ').at(-1) ?? '';
  const ending = ` ${place}`;
  const title = place !== '' && whole.endsWith(ending) ? whole.slice(0, -ending.length) : whole;
  return { title: title.trim(), subtitle: rest.join(' – ').trim(), municipality };
}

/**
 * The place that is most often called a city, municipality or district; only if it is in the title or named thrice,
 * else the empty string.
 */
export function findMunicipality(lines: readonly { readonly text: string }[], title: string): string {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    for (const [, kind = '', place = ''] of text.matchAll(MUNICIPALITY)) {
      const name = `${kind} ${place}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  if (best === undefined) return '';
  const [name, count] = best;
  const inTitle = ` ${normalizeTitle(title)} `.includes(` ${normalizeTitle(name.split(' ').at(-1) ?? '')} `);
  return inTitle || count >= 3 ? name : '';
}
