import { wordsOf } from '../contributions/anchor.ts';
import type { Statement } from '../contributions/contribution.ts';
import { hashOfText } from '../contributions/make-anchor.ts';
import type { Decision } from '../decisions/decision.ts';
import { placeProposal } from '../decisions/place-proposal.ts';
import type { ContributionId } from '../ids/ids.ts';
import { isOpen, type WeighingRow } from '../weighing/weighing-rows.ts';
import type { AssessmentRow, RowDecision, WordingChange } from './assessment-row.ts';
import type { AssessmentSources } from './assessment-sources.ts';
import type { RecordFinder } from './record-finder.ts';

/** Whether something is still to be done about a statement that its institution stands by. */
export function isStillOpen(row: WeighingRow): boolean {
  return isOpen(row) && row.standing === 'stands';
}

/** The row of a statement; `indexOf` numbers the statements of the table. */
export function statementRow(
  row: WeighingRow,
  sources: AssessmentSources,
  finder: RecordFinder,
  indexOf: ReadonlyMap<ContributionId, number>,
): AssessmentRow {
  const { statement } = row;
  const decision = finder.holding(row.id);
  const replacing = finder.replacing(row.id);
  return {
    index: indexOf.get(row.id) ?? 0,
    id: row.id,
    institution: row.institution,
    institutionName: row.institutionName,
    number: row.number,
    about: { state: row.resolution.state, words: wordsRead(statement) },
    content: {
      type: 'statement',
      kind: row.kind,
      body: row.text,
      wording: proposedChange(statement, sources),
      standing: row.standing,
      withdrawals: finder.withdrawalsOf(row.id),
      replacedBy: replacing === null ? null : (indexOf.get(replacing) ?? null),
      replaces: statement.replaces === null ? null : (indexOf.get(statement.replaces) ?? null),
    },
    decision: decision && decisionOf(decision, row, row.answer, sources),
    isOpen: isStillOpen(row),
    receivedAt: row.receivedAt,
    via: row.via,
  };
}

/** The words that a statement is about, as its author read them. */
export function wordsRead({ anchor }: Statement): string {
  return anchor.on === 'document' ? '' : anchor.quote;
}

/** A decision as a row shows it: of its changes those that concern the statement's own place. */
export function decisionOf(
  decision: Decision,
  row: WeighingRow,
  answer: WeighingRow['answer'],
  { workshops, places }: AssessmentSources,
): RowDecision {
  const { outcome, stage, reason, changes, workshop, at, contributions } = decision;
  const { anchor } = row.statement;
  const near = changes.filter(
    ({ node }) =>
      (anchor.on !== 'document' && node === anchor.nodeId) ||
      (row.place !== null && places.placeOf(node) === row.place),
  );
  const own = contributions.length === 1 ? changes : near;
  const met = workshops.find(({ id }) => id === workshop);
  return {
    ...{ outcome, stage, reason, decidedAt: at },
    changes: own.map(({ before, after }) => ({ before, after })),
    workshop: met ? { title: met.title, date: met.date } : null,
    answer: answer && { reply: answer.reply, body: answer.body },
  };
}

/** A wording against what its author read: the whole node where the anchor quotes only its beginning. */
function proposedChange(statement: Statement, { today, baseOf }: AssessmentSources): WordingChange | null {
  const { anchor, wording, round } = statement;
  if (wording === null) return null;
  if (anchor.on === 'document') return { before: '', after: wording };
  const isWhole = anchor.on === 'passage' || hashOfText(wordsOf(anchor.quote)) === anchor.textHash;
  const before = isWhole ? anchor.quote : placeProposal(anchor, wording, today, baseOf(round)).base;
  return { before, after: wording };
}
