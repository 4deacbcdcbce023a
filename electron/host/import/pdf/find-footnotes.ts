import type { PdfLine } from './page-lines.ts';

/** A footnote with its lines; the first piece of the first line is its mark, or begins with it. */
export interface PdfFootnote {
  readonly mark: string;
  readonly lines: PdfLine[];
}

const MARK = /^(?:\d{1,3}|[*†‡]{1,3})$/;
const GLUED_MARK = /^(\d{1,3}|[*†‡]{1,3})(?=[\p{Lu}„“"(])/u;

/**
 * Finds the footnotes: at the foot of a page, lines set smaller than the text, of which the first opens with a mark
 * that is raised, or that stands raised in the text of the page. Small lines before the first mark go on with the
 * last footnote of the page before.
 */
export function findFootnotes(lines: readonly PdfLine[], bodySize: number): PdfFootnote[] {
  const notes: PdfFootnote[] = [];
  const pages = new Map<number, PdfLine[]>();
  for (const line of lines) pages.set(line.page, [...(pages.get(line.page) ?? []), line]);
  let previous: { note: PdfFootnote; page: number } | null = null;
  for (const [page, own] of pages) {
    const marks = raisedMarks(own);
    const zone = footZone(own, bodySize);
    const first = zone.findIndex((line) => openingMark(line, marks) !== null);
    for (const line of zone.slice(0, Math.max(0, first))) {
      if (previous?.page === page - 1 && !/[.!?]$/.test(previous.note.lines.at(-1)?.text ?? '')) {
        previous.note.lines.push(line);
      }
    }
    if (first < 0) continue;
    let open: PdfFootnote | null = null;
    for (const line of zone.slice(first)) {
      const mark = openingMark(line, marks);
      if (mark !== null) {
        open = { mark, lines: [line] };
        notes.push(open);
      } else open?.lines.push(line);
    }
    if (open) previous = { note: open, page };
  }
  return notes;
}

/** The marks that stand raised behind words of these lines, or glued to them where a font raises its own numbers. */
function raisedMarks(lines: readonly PdfLine[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap(({ pieces }) =>
      pieces.flatMap(({ raised, token }, index) => {
        if (raised && index > 0 && MARK.test(token.text)) return [token.text];
        const glued = gluedMark(token.text);
        return glued === null ? [] : [glued];
      }),
    ),
  );
}

/** The glued number, and what follows it ("Recht“6." gives "6" and "."). */
function partsOfGlued(text: string): { readonly mark: string; readonly behind: string } | null {
  const match = /(?:\p{L}{2}|\p{L}[.,;:!?)“”"«»’]+)[.,;:!?)“”"«»’]*(\d{1,3})([.,;:!?)“”"«»’]*)$/u.exec(text);
  return match?.[1] === undefined ? null : { mark: match[1], behind: match[2] ?? '' };
}

/** The number that is glued behind a word or its punctuation ("Stadt.4"). */
export function gluedMark(text: string): string | null {
  return partsOfGlued(text)?.mark ?? null;
}

/** Punctuation that stands behind a glued mark. */
export function behindGluedMark(text: string): string {
  return partsOfGlued(text)?.behind ?? '';
}

/** The small lines at the foot of a page, from above. */
function footZone(lines: readonly PdfLine[], bodySize: number): PdfLine[] {
  const down = [...lines].sort((a, b) => b.y - a.y);
  const above = down.findLastIndex(
    (line) => line.size > bodySize * 0.94 && !(line.pieces.length === 1 && MARK.test(line.text)),
  );
  return down.slice(above + 1);
}

function openingMark(line: PdfLine, marks: ReadonlySet<string>): string | null {
  const [first] = line.pieces;
  if (!first) return null;
  const { text } = first.token;
  if (MARK.test(text)) return first.raised || marks.has(text) ? text : null;
  const glued = GLUED_MARK.exec(text)?.[1];
  return glued !== undefined && marks.has(glued) ? glued : null;
}
