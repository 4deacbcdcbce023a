import { parseContribution, targetOf } from '../../../shared/contributions/contribution.ts';
import type { RefusalCode } from '../../../shared/contributions/refusal.ts';
import type { Voice } from '../../../shared/contributions/voices-room.ts';
import type { InstitutionId, RoundId } from '../../../shared/ids/ids.ts';
import type { Phase } from '../../../shared/rights/rights.ts';

/** What the host holds against a submission. */
export interface ExaminationContext {
  /** The institution in whose room the submission stands. */
  readonly institution: InstitutionId;
  readonly contributions: Phase['contributions'];
  /** The round for which contributions are taken. */
  readonly round: RoundId | null;
  /** Now, by the host's clock: ISO 8601, UTC, to the second. */
  readonly now: string;
  /** What was taken under an id. */
  voiceOf(id: string): Voice | undefined;
  /** Whether the institution may submit one more. */
  hasRoom(): boolean;
  /** Whether an author holds an invitation of the institution. */
  isDelegate(author: string): boolean;
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
  if (!context.isDelegate(record.author)) return refuse('author-unknown');
  const target = targetOf(record);
  if (target !== null && context.voiceOf(target)?.record.institution !== context.institution) {
    return refuse('target-unknown');
  }
  if (!context.hasRoom()) return refuse('too-many');
  if (context.contributions !== 'open') return refuse('round-closed');
  if (record.round !== context.round) return refuse('round-unknown');
  return { verdict: 'accept', voice: { record, canonical, receipt: { receivedAt: context.now } } };
}

function refuse(code: RefusalCode, place = ''): Verdict {
  return { verdict: 'refuse', code, place };
}
