import type { CreateId, NodeId } from '../../../../shared/ids/ids.ts';
import type { SourceBlockView } from '../../../../shared/import/import-view.ts';
import type { LeitbildDocument } from '../../../../shared/schema/document.ts';
import { isIdentified, walk } from '../../../../shared/schema/walk.ts';
import { carryIds } from './carry-ids.ts';

/** A planned text and the blocks that name its nodes. */
export interface PlannedView {
  readonly document: LeitbildDocument;
  readonly blocks: readonly SourceBlockView[];
}

/**
 * A planned text with the ids that applying it now would give it (`carryIds`), so that it can be compared with the
 * present one; blocks name its nodes by these. The structure is the plan's own.
 */
export function carryView(
  present: LeitbildDocument,
  { document, blocks }: PlannedView,
  createId: CreateId,
): PlannedView {
  const carried = carryIds(present, document, createId);
  const after = idsOf(carried);
  const renamed = new Map(idsOf(document).map((id, index) => [id, after[index] ?? id]));
  return {
    document: carried,
    blocks: blocks.map((block) => ({
      ...block,
      node: block.node === null ? null : (renamed.get(block.node) ?? block.node),
    })),
  };
}

function idsOf(document: LeitbildDocument): readonly NodeId[] {
  const ids: NodeId[] = [];
  walk(document, (node) => {
    if (isIdentified(node)) ids.push(node.attrs.id);
  });
  return ids;
}
