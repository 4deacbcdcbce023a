import { placeProposal } from '../decisions/place-proposal.ts';
import type { ReadText } from '../decisions/read-text.ts';
import { findNode } from '../decisions/strike-node.ts';
import { linesOf, nodeWords } from '../decisions/text-blocks.ts';
import { doTouch, isSameEdit, wordEdits, type WordEdit } from '../decisions/word-edits.ts';
import type { Statement } from '../contributions/contribution.ts';
import type { Resolution } from '../contributions/resolve-anchor.ts';
import type { ContributionId, NodeId, RoundId } from '../ids/ids.ts';

/** The base of a round, where it is at hand. */
export type BaseOf = (round: RoundId) => ReadText | null;

/**
 * What a proposal would change in the text of today, by offsets into its flow with a line feed before each block, so that
 * the end of one block is not the beginning of the next; none where it cannot be told.
 */
export interface ProposedEdits {
  readonly id: ContributionId;
  readonly edits: readonly WordEdit[];
}

/** A statement with where it points today. */
export interface ResolvedStatement {
  readonly statement: Statement;
  readonly resolution: Resolution;
}

/** The edits that make a wording of the words that stand there today. */
export function wordingEdits(read: string, wording: string): readonly WordEdit[] {
  return wordEdits(read, linesOf(wording).join('\n'));
}

/** What the proposals among statements would change. Those without a wording are left out. */
export function proposedEdits(
  statements: readonly ResolvedStatement[],
  today: ReadText,
  baseOf: BaseOf,
): readonly ProposedEdits[] {
  const read = proposalReader(today);
  return statements.flatMap((one) => read(one, baseOf) ?? []);
}

/**
 * `proposedEdits` of one statement after the other, for one text: `null` where there is no wording. The base is asked
 * only where the anchor's own words are not enough.
 */
export function proposalReader(
  today: ReadText,
  editsOf = (_: Statement, read: string, wording: string) => wordingEdits(read, wording),
): (one: ResolvedStatement, baseOf: BaseOf) => ProposedEdits | null {
  const words = new Map<NodeId, string>();
  const wordsIn = (id: NodeId): string => {
    const known = words.get(id);
    if (known !== undefined) return known;
    const found = findNode(today.doc, id);
    const read = found ? nodeWords(found.node) : '';
    words.set(id, read);
    return read;
  };
  const blocks = [...new Set(today.flow.blocks)];
  const spread = (offset: number): number => offset + countUpTo(blocks, offset);
  const editsFrom = (from: number, statement: Statement, read: string, wording: string) =>
    editsOf(statement, read, wording).map(({ start, end, insert }) => ({
      start: from + start,
      end: from + end,
      insert,
    }));
  return ({ statement, resolution }, baseOf) => {
    const { id, anchor, wording, round } = statement;
    if (wording === null) return null;
    if (!('place' in resolution) || (anchor.on === 'node' && resolution.state !== 'in-place')) {
      const { rebased, anchor: place, today: read } = placeProposal(anchor, wording, today, baseOf(round));
      const span = place && today.flow.spans.get(place.nodeId);
      if (!('wording' in rebased) || !span || read === null) return { id, edits: [] };
      return { id, edits: editsFrom(spread(span.start), statement, read, rebased.wording) };
    }
    const { nodeId, start } = resolution.place;
    const from = (today.flow.spans.get(nodeId)?.start ?? 0) + start;
    const read = anchor.on === 'passage' ? anchor.quote : wordsIn(nodeId);
    return { id, edits: editsFrom(spread(from), statement, read, wording) };
  };
}

/** Pairs of proposals that cannot both be adopted as they are, each pair twice. */
export function conflictsAmong(
  proposals: readonly ProposedEdits[],
): ReadonlyMap<ContributionId, ReadonlySet<ContributionId>> {
  const all = proposals
    .flatMap(({ id, edits }) => edits.map((edit) => ({ id, edit })))
    .sort((one, other) => one.edit.start - other.edit.start);
  const found = new Map<ContributionId, Set<ContributionId>>();
  const note = (id: ContributionId, other: ContributionId): void => {
    const known = found.get(id);
    if (known) known.add(other);
    else found.set(id, new Set([other]));
  };
  let open: { readonly id: ContributionId; readonly edit: WordEdit }[] = [];
  for (const one of all) {
    open = open.filter(({ edit }) => edit.end >= one.edit.start);
    for (const other of open) {
      if (other.id === one.id || found.get(one.id)?.has(other.id)) continue;
      if (!doTouch(one.edit, other.edit) || isSameEdit(one.edit, other.edit)) continue;
      note(one.id, other.id);
      note(other.id, one.id);
    }
    open.push(one);
  }
  return found;
}

/** Whether two proposals make the same change of the text. */
export function isSameChange(one: ProposedEdits, other: ProposedEdits): boolean {
  return (
    one.edits.length > 0 &&
    one.edits.length === other.edits.length &&
    one.edits.every((edit) => other.edits.some((twin) => isSameEdit(edit, twin)))
  );
}

/** How many of ascending numbers are not above one. */
function countUpTo(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? Infinity) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
