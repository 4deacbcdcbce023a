import type { Doc } from 'yjs';
import {
  parseContribution,
  targetOf,
  type Answer,
  type Contribution,
  type Position,
  type Statement,
} from '../../../shared/contributions/contribution.ts';
import { readSubmissions, receiptsOf, refusalsOf } from '../../../shared/contributions/contributions-room.ts';
import { listDrafts, type Draft } from '../../../shared/contributions/drafts.ts';
import { orderOfWriting } from '../../../shared/contributions/order-of-writing.ts';
import type { Receipt } from '../../../shared/contributions/receipt.ts';
import type { Refusal } from '../../../shared/contributions/refusal.ts';
import { listStances, type IntendedStance } from '../../../shared/contributions/stances.ts';
import { compareTaken } from '../../../shared/contributions/voices-order.ts';
import type { ContributionId, DecisionId, NodeId } from '../../../shared/ids/ids.ts';

/** What became of a submitted record: on its way to the host, taken by it, or not. */
export type OwnState = 'waiting' | 'taken' | 'refused';

/** One submitted record of the own institution with what the host said to it. */
export interface OwnRecord<R extends Contribution = Contribution> {
  readonly record: R;
  readonly state: OwnState;
  readonly receipt: Receipt | null;
  readonly refusal: Refusal | null;
  /** The own record that takes it back or stands in its place. */
  readonly supersededBy: Contribution | null;
}

/** All that the own institution has written, and what became of it. */
export interface OwnContributions {
  readonly drafts: readonly Draft[];
  readonly stances: ReadonlyMap<NodeId, IntendedStance>;
  /** Latest first. */
  readonly statements: readonly OwnRecord<Statement>[];
  /** The last one for each node. */
  readonly positions: ReadonlyMap<NodeId, OwnRecord<Position>>;
  /** The last one for each decision. */
  readonly answers: ReadonlyMap<DecisionId, OwnRecord<Answer>>;
}

/** Reads the room of an institution as its delegates see it. */
export function ownContributions(doc: Doc): OwnContributions {
  const receipts = receiptsOf(doc);
  const refusals = refusalsOf(doc);
  const { submitted } = readSubmissions(doc);
  const records = orderOfWriting(doc).flatMap((id) => {
    const parsed = parseContribution(submitted.get(id));
    return parsed.ok ? [parsed.value] : [];
  });
  records.sort((one, other) => compareOwn(one, other, receipts));
  const refused = (id: ContributionId): boolean => refusals.has(id) && !receipts.has(id);
  const superseding = new Map<ContributionId, Contribution>();
  for (const record of records) {
    const target = targetOf(record);
    if (target !== null && !refused(record.id)) superseding.set(target, record);
  }
  const own = <R extends Contribution>(record: R): OwnRecord<R> => {
    const receipt = receipts.get(record.id) ?? null;
    const refusal = refusals.get(record.id) ?? null;
    const state = receipt !== null ? 'taken' : refusal !== null ? 'refused' : 'waiting';
    return { record, state, receipt, refusal, supersededBy: superseding.get(record.id) ?? null };
  };
  const positions = new Map<NodeId, OwnRecord<Position>>();
  const answers = new Map<DecisionId, OwnRecord<Answer>>();
  const statements: OwnRecord<Statement>[] = [];
  for (const record of records) {
    if (record.type === 'statement') statements.unshift(own(record));
    if (record.type === 'position' && !refused(record.id)) {
      if (superseding.has(record.id)) positions.delete(record.anchor.nodeId);
      else positions.set(record.anchor.nodeId, own(record));
    }
    if (record.type === 'answer' && !refused(record.id)) answers.set(record.decision, own(record));
  }
  const intended = new Map(listStances(doc).map((one) => [one.anchor.nodeId, one]));
  return { drafts: listDrafts(doc), stances: intended, statements, positions, answers };
}

/** What the host took in its order; then what waits, in the order of writing. */
function compareOwn(one: Contribution, other: Contribution, receipts: ReadonlyMap<string, Receipt>): number {
  const [mine, theirs] = [receipts.get(one.id), receipts.get(other.id)];
  if (mine === undefined || theirs === undefined) return Number(!mine) - Number(!theirs);
  return compareTaken({ record: one, receipt: mine }, { record: other, receipt: theirs });
}
