import type { ComparedType, ComparisonWords } from '../../renderer/words/comparison-words.ts';
import type { DocumentComparison, UnitChange } from '../../shared/diff/compare-documents.ts';
import type { DocumentUnit } from '../../shared/diff/document-units.ts';
import { diffWords } from '../../shared/diff/word-diff.ts';
import type { NodeId } from '../../shared/ids/ids.ts';
import type { Lineage } from '../../shared/lineage/lineage.ts';
import { createUnitNames, type UnitNames } from '../../renderer/words/unit-names.ts';
import type { NamedDocument } from '../../renderer/words/unit-names.ts';

const countNames = ['kept', 'reworded', 'moved', 'split', 'merged', 'new', 'dropped'] as const;

/**
 * A comparison for the eye: counts by type, then every change of words, place or form under the heading of the part
 * it stands in, in the order of the later text.
 */
export function describeComparison(
  earlier: NamedDocument,
  later: NamedDocument,
  { changes }: DocumentComparison,
  lineage: Readonly<Record<ComparedType, Lineage>>,
  words: ComparisonWords,
): string {
  const before = createUnitNames(earlier, words);
  const after = createUnitNames(later, words);
  const parts = new Map<NodeId | null, string[]>();
  for (const change of changes) {
    if (change.status === 'kept' || isBareGroup(change)) continue;
    const side = change.status === 'dropped' ? before : after;
    const part = side.partOf(change.id);
    const lines = parts.get(part) ?? [];
    if (lines.length === 0) lines.push('', headingOf(part, before, after));
    lines.push(`  ${nameOf(change, before, after)}: ${reasonsOf(change, before, after, words).join(', ')}`);
    const text = textOf(change, before, after);
    if (text !== '') lines.push(...text.split('\n').map((line) => `      ${line}`));
    parts.set(part, lines);
  }
  const width = Math.max(...Object.values(words.rows).map((row) => row.length));
  const counts = (Object.keys(words.rows) as ComparedType[]).flatMap((type) => {
    const lists = lineage[type];
    if (countNames.every((name) => lists[name].length === 0)) return [];
    const numbers = countNames.map((name) => `${words.counts[name]} ${String(lists[name].length)}`);
    return [`${words.rows[type].padEnd(width)}  ${numbers.join(', ')}`];
  });
  const details = [...parts.values()].flat();
  return [...counts, '', ...(details.length === 0 ? [words.noDifferences] : [words.legend, ...details])].join(
    '\n',
  );
}

/** A group of goals without a heading of its own comes and goes with its goals; nobody sees it. */
function isBareGroup({ type, status, before, after }: UnitChange): boolean {
  return type === 'goalGroup' && status !== 'changed' && (after ?? before)?.text === '';
}

function headingOf(part: NodeId | null, before: UnitNames, after: UnitNames): string {
  if (part === null) return '';
  const [old, now] = [before.headingOf(part), after.headingOf(part)];
  return old === null || now === null || old === now ? (now ?? old ?? '') : `${old} → ${now}`;
}

function nameOf(change: UnitChange, before: UnitNames, after: UnitNames): string {
  const old = change.before === null ? null : before.nameOf(change.id);
  const now = change.after === null ? null : after.nameOf(change.id);
  return old === null || now === null || old === now ? (now ?? old ?? '') : `${old} → ${now}`;
}

function reasonsOf(
  change: UnitChange,
  before: UnitNames,
  after: UnitNames,
  words: ComparisonWords,
): readonly string[] {
  const origins = change.from.map((id) => before.quote(id));
  if (change.status === 'new') return [origins.length > 0 ? words.splitFrom(origins) : words.new];
  if (change.status === 'dropped') {
    return [
      change.into.length > 0 ? words.mergedInto(change.into.map((id) => after.quote(id))) : words.dropped,
    ];
  }
  const reasons = (['reworded', 'reformatted', 'moved', 'kindChanged'] as const)
    .filter((reason) => change[reason])
    .map((reason) => words[reason]);
  return origins.length > 0 ? [...reasons, words.mergedWith(origins)] : reasons;
}

/** The words with what was deleted as [-…-] and what was inserted as {+…+}, as `wdiff` writes it. */
function textOf(
  { id, before: earlier, after: later }: UnitChange,
  before: UnitNames,
  after: UnitNames,
): string {
  const read = (unit: DocumentUnit | null, names: UnitNames): string =>
    unit === null ? '' : names.textOf(unit.id);
  if (earlier === null) return after.textOf(id);
  if (later === null) return before.textOf(id);
  return diffWords(read(earlier, before), read(later, after))
    .map(({ type, text }) => (type === 'same' ? text : type === 'deleted' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}
