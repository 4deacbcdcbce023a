import type { NodeId } from '../../../shared/ids/ids.ts';
import type { OutlineEntry } from '../../editor/index.ts';

/** One line of the outline, in document order, with its place in the tree. */
export interface OutlineLine extends OutlineEntry {
  /** From 1. */
  readonly level: number;
  /** How many lines stand directly below it. */
  readonly children: number;
  /** Its place among the lines of its parent, from 1, and how many these are. */
  readonly position: number;
  readonly siblings: number;
}

/** Places the editor's lines in their tree. */
export function outlineLines(entries: readonly OutlineEntry[]): readonly OutlineLine[] {
  const counts = new Map<NodeId | null, number>();
  const positions = entries.map(({ parent }) => {
    const position = (counts.get(parent) ?? 0) + 1;
    counts.set(parent, position);
    return position;
  });
  return entries.map((entry, index) => ({
    ...entry,
    level: entry.depth + 1,
    children: counts.get(entry.id) ?? 0,
    position: positions[index] ?? 1,
    siblings: counts.get(entry.parent) ?? 1,
  }));
}

/** The lines that are to be seen: nothing below what is folded. */
export function visibleLines(
  lines: readonly OutlineLine[],
  folded: ReadonlySet<NodeId>,
): readonly OutlineLine[] {
  const visible: OutlineLine[] = [];
  let hiddenBelow = Infinity;
  for (const line of lines) {
    if (line.level > hiddenBelow) continue;
    hiddenBelow = folded.has(line.id) ? line.level : Infinity;
    visible.push(line);
  }
  return visible;
}

/**
 * The lines whose number, label or words hold all words of the query, with the lines that they stand under. Case does
 * not matter.
 */
export function filterLines<Line extends OutlineEntry>(
  lines: readonly Line[],
  query: string,
): { readonly lines: readonly Line[]; readonly matches: ReadonlySet<NodeId> } {
  const words = plain(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const matches = new Set<NodeId>();
  const kept = new Set<NodeId>();
  const byId = linesById(lines);
  for (const line of lines) {
    const text = plain(`${line.fullNumber} ${line.label} ${line.title}`);
    if (!words.every((word) => text.includes(word))) continue;
    matches.add(line.id);
    for (let at: Line | undefined = line; at; at = at.parent === null ? undefined : byId.get(at.parent)) {
      kept.add(at.id);
    }
  }
  return { lines: lines.filter(({ id }) => kept.has(id)), matches };
}

/** So many letters of a line can be seen in any case. */
const SEEN = 26;

/** A line's words from shortly before the first that is looked for, where it would else be cut off. */
export function excerptAround(text: string, words: readonly string[]): string {
  const lower = plain(text);
  const hits = words.map((word) => lower.indexOf(plain(word))).filter((at) => at >= 0);
  const hit = Math.min(...hits);
  if (hits.length === 0 || hit < SEEN) return text;
  const start = text.lastIndexOf(' ', hit - 8) + 1;
  return start === 0 ? text : `… ${text.slice(start)}`;
}

/** Lower case. Umlauts stay apart from their vowels, as German readers expect. */
export function plain(text: string): string {
  return text.toLocaleLowerCase('de');
}

/** The lines by their ids. */
export function linesById<Line extends OutlineEntry>(lines: readonly Line[]): ReadonlyMap<NodeId, Line> {
  return new Map(lines.map((line) => [line.id, line]));
}

/** The line itself and all that it stands under, the line last; empty where there is no such line. */
export function pathTo<Line extends OutlineEntry>(
  byId: ReadonlyMap<NodeId, Line>,
  id: NodeId,
): readonly Line[] {
  const path: Line[] = [];
  for (let at = byId.get(id); at; at = at.parent === null ? undefined : byId.get(at.parent)) path.unshift(at);
  return path;
}

/** What a line is called in a sentence: "Leitziel 6.4.L1", "Kapitel 3", "Teilziele „Arbeit“", else its heading. */
export function nameOf({ type, label, fullNumber, title }: OutlineEntry): string {
  if (type === 'goalGroup') return title === '' ? label : `${label} „${title}“`;
  if (fullNumber !== '') return `${label} ${fullNumber}`.trim();
  return title === '' ? label : title;
}
