import type { TextComparison } from '../../../shared/api/history-calls.ts';
import type { UnitChange } from '../../../shared/diff/compare-documents.ts';
import { diffWords, type WordChange } from '../../../shared/diff/word-diff.ts';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { lineageOf } from '../../../shared/lineage/lineage.ts';
import type { ComparisonWords } from '../../words/comparison-words.ts';
import { createUnitNames, type UnitNames } from '../../words/unit-names.ts';

/** What can have become of a unit, in the order in which it is told. */
export const rowStates = [
  'new',
  'dropped',
  'reworded',
  'moved',
  'split',
  'merged',
  'kindChanged',
  'reformatted',
  'kept',
] as const;
export type RowState = (typeof rowStates)[number];

/** One version's side of a row. */
export interface RowSide {
  /** Kind and number ("Teilziel 6.3.T2"). */
  readonly name: string;
  /** Its words, those that the other side lacks marked. */
  readonly words: readonly WordChange[];
}

/** One unit of a comparison, as a synopsis shows it. */
export interface ComparisonRow {
  readonly id: NodeId;
  readonly isGoal: boolean;
  readonly states: readonly RowState[];
  readonly before: RowSide | null;
  readonly after: RowSide | null;
  /** Where it came from or went: "abgeteilt von …". */
  readonly notes: readonly string[];
}

/** Rows under the heading of the part that they stand in. */
export interface ComparisonPart {
  readonly id: NodeId | null;
  readonly heading: string;
  readonly rows: readonly ComparisonRow[];
}

/** A comparison as a synopsis in the order of the later text; dropped units stand at the end of their part. */
export function comparisonParts(
  comparison: TextComparison,
  words: ComparisonWords,
): readonly ComparisonPart[] {
  const { before: earlier, after: later, changes } = comparison;
  const before = createUnitNames(earlier, words);
  const after = createUnitNames(later, words);
  const lineages = [...new Set(changes.map(({ type }) => type))].map((type) => lineageOf(comparison, type));
  const split = new Set(
    lineages.flatMap((lineage) => lineage.split.flatMap(({ from, into }) => [from, ...into])),
  );
  const merged = new Set(
    lineages.flatMap((lineage) => lineage.merged.flatMap(({ from, into }) => [...from, into])),
  );

  const parts = new Map<NodeId | null, { heading: string; rows: ComparisonRow[] }>();
  for (const change of changes) {
    if (!isShown(change, before, after)) continue;
    const side = change.status === 'dropped' ? before : after;
    const part = side.partOf(change.id);
    const known = parts.get(part) ?? { heading: headingOf(part, before, after), rows: [] };
    known.rows.push(rowOf(change, { before, after, words, split, merged }));
    parts.set(part, known);
  }
  return [...parts].map(([id, { heading, rows }]) => ({ id, heading, rows }));
}

interface RowContext {
  readonly before: UnitNames;
  readonly after: UnitNames;
  readonly words: ComparisonWords;
  readonly split: ReadonlySet<NodeId>;
  readonly merged: ReadonlySet<NodeId>;
}

function rowOf(change: UnitChange, { before, after, words, split, merged }: RowContext): ComparisonRow {
  const { id, type } = change;
  const isIn = { before: change.before !== null, after: change.after !== null };
  const old = isIn.before ? before.textOf(id) : '';
  const now = isIn.after ? after.textOf(id) : '';
  const both = isIn.before && isIn.after ? diffWords(old, now) : null;
  const side = (names: UnitNames, text: string, without: WordChange['type']): RowSide => ({
    name: names.nameOf(id),
    words: both === null ? [{ type: 'same', text }] : both.filter((word) => word.type !== without),
  });
  const states = new Set<RowState>();
  // What was split off or merged is not simply new or gone.
  if (change.status === 'new' && change.from.length === 0) states.add('new');
  if (change.status === 'dropped' && change.into.length === 0) states.add('dropped');
  // Numbers in references differ where the words of the text itself do not.
  if (change.reworded || (both?.some((word) => word.type !== 'same') === true && !change.reformatted)) {
    states.add('reworded');
  }
  for (const state of ['moved', 'kindChanged', 'reformatted'] as const) if (change[state]) states.add(state);
  if (split.has(id)) states.add('split');
  if (merged.has(id)) states.add('merged');
  if (states.size === 0) states.add('kept');
  const origins = change.from.map((from) => before.quote(from));
  return {
    id,
    isGoal: type === 'goal' || type === 'subpoint',
    states: rowStates.filter((state) => states.has(state)),
    before: isIn.before ? side(before, old, 'inserted') : null,
    after: isIn.after ? side(after, now, 'deleted') : null,
    notes: [
      ...(origins.length === 0
        ? []
        : [change.status === 'new' ? words.splitFrom(origins) : words.mergedWith(origins)]),
      ...(change.into.length === 0 ? [] : [words.mergedInto(change.into.map((into) => after.quote(into)))]),
    ],
  };
}

/** Groups without a heading of their own come and go with their goals; nobody sees them. */
function isShown(change: UnitChange, before: UnitNames, after: UnitNames): boolean {
  if (change.type === 'participants') return false;
  const hasWords = before.textOf(change.id) !== '' || after.textOf(change.id) !== '';
  return hasWords || (change.type !== 'goalGroup' && change.status !== 'kept');
}

function headingOf(part: NodeId | null, before: UnitNames, after: UnitNames): string {
  if (part === null) return '';
  const [old, now] = [before.headingOf(part), after.headingOf(part)];
  return old === null || now === null || old === now ? (now ?? old ?? '') : `${old} → ${now}`;
}

/** How many rows there are of each state. */
export function countStates(parts: readonly ComparisonPart[]): Readonly<Record<RowState, number>> {
  const counts = Object.fromEntries(rowStates.map((state) => [state, 0])) as Record<RowState, number>;
  for (const { rows } of parts) for (const { states } of rows) for (const state of states) counts[state] += 1;
  return counts;
}

/** What of a comparison is wanted: one state, or all changes; goals alone or all; and words that must occur. */
export interface RowFilter {
  readonly state: RowState | 'changes';
  readonly goalsOnly: boolean;
  readonly query: string;
}

/** The rows that a filter lets through; parts without any are left out. */
export function filterParts(
  parts: readonly ComparisonPart[],
  { state, goalsOnly, query }: RowFilter,
): readonly ComparisonPart[] {
  const wanted = query.trim().toLocaleLowerCase();
  const holds = (side: RowSide | null): boolean =>
    side !== null &&
    `${side.name} ${side.words.map(({ text }) => text).join('')}`.toLocaleLowerCase().includes(wanted);
  return parts
    .map((part) => ({
      ...part,
      rows: part.rows.filter(
        ({ states, isGoal, before, after }) =>
          (state === 'changes' ? !states.includes('kept') : states.includes(state)) &&
          (!goalsOnly || isGoal) &&
          (wanted === '' || holds(before) || holds(after)),
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
}
