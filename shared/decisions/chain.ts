import type { Statement } from '../contributions/contribution.ts';
import type { ListedVoice } from '../contributions/voices-room.ts';
import { diffWords } from '../diff/word-diff.ts';
import type { ContributionId, NodeId } from '../ids/ids.ts';
import type { LeitbildDocument } from '../schema/document.ts';
import type { Decision, DecisionRecord, TextChange } from './decision.ts';
import { documentNodes } from './document-nodes.ts';

/** A change of the text with the decision that brought it about, and the statements that it was about. */
export interface ChainLink {
  readonly decision: DecisionRecord;
  readonly change: TextChange;
  /** Of a reopening: those of the decision that it took back. Their institutions stand in them. */
  readonly statements: readonly Statement[];
}

/** A stretch of the words of a node (`nodeWords`), by offsets. */
export interface WordRange {
  readonly start: number;
  readonly end: number;
}

/**
 * From a node of a text, or some of its words, back to the decisions that changed them, the latest first (rules DEC8).
 * Changes of what the node holds, of what it stands in and of the nodes it came from count, each where it touched these
 * very words: they are followed back through what was changed since, also by hand. For the text of an edition, give the
 * records of before it was frozen.
 */
export function chainOf(
  document: LeitbildDocument,
  node: NodeId,
  range: WordRange | null,
  records: readonly DecisionRecord[],
  voices: readonly ListedVoice[],
): readonly ChainLink[] {
  const nodes = documentNodes(document);
  const own = nodes.find(node);
  if (!own) return [];
  const words = nodes.wordsOf(node);
  const stretch = range ?? { start: 0, end: words.length };
  const origins = new Set<NodeId>([node, ...nodes.originsOf(node)]);
  const decisions = decisionsById(records);
  const statements = statementsById(voices);
  /** What is looked for in each node that was changed: the text reached so far, and the stretch in it. */
  const reached = new Map<NodeId, { readonly words: string; readonly range: WordRange } | null>();

  const begin = (changed: NodeId): { readonly words: string; readonly range: WordRange } | null => {
    if (origins.has(changed)) return { words, range: stretch };
    const offset = nodes.offsetIn(changed, node);
    if (offset !== null) {
      return {
        words: nodes.wordsOf(changed),
        range: { start: offset + stretch.start, end: offset + stretch.end },
      };
    }
    const inner = nodes.offsetIn(node, changed);
    if (inner === null) return nodes.find(changed) ? null : wholeOf('');
    const length = nodes.wordsOf(changed).length;
    const start = Math.max(0, stretch.start - inner);
    const end = Math.min(length, stretch.end - inner);
    return start <= end && stretch.end >= inner && stretch.start <= inner + length
      ? { words: nodes.wordsOf(changed), range: { start, end } }
      : null;
  };

  const links: ChainLink[] = [];
  for (const record of records.toReversed()) {
    for (const change of record.changes.toReversed()) {
      const isGone = !nodes.find(change.node) && !origins.has(change.node);
      if (isGone && !stoodIn(change, node)) continue;
      const known = reached.get(change.node);
      const from = known === undefined ? begin(change.node) : known;
      if (from === null) continue;
      const after = isGone ? wholeOf(change.after).range : carried(from.words, change.after, from.range);
      reached.set(change.node, { words: change.before, range: carried(change.after, change.before, after) });
      if (range !== null && !touches(change, after)) continue;
      const about = record.type === 'decision' ? record : decisions.get(record.reopens);
      links.push({
        decision: record,
        change,
        statements: (about?.contributions ?? []).flatMap((id) => statements.get(id) ?? []),
      });
    }
  }
  return links;
}

/** From a statement forward to what it brought about: the records about it, in their order, with what each changed. */
export function changesBy(
  contribution: ContributionId,
  records: readonly DecisionRecord[],
): readonly { readonly decision: DecisionRecord; readonly changes: readonly TextChange[] }[] {
  const decisions = decisionsById(records);
  return records.flatMap((decision) => {
    const about = decision.type === 'decision' ? decision : decisions.get(decision.reopens);
    return about?.contributions.includes(contribution) ? [{ decision, changes: decision.changes }] : [];
  });
}

/** The stretch of a later text that a stretch of an earlier one has become, or the other way round. */
function carried(from: string, to: string, range: WordRange): WordRange {
  let [at, other] = [0, 0];
  let [start, end] = [to.length, 0];
  for (const { type, text } of diffWords(from, to)) {
    const { length } = text;
    if (type !== 'inserted') {
      const begin = Math.max(at, range.start);
      const stop = Math.min(at + length, range.end);
      if (begin < stop) {
        const isSame = type === 'same';
        start = Math.min(start, isSame ? other + begin - at : other);
        end = Math.max(end, isSame ? other + stop - at : other);
      }
      at += length;
    }
    if (type !== 'deleted') {
      // What was put in amid the stretch, or in place of its words, belongs to it.
      if (type === 'inserted' && at > range.start && at <= range.end) {
        start = Math.min(start, other);
        end = Math.max(end, other + length);
      }
      other += length;
    }
  }
  return start <= end ? { start, end } : { start: end, end };
}

/** Whether a change put words into a stretch of what came out of it, or took words out of it. */
function touches({ before, after }: TextChange, range: WordRange): boolean {
  let at = 0;
  for (const { type, text } of diffWords(before, after)) {
    if (type === 'inserted' && at < range.end && at + text.length > range.start) return true;
    if (type === 'deleted' && at > range.start && at < range.end) return true;
    if (type !== 'deleted') at += text.length;
  }
  return false;
}

/** Whether a node that was struck stood in another. */
function stoodIn({ struck }: TextChange, node: NodeId): boolean {
  return (struck ?? []).some(({ under }) => under === node);
}

function wholeOf(words: string): { readonly words: string; readonly range: WordRange } {
  return { words, range: { start: 0, end: words.length } };
}

function decisionsById(records: readonly DecisionRecord[]): ReadonlyMap<string, Decision> {
  return new Map(records.filter((record) => record.type === 'decision').map((record) => [record.id, record]));
}

function statementsById(voices: readonly ListedVoice[]): ReadonlyMap<ContributionId, Statement> {
  return new Map(
    voices.flatMap(({ record }) => (record.type === 'statement' ? [[record.id, record] as const] : [])),
  );
}
