import type { ErrorDetails } from '../../shared/errors/errors.ts';

/** How tracked changes are told. */
export interface ChangeWords {
  readonly paragraph: string;
  readonly inserted: string;
  readonly deleted: string;
  /** What stands for a changed end of a paragraph. */
  readonly mark: string;
  readonly quote: (text: string) => string;
}

/** Tracked changes ("3 + alle"), one line for each paragraph: `  Absatz 3: eingefügt „alle“`. */
export function trackedChanges(places: readonly string[], words: ChangeWords): string {
  const paragraphs = new Map<string, string[]>();
  for (const place of places) {
    const [, paragraph = '', sign = '', text = ''] = /^(\d+) ([+-]) ?(.*)$/s.exec(place) ?? [];
    const what = text === '' || text === '¶' ? words.mark : words.quote(text);
    const told = `${sign === '-' ? words.deleted : words.inserted} ${what}`;
    paragraphs.set(paragraph, [...(paragraphs.get(paragraph) ?? []), told]);
  }
  return [...paragraphs]
    .map(([paragraph, changes]) => `  ${words.paragraph} ${paragraph}: ${changes.join(', ')}`)
    .join('\n');
}

/** Characters without a glyph, one line for each place that readers would look for. */
export function missingGlyphs(
  places: ErrorDetails['glyph-missing']['places'],
  quote: (character: string) => string,
): string {
  const byPlace = new Map<string, string[]>();
  for (const { character, codePoint, place } of places) {
    const at = place.indexOf(': ');
    const name = at < 0 ? place : place.slice(0, at);
    const context = at < 0 ? '' : ` ${place.slice(at + 2)}`;
    byPlace.set(name, [...(byPlace.get(name) ?? []), `${quote(character)} (${codePoint})${context}`]);
  }
  return [...byPlace]
    .map(([name, characters]) =>
      characters.length === 1
        ? `  ${name}: ${characters.join('')}`
        : [`  ${name}:`, ...characters.map((character) => `    ${character}`)].join('\n'),
    )
    .join('\n');
}
