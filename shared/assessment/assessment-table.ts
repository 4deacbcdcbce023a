import type { Contribution } from '../contributions/contribution.ts';
import type { ContributionId } from '../ids/ids.ts';
import { groupRows } from '../weighing/group-rows.ts';
import { weighingRows } from '../weighing/weighing-rows.ts';
import type { AssessmentTable } from './assessment-row.ts';
import type { AssessmentScope, AssessmentSources } from './assessment-sources.ts';
import { otherRows } from './other-rows.ts';
import { recordFinder } from './record-finder.ts';
import { isStillOpen, statementRow } from './statement-row.ts';

/**
 * The table of what institutions handed in, with what was decided (rules ASM1 to ASM4). Each record in scope is one
 * row. What a row says is derived from all records, so that one out of scope still withdraws, replaces or answers.
 */
export function assessmentTable(sources: AssessmentSources, scope: AssessmentScope): AssessmentTable {
  const finder = recordFinder(sources);
  const weighed = weighingRows(sources);
  const grouped = groupRows(
    weighed.filter((row) => isInScope(row.statement, scope) && (!scope.onlyOpen || isStillOpen(row))),
  );
  const indexOf = new Map<ContributionId, number>();
  for (const { rows } of grouped) for (const { id } of rows) indexOf.set(id, indexOf.size + 1);
  const groups = grouped.map(({ about, place, rows }) => ({
    about,
    number: place?.number ?? '',
    title: place?.title ?? '',
    rows: rows.map((row) => statementRow(row, sources, finder, indexOf)),
  }));
  const voices = scope.onlyOpen ? [] : sources.voices.filter(({ record }) => isInScope(record, scope));
  const byId = new Map(weighed.map((row) => [row.id, row]));
  return {
    groups,
    others: otherRows(voices, { sources, finder, weighed: byId, indexOf }),
    isDraft: groups.some(({ rows }) => rows.some(({ isOpen }) => isOpen)),
    isAnonymised: false,
  };
}

/**
 * How many rows a table must have: counted from the records and not from the table. What is open is derived; with
 * `onlyOpen` it is asked of the same rows that moderation sees.
 */
export function expectedRows(sources: AssessmentSources, scope: AssessmentScope): number {
  return scope.onlyOpen
    ? weighingRows(sources).filter((row) => isInScope(row.statement, scope) && isStillOpen(row)).length
    : sources.voices.filter(({ record }) => isInScope(record, scope)).length;
}

/** Whether a record is of the round and of the institutions that are asked for. */
export function isInScope(
  { round, institution }: Contribution,
  scope: { readonly round: string | null; readonly institutions: readonly string[] | null },
): boolean {
  return (
    (scope.round === null || round === scope.round) &&
    (scope.institutions === null || scope.institutions.includes(institution))
  );
}
