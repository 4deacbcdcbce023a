import type { Anchor } from '../../../shared/contributions/anchor.ts';
import { makeAnchor, makeNodeAnchor } from '../../../shared/contributions/make-anchor.ts';
import { placeProposal, type PlacedProposal } from '../../../shared/decisions/place-proposal.ts';
import type { ReadText } from '../../../shared/decisions/read-text.ts';
import { findNode } from '../../../shared/decisions/strike-node.ts';
import { nodeWords } from '../../../shared/decisions/text-blocks.ts';
import type { ContributionId } from '../../../shared/ids/ids.ts';
import type { BaseOf } from '../../../shared/weighing/proposed-edits.ts';
import type { WeighingRow } from '../../../shared/weighing/weighing-rows.ts';

/** A place of today's text that a decision about a contribution may change. */
export interface WordingChoice {
  readonly contribution: ContributionId;
  readonly institutionName: string;
  /** The place in today's text; `null` where it is gone, so that nothing can be changed from here. */
  readonly anchor: Anchor | null;
  /** The words that stand there today. */
  readonly today: string;
  /** What the field begins with. */
  readonly initial: string;
  /** What was proposed, as it stands to today's text; `null` where no wording was proposed. */
  readonly placed: PlacedProposal | null;
}

/** What the text can be changed by when these are decided. Remarks on more than one goal offer no wording. */
export function wordingChoices(
  rows: readonly WeighingRow[],
  today: ReadText,
  baseOf: BaseOf,
): readonly WordingChoice[] {
  return rows.flatMap((row): readonly WordingChoice[] => {
    const { id: contribution, institutionName, statement } = row;
    const common = { contribution, institutionName };
    if (statement.wording === null) {
      const place = placeOfRemark(row, today);
      return place === null ? [] : [{ ...common, ...place, initial: place.today, placed: null }];
    }
    const placed = placeProposal(statement.anchor, statement.wording, today, baseOf(statement.round));
    if ('wording' in placed.rebased && placed.anchor !== null && placed.today !== null) {
      const { wording: initial } = placed.rebased;
      return [{ ...common, anchor: placed.anchor, today: placed.today, initial, placed }];
    }
    const place = wholePlace(row, today) ?? { anchor: null, today: '' };
    return [{ ...common, ...place, initial: place.today, placed }];
  });
}

/** The words that a remark points at, or its goal. */
function placeOfRemark(
  row: WeighingRow,
  today: ReadText,
): { readonly anchor: Anchor; readonly today: string } | null {
  const { resolution, statement } = row;
  if (!('place' in resolution)) return null;
  if (statement.anchor.on === 'passage') {
    const made = makeAnchor(today.flow, resolution.place.from, resolution.place.to);
    return made.ok ? { anchor: made.value, today: made.value.quote } : null;
  }
  return row.place?.type === 'goal' ? wholePlace(row, today) : null;
}

function wholePlace(
  { resolution, statement }: WeighingRow,
  { doc, flow }: ReadText,
): { readonly anchor: Anchor; readonly today: string } | null {
  const own = statement.anchor.on === 'document' ? undefined : statement.anchor.nodeId;
  const id = 'place' in resolution ? resolution.place.nodeId : own;
  const node = id === undefined ? undefined : findNode(doc, id);
  const anchor = id === undefined ? undefined : makeNodeAnchor(flow, id);
  return node === undefined || anchor === undefined ? null : { anchor, today: nodeWords(node.node) };
}
