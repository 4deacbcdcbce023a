import { wordsOf } from '../contributions/anchor.ts';
import type { Statement } from '../contributions/contribution.ts';
import { resolveAnchor } from '../contributions/resolve-anchor.ts';
import { placeProposal, type PlacedProposal } from '../decisions/place-proposal.ts';
import type { ReadText } from '../decisions/read-text.ts';
import { doTouch, isSameEdit, wordEdits } from '../decisions/word-edits.ts';
import { diffWords, type WordChange } from '../diff/word-diff.ts';
import type { ContributionId } from '../ids/ids.ts';
import { conflictsAmong, isSameChange, proposedEdits, type BaseOf } from './proposed-edits.ts';

/** One of the wordings that are proposed for a goal, as it is shown beside the others. */
export interface CompetingWording {
  readonly statement: Statement;
  readonly placed: PlacedProposal;
  /** From what the author read to what was proposed. */
  readonly againstBase: readonly WordChange[];
  /** From today's words to the wording on them; `null` where it cannot be put there (`conflict`, `base-gone`). */
  readonly againstToday: readonly WordChange[] | null;
  /** Those that cannot be adopted together with it as they are. */
  readonly conflictsWith: readonly ContributionId[];
  /** Those that make the same change. */
  readonly agreesWith: readonly ContributionId[];
}

/**
 * The wordings among statements about one goal, side by side, in the order given (rules WEI6 and WEI7). Which of the
 * statements stand and concern the goal is the caller's to choose.
 */
export function competingWordings(
  statements: readonly Statement[],
  today: ReadText,
  baseOf: BaseOf,
): readonly CompetingWording[] {
  const resolved = statements.map((statement) => ({
    statement,
    resolution: resolveAnchor(today.flow, statement.anchor),
  }));
  const proposals = proposedEdits(resolved, today, baseOf);
  const conflicts = conflictsAmong(proposals);
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const known = new Map<ContributionId, PlacedProposal>();
  const placedOf: PlacedOf = ({ id, anchor, round }, wording) => {
    const placed = known.get(id) ?? placeProposal(anchor, wording, today, baseOf(round));
    known.set(id, placed);
    return placed;
  };
  return proposals.flatMap((proposal): readonly CompetingWording[] => {
    const { id } = proposal;
    const statement = byId.get(id);
    if (!statement || statement.wording === null) return [];
    const placed = placedOf(statement, statement.wording);
    const unplaced = proposals.filter((other) => {
      const twin = byId.get(other.id);
      const isUnplaced = proposal.edits.length === 0 || other.edits.length === 0;
      return (
        isUnplaced && twin !== undefined && twin !== statement && competesInBase(statement, twin, placedOf)
      );
    });
    return [
      {
        statement,
        placed,
        againstBase: diffWords(placed.base, placed.proposed),
        againstToday:
          'wording' in placed.rebased ? diffWords(placed.today ?? '', placed.rebased.wording) : null,
        conflictsWith: [...new Set([...(conflicts.get(id) ?? []), ...unplaced.map((other) => other.id)])],
        agreesWith: proposals
          .filter((other) => other !== proposal && isSameChange(proposal, other))
          .map((other) => other.id),
      },
    ];
  });
}

type PlacedOf = (statement: Statement, wording: string) => PlacedProposal;

/** Where one of two cannot be put to today's text: whether both are about the same words of one text, otherwise. */
function competesInBase(one: Statement, other: Statement, placedOf: PlacedOf): boolean {
  const [a, b] = [one.anchor, other.anchor];
  if (a.on === 'document' || b.on === 'document' || one.wording === null || other.wording === null)
    return false;
  if (a.nodeId !== b.nodeId || a.textHash !== b.textHash) return false;
  const [mine, theirs] = [placedOf(one, one.wording), placedOf(other, other.wording)];
  if (a.on === 'node' && b.on === 'node' && mine.base === theirs.base) {
    // Two wordings of a whole node may well change other words of it.
    const edits = wordEdits(theirs.base, theirs.proposed);
    return wordEdits(mine.base, mine.proposed).some((edit) =>
      edits.some((twin) => doTouch(edit, twin) && !isSameEdit(edit, twin)),
    );
  }
  const [left, right] = [rangeOf(a), rangeOf(b)];
  return left.from <= right.to && right.from <= left.to;
}

function rangeOf(anchor: Exclude<Statement['anchor'], { readonly on: 'document' }>) {
  return anchor.on === 'passage'
    ? { from: anchor.from, to: anchor.to }
    : { from: 0, to: Math.max(wordsOf(anchor.quote).length, 10_000_000) };
}
