import type { LeitbildEditor } from '../../editor/index.ts';
import type { PdfPlace } from './page-text.ts';
import type { PdfPages } from './pdf-reader.ts';
import { isBefore } from './reading-place.ts';

/** Where somebody writes: the nodes around the caret, the innermost first, and the words of its paragraph. */
export interface CaretPlace {
  readonly around: readonly string[];
  readonly words: string;
}

/** Where the caret of an editor stands; null at the very beginning, where it is before anybody has put it anywhere. */
export function caretPlace({ tiptap }: LeitbildEditor): CaretPlace | null {
  const { doc, selection } = tiptap.state;
  const { $from } = selection;
  if (doc.textBetween(0, $from.pos) === '') return null;
  const around: string[] = [];
  for (let depth = $from.depth + 1; depth > 0; depth -= 1) {
    const node = depth > $from.depth ? $from.nodeAfter : $from.node(depth);
    const id: unknown = node?.attrs['id'];
    if (typeof id === 'string') around.push(id);
  }
  return { around, words: $from.parent.isTextblock ? $from.parent.textContent : '' };
}

/** So many letters make it sure enough that a paragraph is the one that is looked for. */
const LETTERS = 24;
const FEWEST = 4;

/**
 * Finds on the pages what somebody writes: his paragraph by its words, within the part that it stands in; the beginning
 * of the part where the words are too few, or not there yet. Null where the part is on no page.
 */
export async function placeOfCaret(
  pages: Pick<PdfPages, 'sizes' | 'parts' | 'text'>,
  { around, words }: CaretPlace,
): Promise<PdfPlace | null> {
  const begin = around.map((id) => pages.parts.get(id)).find((place) => place !== undefined);
  if (begin === undefined) return null;
  const ends = [...pages.parts.values()].filter((place) => isBefore(begin, place));
  const end = ends.reduce<PdfPlace | null>(
    (first, place) => (first === null || isBefore(place, first) ? place : first),
    null,
  );
  const wanted = lettersOf(words);
  const last = end?.page ?? pages.sizes.length - 1;
  const found = async (needle: string): Promise<PdfPlace | null> => {
    for (let page = begin.page; page <= last; page += 1) {
      const top = await topOf(
        needle,
        pages,
        page,
        (place) => !isBefore(place, begin) && isWithin(place, end),
      );
      if (top !== null) return { page, top };
    }
    return null;
  };
  for (const needle of needlesOf(wanted)) {
    const place = await found(needle);
    if (place !== null) return place;
  }
  return begin;
}

/** The beginning of a paragraph, then the pieces after it, then its end: one of them is as it was when pages were set. */
function needlesOf(letters: string): readonly string[] {
  const needles: string[] = [];
  for (let at = 0; at < letters.length; at += LETTERS) needles.push(letters.slice(at, at + LETTERS));
  return [...needles, letters.slice(-LETTERS)].filter(({ length }) => length >= FEWEST);
}

function isWithin(place: PdfPlace, end: PdfPlace | null): boolean {
  return end === null || isBefore(place, end);
}

/** A heading's place is its upper edge, and its own words may reach a little above it. */
const REACH = 12;

async function topOf(
  needle: string,
  pages: Pick<PdfPages, 'text'>,
  page: number,
  isWanted: (place: PdfPlace) => boolean,
): Promise<number | null> {
  let letters = '';
  const tops: { readonly from: number; readonly top: number }[] = [];
  for (const { text, top } of (await pages.text(page)).words) {
    if (!isWanted({ page, top: top + REACH })) continue;
    tops.push({ from: letters.length, top });
    letters += lettersOf(text);
  }
  const at = letters.indexOf(needle);
  return at < 0 ? null : (tops.findLast(({ from }) => from <= at)?.top ?? null);
}

/** Divided words, marks of footnotes and what a reference prints are no letters of the paragraph. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}]/gu, '');
}
