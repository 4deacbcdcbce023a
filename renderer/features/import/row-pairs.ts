import type { NodeId } from '../../../shared/ids/ids.ts';
import type { SourceBlockView } from '../../../shared/import/import-view.ts';
import type { Pairing, StructureRow } from './structure-rows.ts';

/** What belongs together on both sides, by the places in their lists. Null where there is no partner. */
export interface RowPairs {
  readonly rowOf: (block: number) => number | null;
  readonly blockOf: (row: number) => number | null;
  readonly indexOfBlock: (block: string) => number | null;
  readonly indexOfRow: (row: NodeId) => number | null;
  /**
   * The item at a place, or the nearest one before it, by which both sides run on alike: what was left out has no
   * partner, and footnotes stand at the end of a page on one side and within the text on the other.
   */
  readonly running: (side: 'source' | 'structure', at: number) => number | null;
}

/** Looks all partners up once. */
export function rowPairs(
  blocks: readonly SourceBlockView[],
  rows: readonly StructureRow[],
  { rowOf, blocksOf }: Pairing,
): RowPairs {
  const blockPlaces = new Map(blocks.map(({ block }, index) => [block, index]));
  const rowPlaces = new Map(rows.map(({ id }, index) => [id, index]));
  const rowOfBlock = blocks.map(({ block }) => {
    const row = rowOf.get(block) ?? null;
    return row === null ? null : (rowPlaces.get(row) ?? null);
  });
  const blockOfRow = rows.map(({ id }) => {
    const [first] = blocksOf.get(id) ?? [];
    return first === undefined ? null : (blockPlaces.get(first) ?? null);
  });
  return {
    rowOf: (block) => rowOfBlock[block] ?? null,
    blockOf: (row) => blockOfRow[row] ?? null,
    indexOfBlock: (block) => blockPlaces.get(block) ?? null,
    indexOfRow: (row) => rowPlaces.get(row) ?? null,
    running(side, at) {
      const partners = side === 'source' ? rowOfBlock : blockOfRow;
      const isNote = (index: number): boolean =>
        side === 'source' ? blocks[index]?.role === 'footnote' : rows[index]?.type === 'footnote';
      for (let index = at; index >= 0; index -= 1) {
        if (!isNote(index) && (partners[index] ?? null) !== null) return index;
      }
      return null;
    },
  };
}
