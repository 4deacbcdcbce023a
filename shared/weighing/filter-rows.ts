import type { ContributionKind } from '../contributions/contribution.ts';
import type { ContributionId, InstitutionId, NodeId, RoundId } from '../ids/ids.ts';
import { isOpen, type WeighingRow } from './weighing-rows.ts';

/** What the table is narrowed to; `null` and `false` narrow nothing. All that is set must hold. */
export interface RowFilter {
  readonly onlyOpen: boolean;
  readonly onlyConflicts: boolean;
  /** Without those that were withdrawn or replaced, whatever was decided about them. */
  readonly onlyStanding: boolean;
  /** An action field, or a chapter for what stands in none. */
  readonly field: NodeId | null;
  readonly institution: InstitutionId | null;
  readonly kinds: ReadonlySet<ContributionKind> | null;
  readonly round: RoundId | null;
  /** What a full-text search found. */
  readonly found: ReadonlySet<ContributionId> | null;
}

export const noFilter: RowFilter = {
  onlyOpen: false,
  onlyConflicts: false,
  onlyStanding: false,
  field: null,
  institution: null,
  kinds: null,
  round: null,
  found: null,
};

/** The rows that a filter leaves, in their order. */
export function filterRows(rows: readonly WeighingRow[], filter: RowFilter): readonly WeighingRow[] {
  const { field, institution, kinds, round, found } = filter;
  return rows.filter(
    (row) =>
      (!filter.onlyOpen || isOpen(row)) &&
      (!filter.onlyConflicts || row.isConflicting) &&
      (!filter.onlyStanding || row.standing === 'stands') &&
      (field === null || row.place?.field === field) &&
      (institution === null || row.institution === institution) &&
      (kinds === null || kinds.has(row.kind)) &&
      (round === null || row.round === round) &&
      (found === null || found.has(row.id)),
  );
}
