import type { ContributionKind, Reply, Statement } from '../contributions/contribution.ts';
import type { Provenance } from '../contributions/receipt.ts';
import { nodeOfResolution, type Resolution } from '../contributions/resolve-anchor.ts';
import type { ListedVoice } from '../contributions/voices-room.ts';
import type { Decision, DecisionRecord, Outcome } from '../decisions/decision.ts';
import { decidedBy } from '../decisions/decisions-room.ts';
import type { ReadText } from '../decisions/read-text.ts';
import type { ContributionId, DecisionId, InstitutionId, RoundId, WorkshopId } from '../ids/ids.ts';
import type { Institution } from '../register/institution.ts';
import type { Round } from '../rounds/round.ts';
import type { Place, Places } from './places.ts';
import { conflictsAmong, type BaseOf } from './proposed-edits.ts';
import { standingsOf, type Standing } from './standing.ts';
import { createWeighingMemory, type WeighingMemory } from './weighing-memory.ts';

/**
 * How far a statement is weighed. `deferred` was put off by a final decision and is still open; `withdrawn` and
 * `replaced` are those about which nothing was decided before.
 */
export type WeighingState = 'open' | 'proposed' | 'deferred' | 'decided' | 'withdrawn' | 'replaced';

/** One statement in the table of contributions. */
export interface WeighingRow {
  readonly statement: Statement;
  readonly id: ContributionId;
  readonly institution: InstitutionId;
  /** As the register calls it today; its id where the register knows it no more. */
  readonly institutionName: string;
  readonly kind: ContributionKind;
  readonly round: RoundId;
  /** Empty where there is no such round any more. */
  readonly roundName: string;
  /** Where its anchor points today; everything but `in-place` and `document` is to be shown as what it is. */
  readonly resolution: Resolution;
  /** The goal or part that it is about, also where only its words are gone; `null` for the whole document or nothing. */
  readonly place: Place | null;
  /** The printed number of the place; empty where there is none. */
  readonly number: string;
  readonly text: string;
  readonly wording: string | null;
  readonly standing: Standing;
  readonly state: WeighingState;
  /** The decision that holds; `null` where none does. What follows is its. */
  readonly decision: DecisionId | null;
  readonly outcome: Outcome | null;
  readonly reason: string;
  readonly workshop: WorkshopId | null;
  readonly decidedAt: string | null;
  /** What the institution says to the decision that holds. */
  readonly answer: { readonly reply: Reply; readonly body: string; readonly receivedAt: string } | null;
  /** Its wording competes with another one that is open too. */
  readonly isConflicting: boolean;
  readonly receivedAt: string;
  /** How it came; `null` by the institution's own connection. */
  readonly via: Provenance | null;
}

/** What rows are derived from; `base` is asked only where an anchor's own words are not enough. */
export interface WeighingSources {
  readonly voices: readonly ListedVoice[];
  readonly decisions: readonly DecisionRecord[];
  readonly institutions: readonly Institution[];
  readonly rounds: readonly Pick<Round, 'id' | 'name'>[];
  readonly today: ReadText;
  readonly places: Places;
  readonly baseOf: BaseOf;
}

const openStates: ReadonlySet<WeighingState> = new Set(['open', 'proposed', 'deferred']);

/** Whether something is still to be done about it. */
export function isOpen({ state }: Pick<WeighingRow, 'state'>): boolean {
  return openStates.has(state);
}

/**
 * One row for each statement that was taken, in the order in which the host took them (rules WEI1 to WEI3). Who derives
 * them again and again keeps a `memory`, with which only what is new is looked up.
 */
export function weighingRows(
  sources: WeighingSources,
  memory: WeighingMemory = createWeighingMemory(),
): readonly WeighingRow[] {
  const { voices, today, places, baseOf } = sources;
  const decided = decidedBy(sources.decisions);
  const standings = standingsOf(voices);
  const names = new Map(sources.institutions.map(({ id, name }) => [id, name]));
  const rounds = new Map(sources.rounds.map(({ id, name }) => [id, name]));
  const resolved = voices.flatMap(({ record, receipt }) => {
    if (record.type !== 'statement') return [];
    const resolution = memory.resolve(today, record);
    const decision = decided.holding(record.id) ?? null;
    const standing = standings.standingOf(record.id);
    const state = decision ? stateOfDecision(decision) : standing === 'stands' ? 'open' : standing;
    return [{ statement: record, receipt, resolution, decision, standing, state }] as const;
  });
  const open = resolved.filter((one) => isOpen(one) && one.standing === 'stands');
  const proposed = open.flatMap(({ statement }) => memory.proposed(today, statement, baseOf) ?? []);
  const conflicts = conflictsAmong(proposed);
  return resolved.map(({ statement, receipt, resolution, decision, standing, state }): WeighingRow => {
    const { id, institution, kind, round } = statement;
    const node = nodeOfResolution(resolution);
    const place = node === null ? null : (places.placeOf(node) ?? null);
    const given = decision && standings.answerTo(statement, decision.id);
    return {
      statement,
      id,
      institution,
      institutionName: names.get(institution) ?? institution,
      kind,
      round,
      roundName: rounds.get(round) ?? '',
      resolution,
      place,
      number: place?.number ?? '',
      text: statement.body,
      wording: statement.wording,
      standing,
      state,
      decision: decision?.id ?? null,
      outcome: decision?.outcome ?? null,
      reason: decision?.reason ?? '',
      workshop: decision?.workshop ?? null,
      decidedAt: decision?.at ?? null,
      answer: given && { reply: given.answer.reply, body: given.answer.body, receivedAt: given.receivedAt },
      isConflicting: conflicts.has(id),
      receivedAt: receipt.receivedAt,
      via: receipt.via ?? null,
    };
  });
}

/** How far a statement is weighed about which this decision holds. */
export function stateOfDecision({
  stage,
  outcome,
}: Pick<Decision, 'stage' | 'outcome'>): Exclude<WeighingState, 'withdrawn' | 'replaced' | 'open'> {
  if (stage === 'proposed') return 'proposed';
  return outcome === 'deferred' ? 'deferred' : 'decided';
}
