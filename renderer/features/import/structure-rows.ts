import { unitsOf } from '../../../shared/diff/document-units.ts';
import type { NodeId } from '../../../shared/ids/ids.ts';
import type { SourceBlockView } from '../../../shared/import/import-view.ts';
import type { LeitbildNode } from '../../../shared/schema/document.ts';
import { goalKindOf } from '../../../shared/schema/profile.ts';
import { childrenOf, isIdentified } from '../../../shared/schema/walk.ts';
import type { NumberedText } from '../../client/live-text.ts';

/** One unit of the planned text, as a row. */
export interface StructureRow {
  readonly id: NodeId;
  readonly type: ReturnType<typeof unitsOf>[number]['type'];
  /** 0 at the top. */
  readonly depth: number;
  readonly number: string;
  /** What it is called: "Handlungsfeld", "Leitziel"; empty for paragraphs. */
  readonly label: string;
  readonly text: string;
}

/** The planned text as rows in reading order. Groups of goals have the plural of their kind as label. */
export function structureRows({
  document,
  profile,
  numbering,
  references,
}: NumberedText): readonly StructureRow[] {
  const depths = new Map<NodeId | null, number>([[null, -1]]);
  return unitsOf(document, ({ target, form }) => references.textOf(target, form) ?? '').map((unit) => {
    const depth = (depths.get(unit.parent) ?? -1) + 1;
    depths.set(unit.id, depth);
    return {
      id: unit.id,
      type: unit.type,
      depth,
      number: numbering.get(unit.id)?.short ?? '',
      label:
        unit.type === 'goalGroup'
          ? (goalKindOf(profile, unit.goalKind)?.plural ?? unit.goalKind)
          : references.labelOf(unit.id),
      text: unit.text,
    };
  });
}

/** Which row each block is in, and which blocks made each row. */
export interface Pairing {
  /** Null where a block is in no row. */
  readonly rowOf: ReadonlyMap<string, NodeId | null>;
  readonly blocksOf: ReadonlyMap<NodeId, readonly string[]>;
}

/** Pairs blocks with rows. A block may have become a paragraph within a goal: its row is the goal's. */
export function pairBlocks(
  blocks: readonly SourceBlockView[],
  rows: readonly StructureRow[],
  document: LeitbildNode,
): Pairing {
  const isRow = new Set(rows.map(({ id }) => id));
  const rowOfNode = new Map<NodeId, NodeId>();
  const visit = (node: LeitbildNode, row: NodeId | null): void => {
    let inside = row;
    if (isIdentified(node)) {
      const { id } = node.attrs;
      if (isRow.has(id)) inside = id;
      if (inside !== null) rowOfNode.set(id, inside);
    }
    for (const child of childrenOf(node)) visit(child, inside);
  };
  visit(document, null);

  const rowOf = new Map<string, NodeId | null>();
  const blocksOf = new Map<NodeId, string[]>();
  for (const { block, node } of blocks) {
    const row = node === null ? null : (rowOfNode.get(node) ?? null);
    rowOf.set(block, row);
    if (row !== null) blocksOf.set(row, [...(blocksOf.get(row) ?? []), block]);
  }
  return { rowOf, blocksOf };
}
