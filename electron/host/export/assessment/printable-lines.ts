import type { CellLine } from '../../../../shared/assessment/assessment-cells.ts';
import type { HasGlyph } from '../pdf/check-glyphs.ts';
import { isShapeless } from '../pdf/check-glyphs.ts';
import { printableText } from '../pdf/printable-text.ts';

/** Characters of one place that were replaced. */
export interface Unprintable {
  readonly place: string;
  /** As they are replaced, each once. */
  readonly characters: string;
}

/** Replaces what cannot be printed, and remembers where. */
export interface PrintableLines {
  lines(lines: readonly CellLine[], place: string): readonly PrintedLine[];
  text(text: string, place: string): string;
  readonly found: readonly Unprintable[];
}

/** A line for the typesetter: style, then runs of kind and words. */
export type PrintedLine = readonly [CellLine['style'], readonly (readonly [string, string])[]];

/** More characters in a row than these are told by the first and how many. */
const SHOWN = 8;
/** Different characters named for one place. */
const NAMED = 12;

/** Makes the replacement for one file. Whoever reads sees `[U+1F600]` where a character stood. */
export function createPrintableLines(hasGlyph: HasGlyph): PrintableLines {
  const places = new Map<string, Set<string>>();

  const replaced = (raw: string, place: string): string => {
    const text = printableText(raw);
    let missing: string[] = [];
    /** Spaces and characters without a shape after a missing one: they count only where another sort follows. */
    let between = '';
    let result = '';
    const flush = (): void => {
      if (missing.length > 0) {
        const names = places.get(place) ?? new Set<string>();
        places.set(place, names);
        for (const name of missing) names.add(name);
        const shown = missing.slice(0, SHOWN).join(' ');
        result += missing.length > SHOWN ? `[${shown} … (${String(missing.length)})]` : `[${shown}]`;
      }
      result += between;
      missing = [];
      between = '';
    };
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0;
      if (!isShapeless(character) && !hasGlyph(codePoint)) {
        missing.push(nameOf(codePoint));
        between = '';
      } else if (missing.length > 0 && (character === ' ' || isShapeless(character))) {
        between += character;
      } else {
        flush();
        result += character;
      }
    }
    flush();
    return result;
  };

  return {
    text: replaced,
    lines: (lines, place) =>
      lines.map(({ style, runs }) => [style, runs.map(({ type, text }) => [type, replaced(text, place)])]),
    get found() {
      return [...places].map(([place, names]) => {
        const all = [...names];
        const more = all.length > NAMED ? ' …' : '';
        return { place, characters: `${all.slice(0, NAMED).join(', ')}${more}` };
      });
    },
  };
}

function nameOf(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
