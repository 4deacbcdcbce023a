import type { LineGroup } from './group-lines.ts';
import type { PdfLine } from './page-lines.ts';

const MOST_WORDS_OF_NAME = 9;
/** Fewest lines that show the layout of a list of names. */
const FEWEST_LINES = 6;

type Paragraph = Extract<LineGroup, { type: 'paragraph' }>;

/**
 * Parts lists of names (those who took part), whose lines tell less than the lines of prose where one ends. Where
 * lines that go on are indented, the indent alone decides; elsewhere a line is a name where single short lines stand
 * around it.
 */
export function partNames(groups: readonly LineGroup[]): LineGroup[] {
  const parted: LineGroup[] = [];
  let run: Paragraph[] = [];
  const finish = (): void => {
    parted.push(...(partByIndent(run) ?? run));
    run = [];
  };
  for (const group of groups) {
    if (group.type === 'paragraph' && group.itemDepth === 0 && isShort(group.lines)) run.push(group);
    else {
      finish();
      parted.push(group);
    }
  }
  finish();
  return partBySurroundings(parted);
}

/** The names of a list with hanging indents, or `null` where its lines do not show one. */
function partByIndent(run: readonly Paragraph[]): Paragraph[] | null {
  const lines = run.flatMap((group) => group.lines);
  const [first] = run;
  if (!first || lines.length < FEWEST_LINES) return null;
  const indents = indentsOf(lines);
  const hanging = lines.filter((line) => (indents.get(line) ?? 0) > line.size * 0.3);
  const depths = hanging.map((line) => indents.get(line) ?? 0);
  const isHanging =
    hanging.length > 0 &&
    hanging.length < lines.length / 2 &&
    Math.max(...depths) - Math.min(...depths) < 2 &&
    hanging.every((line) => isTightBelow(line, lines));
  if (!isHanging) return null;
  const further = new Set(hanging);
  const names: PdfLine[][] = [];
  for (const line of lines) {
    const last = names.at(-1);
    if (last && further.has(line)) last.push(line);
    else names.push([line]);
  }
  return names.map((own) => ({ type: 'paragraph', itemDepth: 0, lines: own }));
}

/** How far each line begins to the right of the outermost in its column. */
function indentsOf(lines: readonly PdfLine[]): Map<PdfLine, number> {
  const columns: PdfLine[][] = [];
  for (const line of lines) {
    const column = columns.at(-1);
    const last = column?.at(-1);
    if (column && last?.page === line.page && line.y < last.y) column.push(line);
    else columns.push([line]);
  }
  return new Map(
    columns.flatMap((column) => {
      const left = Math.min(...column.map(({ x }) => x));
      return column.map((line) => [line, line.x - left] as const);
    }),
  );
}

/** Whether a line stands as close to the one above it as lines of one paragraph do. */
function isTightBelow(line: PdfLine, lines: readonly PdfLine[]): boolean {
  const above = lines[lines.indexOf(line) - 1];
  return above?.page === line.page && above.y > line.y && above.y - line.y < line.size * 1.6;
}

function partBySurroundings(groups: readonly LineGroup[]): LineGroup[] {
  const isName = (group: LineGroup | undefined): boolean =>
    group?.type === 'paragraph' && group.lines.length === 1 && isShort(group.lines);
  return groups.flatMap((group, index): LineGroup[] => {
    if (group.type !== 'paragraph' || group.lines.length > 5 || !isShort(group.lines)) return [group];
    const before = isName(groups[index - 1]) && isName(groups[index - 2]);
    const after = isName(groups[index + 1]) && isName(groups[index + 2]);
    if (!before && !after) return [group];
    const names: PdfLine[][] = [];
    for (const line of group.lines) {
      const last = names.at(-1);
      const above = last?.at(-1);
      if (last && above && belongsToName(above, line)) last.push(line);
      else names.push([line]);
    }
    return names.map((lines) => ({ ...group, lines }));
  });
}

function isShort(lines: readonly PdfLine[]): boolean {
  return lines.every(({ pieces }) => pieces.length <= MOST_WORDS_OF_NAME);
}

function belongsToName(above: PdfLine, line: PdfLine): boolean {
  const isHanging = Math.abs(line.x - above.x) > 2 && line.page === above.page;
  return isHanging || /[-‐,]$/.test(above.text) || /^[\p{Ll}(]/u.test(line.text);
}
