import type { z } from 'zod';
import type { decisionCalls } from '../../../shared/api/decision-calls.ts';
import { voiceOf } from '../../../shared/contributions/voices-room.ts';
import { applyWordings, type AppliedWordings } from '../../../shared/decisions/apply-wording.ts';
import {
  decidedBy,
  listDecisions,
  writeDecision,
  type DecidedContributions,
} from '../../../shared/decisions/decisions-room.ts';
import type { Decision, DecisionRecord, Reopening } from '../../../shared/decisions/decision.ts';
import { takeBack } from '../../../shared/decisions/take-back.ts';
import { workshopOf } from '../../../shared/decisions/workshop.ts';
import { appError, type AppError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { decisionId, type ContributionId, type DecisionId } from '../../../shared/ids/ids.ts';
import type { Principal } from '../../../shared/rights/rights.ts';
import { readPhase } from '../../../shared/rooms/phase-room.ts';
import { readDocument, writeDocument } from '../../../shared/rooms/text-room.ts';
import type { LeitbildDocument } from '../../../shared/schema/document.ts';
import type { History } from '../history/history.ts';
import type { ImportRooms } from '../import/import-rooms.ts';
import type { HostPorts } from '../ports.ts';
import { onlyUpstream } from '../replica/only-upstream.ts';
import { attempt } from '../workspace/attempt.ts';
import type { Workspace } from '../workspace/workspace.ts';

export type DecideInput = z.output<(typeof decisionCalls)['decisions.decide']['input']>;
export type ReopenInput = z.output<(typeof decisionCalls)['decisions.reopen']['input']>;

export interface DecisionDesk {
  /**
   * Decides about contributions. The record, what it changes in the text and the entry of the audit log are one
   * transaction. Fails as `decisions.decide` says; then nothing is written.
   */
  decide(input: DecideInput, by: Principal): Result<Decision>;
  /** Takes a decision back, in the same way. Fails as `decisions.reopen` says; then nothing is written. */
  reopen(input: ReopenInput, by: Principal): Result<Reopening>;
}

export interface DecisionDeskDeps {
  readonly workspace: Pick<Workspace, 'path' | 'upstreams' | 'audit'>;
  readonly ports: HostPorts;
  readonly rooms: ImportRooms;
  readonly history: Pick<History, 'settle' | 'mark'>;
}

/** Makes the desk. It holds nothing between calls: what holds is read from the rooms each time. */
export function createDecisionDesk({ workspace, ports, rooms, history }: DecisionDeskDeps): DecisionDesk {
  /** Who wrote for ever in the order of the records: by the clock, which never goes back here, then by number. */
  const stampOf = (records: readonly DecisionRecord[]): { readonly id: DecisionId; readonly at: string } => {
    const now = ports.clock.now();
    const last = records.at(-1)?.at ?? now;
    const number = String(records.length + 1).padStart(6, '0');
    return { id: decisionId(`d${number}-${ports.createId()}`), at: now > last ? now : last };
  };

  const readText = (): Result<LeitbildDocument> => {
    if (rooms.read('process', readPhase).text !== 'open') return fail(appError('text-locked', {}));
    return rooms.read('text', (doc) => readDocument(doc, workspace.path));
  };

  const store = (record: DecisionRecord, text: LeitbildDocument | null, by: Principal): void => {
    const isDecision = record.type === 'decision';
    const action = isDecision ? 'decision-made' : 'decision-reopened';
    const rest = isDecision ? `${record.stage} ${record.outcome}` : record.reopens;
    // What others wrote until now is a moment of its own.
    if (text !== null) history.settle();
    rooms.editTogether(
      text === null ? ['decisions'] : ['decisions', 'text'],
      (docOf) => {
        writeDecision(docOf('decisions'), record);
        if (text !== null) writeDocument(docOf('text'), text);
      },
      () => workspace.audit.append({ at: record.at, action, subject: `${record.id} ${rest}` }),
    );
    if (text !== null) history.mark(isDecision ? 'decision' : 'decision-reopened', record.id, by);
  };

  const wordingsOf = ({ wordings }: DecideInput): Result<AppliedWordings | null> => {
    if (wordings.length === 0) return ok(null);
    const document = readText();
    if (!document.ok) return document;
    const placed = wordings.map(({ contribution, wording, anchor }) => ({
      wording,
      anchor: anchor ?? rooms.read('voices', (voices) => anchorIn(voiceOf(voices, contribution)?.record)),
    }));
    return applyWordings(document.value, placed, ports.createId);
  };

  /** Why these contributions cannot be decided now; null where they can. */
  const whyNot = (
    { contributions, workshop }: DecideInput,
    decided: DecidedContributions,
  ): AppError | null => {
    for (const { id, expected } of contributions) {
      const record = rooms.read('voices', (voices) => voiceOf(voices, id)?.record);
      if (record?.type !== 'statement') return appError('contribution-unknown', { contribution: id });
      if ((decided.holding(id)?.id ?? null) !== expected) return superseded(id, decided);
    }
    const isKnown =
      workshop === null || rooms.read('process', (doc) => workshopOf(doc, workshop) !== undefined);
    return isKnown ? null : appError('workshop-unknown', { workshop });
  };

  return {
    decide: (input, by) =>
      attempt(() => {
        const elsewhere = onlyUpstream(workspace);
        if (elsewhere !== null) return fail(elsewhere);
        const records = rooms.read('decisions', listDecisions);
        const refused = whyNot(input, decidedBy(records));
        if (refused !== null) return fail(refused);
        const applied = wordingsOf(input);
        if (!applied.ok) return applied;
        const { outcome, reason, stage, workshop } = input;
        const record: Decision = {
          type: 'decision',
          ...stampOf(records),
          by: by.id,
          changes: [...(applied.value?.changes ?? [])],
          contributions: input.contributions.map(({ id }) => id),
          ...{ outcome, reason, stage, workshop },
        };
        store(record, record.changes.length > 0 ? (applied.value?.document ?? null) : null, by);
        return ok(record);
      }),
    reopen: ({ decision: id, reason, restoreText }, by) =>
      attempt(() => {
        const elsewhere = onlyUpstream(workspace);
        if (elsewhere !== null) return fail(elsewhere);
        const records = rooms.read('decisions', listDecisions);
        const decision = records.find((one) => one.type === 'decision' && one.id === id);
        if (decision?.type !== 'decision') return fail(appError('decision-unknown', { decision: id }));
        const decided = decidedBy(records);
        const [first] = decision.contributions;
        const holds = decision.contributions.some((one) => decided.holding(one)?.id === id);
        if (!holds && first !== undefined) return fail(superseded(first, decided));
        let restored: AppliedWordings | null = null;
        if (restoreText && decision.changes.length > 0) {
          const document = readText();
          if (!document.ok) return document;
          const taken = takeBack(document.value, decision.changes, ports.createId);
          if (!taken.ok) return taken;
          restored = taken.value;
        }
        const record: Reopening = {
          type: 'reopening',
          ...stampOf(records),
          by: by.id,
          changes: [...(restored?.changes ?? [])],
          reopens: decision.id,
          reason,
        };
        store(record, restored !== null && record.changes.length > 0 ? restored.document : null, by);
        return ok(record);
      }),
  };
}

/** Somebody was faster: names what was written about the contribution last. */
function superseded(contribution: ContributionId, decided: DecidedContributions): AppError {
  const decision = decided.holding(contribution) ?? decided.history(contribution).at(-1);
  return appError('decision-superseded', { contribution, decision: decision?.id ?? '' });
}

function anchorIn(record: NonNullable<ReturnType<typeof voiceOf>>['record'] | undefined) {
  return record?.type === 'statement' ? record.anchor : ({ on: 'document' } as const);
}
