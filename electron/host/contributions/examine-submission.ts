import type { Anchor } from '../../../shared/contributions/anchor.ts';
import {
  parseContribution,
  targetOf,
  type Contribution,
} from '../../../shared/contributions/contribution.ts';
import type { Provenance } from '../../../shared/contributions/receipt.ts';
import type { RefusalCode } from '../../../shared/contributions/refusal.ts';
import type { Voice } from '../../../shared/contributions/voices-room.ts';
import type { DecisionId, InstitutionId, RoundId } from '../../../shared/ids/ids.ts';
import type { Phase } from '../../../shared/rights/rights.ts';

/** What a round asks an institution. */
export interface RoundTerms {
  readonly isInvited: boolean;
  isOpen(anchor: Anchor): boolean;
}

/** What the host holds against a submission. */
export interface ExaminationContext {
  /** The institution in whose room the submission stands. */
  readonly institution: InstitutionId;
  readonly contributions: Phase['contributions'];
  /** The round for which contributions are taken. */
  readonly round: RoundId | null;
  /** How it came, where the institution did not submit it by its own connection. */
  readonly provenance: Provenance | null;
  /** Now, by the host's clock: ISO 8601, UTC, to the second. */
  readonly now: string;
  /** The number for what is taken next: greater than that of all that was taken before. */
  order(): number;
  /** What was taken under an id. */
  voiceOf(id: string): Voice | undefined;
  /** Whether the institution may submit one more. */
  hasRoom(): boolean;
  /** Whether an author holds an invitation of the institution. */
  isDelegate(author: string): boolean;
  /** What a round asks; `undefined` where it is not known. A file of before there were rounds asks everybody about all. */
  termsOf(round: RoundId): RoundTerms | undefined;
  /** Whether the institution may answer a decision: it is proposed, and holds about something that it contributed. */
  mayAnswer(decision: DecisionId): boolean;
}

/**
 * What becomes of what stands under an id among the submitted records: `accept` a new one, let it `stand` (taken
 * already, or nothing there), or `refuse` it.
 */
export type Verdict =
  | { readonly verdict: 'accept'; readonly voice: Voice }
  | { readonly verdict: 'stand' }
  | { readonly verdict: 'refuse'; readonly code: RefusalCode; readonly place: string };

/** Decides on one submission. `stored` is whatever the room holds under the id; `undefined` where it holds nothing. */
export function examineSubmission(id: string, stored: unknown, context: ExaminationContext): Verdict {
  const taken = context.voiceOf(id);
  if (taken?.record.institution === context.institution) {
    const parsed = parseContribution(stored);
    const unchanged = parsed.ok && parsed.canonical === taken.canonical;
    return unchanged ? { verdict: 'stand' } : refuse('changed-after-submission');
  }
  if (stored === undefined) return { verdict: 'stand' };
  if (taken) return refuse('id-taken');
  const parsed = parseContribution(stored);
  if (!parsed.ok) return refuse(parsed.error.code, parsed.error.place);
  const { value: record, canonical } = parsed;
  if (record.id !== id) return refuse('id-mismatch');
  if (record.institution !== context.institution) return refuse('foreign-institution');
  const { provenance } = context;
  const isEntered = provenance?.by === 'moderation';
  if (!isEntered && !context.isDelegate(record.author)) return refuse('author-unknown');
  const target = targetOf(record);
  if (target !== null && context.voiceOf(target)?.record.institution !== context.institution) {
    return refuse('target-unknown');
  }
  if (!context.hasRoom()) return refuse('too-many');
  const refused = refusedByRound(record, context);
  if (refused !== null) return refuse(refused);
  const receipt = { receivedAt: context.now, order: context.order(), ...(provenance && { via: provenance }) };
  return { verdict: 'accept', voice: { record, canonical, receipt } };
}

/**
 * Moderation decides by itself whether what came too late still counts, and may write down what a letter says about
 * any place; an institution's own words, by whatever way, are bound to what it was asked.
 */
function refusedByRound(record: Contribution, context: ExaminationContext): RefusalCode | null {
  const { provenance, contributions, round } = context;
  const isEntered = provenance?.by === 'moderation';
  const isAnyTime = isEntered || (provenance?.by === 'package' && provenance.late);
  const states = record.type === 'statement' || record.type === 'position';
  if (!isAnyTime) {
    if (contributions === 'closed' || (contributions === 'answers' && states)) return 'round-closed';
    if (record.round !== round) return 'round-unknown';
  }
  const terms = context.termsOf(record.round);
  if (terms === undefined) return 'round-unknown';
  if (states && !isEntered) {
    if (!terms.isInvited) return 'not-invited';
    if (!terms.isOpen(record.anchor)) return 'place-closed';
  }
  return record.type === 'answer' && !context.mayAnswer(record.decision) ? 'decision-unknown' : null;
}

function refuse(code: RefusalCode, place = ''): Verdict {
  return { verdict: 'refuse', code, place };
}
