import type { AssessmentRow } from '../../../../shared/assessment/assessment-row.ts';
import { rowWeight } from '../../../../shared/assessment/assessment-size.ts';

/** How much rows weigh together, as pages are divided by. */
export function weightOfRows(rows: readonly AssessmentRow[]): number {
  return rows.reduce((sum, row) => sum + weightOfRow(row), 0);
}

/** How much a row weighs, by the words that people wrote. */
export function weightOfRow({ about, institutionName, content, decision }: AssessmentRow): number {
  const wording = content.type === 'statement' ? content.wording : null;
  const changes = [...(wording ? [wording] : []), ...(decision?.changes ?? [])];
  const characters = [
    ...[about.words, institutionName, content.body, decision?.reason ?? ''],
    ...changes.flatMap(({ before, after }) => [before, after]),
  ];
  return rowWeight(characters.reduce((sum, { length }) => sum + length, 0));
}
