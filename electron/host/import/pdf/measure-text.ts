import { dominantSize, type PdfLine } from './page-lines.ts';

/** What the lines of the running text have in common. Lengths in points. */
export interface TextMeasure {
  readonly bodySize: number;
  /** Usual distance of two baselines, in sizes of the type. */
  readonly leading: number;
  /** Right end of the column that a line stands in. */
  rightEdgeOf(line: PdfLine): number;
  /** Left end of the column that a line stands in. */
  leftEdgeOf(line: PdfLine): number;
  /** Whether lines around this one are broken short of the column's end, as beside a picture. */
  isNarrowed(line: PdfLine, nextWord: number): boolean;
}

/** Width of the first word of a line. */
export function firstWordWidth(line: PdfLine): number {
  const after = line.pieces.findIndex((piece, index) => index > 0 && piece.spaceBefore);
  const last = line.pieces[after < 0 ? line.pieces.length - 1 : after - 1];
  return (last?.xEnd ?? line.xEnd) - line.x;
}

export function bodySizeOf(lines: readonly PdfLine[]): number {
  return dominantSize(lines);
}

/** Measures the running text; `lines` are those that are neither furniture nor footnotes, in reading order. */
export function measureText(lines: readonly PdfLine[], bodySize: number): TextMeasure {
  const edges = new Map<PdfLine, Edge>();
  const columns = columnsOf(lines).map((column) => ({ column, edge: edgeOf(column, bodySize) }));
  const usual = usualRight(columns.map(({ edge }) => edge));
  for (const { column, edge } of columns) {
    const right =
      nextColumnLeft(
        edge,
        columns.map(({ edge: other }) => other),
      ) ?? usual;
    const widened = { ...edge, right: Math.max(edge.right, right) };
    for (const line of column) edges.set(line, widened);
  }
  const places = new Map(lines.map((line, index) => [line, index]));
  const distances = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    const isPair =
      next?.page === line.page && next.size === line.size && line.size === bodySize && next.y < line.y;
    return isPair ? [Math.round(((line.y - next.y) / bodySize) * 20) / 20] : [];
  });
  return {
    bodySize,
    leading: mostCommon(distances) ?? 1.3,
    rightEdgeOf: (line) => edges.get(line)?.right ?? line.xEnd,
    leftEdgeOf: (line) => edges.get(line)?.left ?? line.x,
    isNarrowed: (line, nextWord) => isNarrowed(lines, places.get(line) ?? 0, nextWord),
  };
}

/** Runs of lines that go down a page; one that goes up again begins another column. */
function columnsOf(lines: readonly PdfLine[]): PdfLine[][] {
  const columns: PdfLine[][] = [];
  for (const line of lines) {
    const column = columns.at(-1);
    const last = column?.at(-1);
    if (column && last?.page === line.page && line.y <= last.y + 1) column.push(line);
    else columns.push([line]);
  }
  return columns;
}

interface Edge {
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function edgeOf(column: readonly PdfLine[], bodySize: number): Edge {
  const body = column.filter(({ size }) => Math.abs(size - bodySize) < bodySize * 0.12);
  const measured = body.length > 0 ? body : column;
  return {
    page: column[0]?.page ?? 0,
    left: Math.min(...measured.map(({ x }) => x)),
    right: Math.max(...measured.map(({ xEnd }) => xEnd)),
    top: Math.max(...column.map(({ y }) => y)),
    bottom: Math.min(...column.map(({ y }) => y)),
  };
}

/** Where the columns of most pages end at the right; pages of short lines only end there too. */
function usualRight(edges: readonly Edge[]): number {
  const furthest = new Map<number, number>();
  for (const { page, right } of edges) furthest.set(page, Math.max(furthest.get(page) ?? 0, right));
  const sorted = [...furthest.values()].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Left end of the column that stands to the right of this one, less the gutter. */
function nextColumnLeft(edge: Edge, edges: readonly Edge[]): number | null {
  const beside = edges.filter(
    (other) =>
      other.page === edge.page &&
      other.left > edge.left + 60 &&
      other.left >= edge.right &&
      other.bottom <= edge.top &&
      other.top >= edge.bottom,
  );
  return beside.length === 0 ? null : Math.min(...beside.map(({ left }) => left)) - 12;
}

/** Fewest lines that show where a narrowed column ends. */
const NARROWED_LINES = 4;

/**
 * Supposes that the column ends where the next word does not fit, and asks whether the lines around agree, and
 * whether enough of them begin amid a sentence: a list of names does not.
 */
function isNarrowed(lines: readonly PdfLine[], at: number, nextWord: number): boolean {
  const here = lines[at];
  if (!here) return false;
  const end = here.xEnd + nextWord;
  const fits = (line: PdfLine | undefined): boolean =>
    line?.page === here.page &&
    line.size === here.size &&
    line.xEnd <= end &&
    Math.abs(line.y - here.y) < here.size * 12;
  let from = at;
  while (fits(lines[from - 1])) from -= 1;
  let to = at;
  while (fits(lines[to + 1])) to += 1;
  const run = lines.slice(from, to + 1);
  if (run.length < NARROWED_LINES) return false;
  const edge = Math.max(...run.map(({ xEnd }) => xEnd));
  const full = run.filter((line, index) => {
    const next = run[index + 1];
    const isCut = /\p{L}[-‐]$/u.test(line.text);
    return next !== undefined && (isCut || line.xEnd + firstWordWidth(next) + line.size * 0.25 > edge);
  });
  const midSentence = run.filter((line, index) => index > 0 && /^\p{Ll}/u.test(line.text));
  return full.length >= (run.length - 1) * 0.75 && midSentence.length >= (run.length - 1) * 0.3;
}

function mostCommon(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}
