import type { SourceToken } from '../source-document.ts';
import { markerOf } from './line-shapes.ts';
import type { FurnitureKind } from './find-furniture.ts';
import type { Pages } from './pages.ts';
import type { SourceLine } from './source-lines.ts';

/** A footnote as its lines stand at the foot of a page. */
export interface FootnoteLines {
  readonly mark: string;
  /** Indexes of its lines, in order. */
  readonly lines: readonly number[];
}

export interface Footnotes {
  readonly notes: readonly FootnoteLines[];
  /** The mark that is glued to a token of the text. */
  readonly marks: ReadonlyMap<SourceToken, string>;
  /** Indexes of all lines of footnotes. */
  readonly lines: ReadonlySet<number>;
}

interface MarkPlace {
  readonly token: SourceToken;
  readonly mark: string;
  readonly line: number;
}

/**
 * Finds footnotes: a line that opens with a number (or asterisks), on a page where that mark is glued behind a word
 * or its punctuation further up. A number without such a partner is no mark, so years and paragraphs stay text.
 */
export function findFootnotes(
  lines: readonly SourceLine[],
  pages: Pages,
  furniture: ReadonlyMap<number, FurnitureKind>,
): Footnotes {
  const notes: FootnoteLines[] = [];
  const marks = new Map<SourceToken, string>();
  const noteLines = new Set<number>();
  let index = 0;
  while (index < lines.length) {
    const page = pages.pageOf[index];
    const onPage: number[] = [];
    for (; index < lines.length && pages.pageOf[index] === page; index += 1) {
      if (!furniture.has(index)) onPage.push(index);
    }
    for (const { place, note } of pairOnPage(lines, onPage, furniture, pages.count > 1)) {
      marks.set(place.token, place.mark);
      notes.push(note);
      for (const line of note.lines) noteLines.add(line);
    }
  }
  return { notes, marks, lines: noteLines };
}

function pairOnPage(
  lines: readonly SourceLine[],
  onPage: readonly number[],
  furniture: ReadonlyMap<number, FurnitureKind>,
  pagesKnown: boolean,
): readonly { place: MarkPlace; note: FootnoteLines }[] {
  const openings = new Map<string, number[]>();
  for (const index of onPage) {
    const mark = /^(\d{1,3}|\*{1,3}|[†‡])(?:\s|$)/u.exec(lines[index]?.text ?? '')?.[1];
    if (mark !== undefined) openings.set(mark, [...(openings.get(mark) ?? []), index]);
  }
  if (openings.size === 0) return [];

  const pairs: { place: MarkPlace; opening: number }[] = [];
  let used = -1;
  for (const index of onPage) {
    for (const token of lines[index]?.tokens ?? []) {
      const mark = gluedMark(token.text);
      if (mark === undefined) continue;
      const opening = openings.get(mark)?.findLast((candidate) => candidate > index && candidate > used);
      if (opening === undefined) continue;
      pairs.push({ place: { token, mark, line: index }, opening });
      used = opening;
    }
  }
  const first = pairs[0]?.opening ?? Infinity;
  const sound = pairs.filter(({ place }) => place.line < first);
  const starts = new Set(sound.map(({ opening }) => opening));
  return sound.map(({ place, opening }) => ({
    place,
    note: { mark: place.mark, lines: linesOfNote(lines, onPage, opening, starts, furniture, pagesKnown) },
  }));
}

/** From its opening to the next footnote, a bullet, or the end of the page; without pages, to a wider gap. */
function linesOfNote(
  lines: readonly SourceLine[],
  onPage: readonly number[],
  opening: number,
  starts: ReadonlySet<number>,
  furniture: ReadonlyMap<number, FurnitureKind>,
  pagesKnown: boolean,
): readonly number[] {
  const taken = [opening];
  const last = onPage.at(-1) ?? opening;
  for (let index = opening + 1; index <= last; index += 1) {
    const line = lines[index];
    if (furniture.has(index)) continue;
    if (line === undefined || starts.has(index) || markerOf(line.tokens)?.sure === true) break;
    if (!pagesKnown && line.gap > 1) break;
    taken.push(index);
  }
  return taken;
}

/** The number glued behind a word ("Frauen.1", "(2017)4", "Recht“6."), if there can be one. */
function gluedMark(token: string): string | undefined {
  const match = /^(.*[\p{L})\]“”"»’.,;:!?])([1-9]\d{0,2}|\*{1,3}|[†‡])[.,;:!?)\]“”"»]*$/u.exec(token);
  const [, word = '', mark] = match ?? [];
  if (mark === undefined || !/\p{L}|\d{4}/u.test(word)) return undefined;
  if (/\d[.,:]$/u.test(word) || /^\p{Lu}{1,3}$/u.test(word) || /[/@]/u.test(word)) return undefined;
  return mark;
}
