import type { Answer } from '../../../shared/contributions/contributions-room.ts';
import { ID_PATTERN, type InstitutionId } from '../../../shared/ids/ids.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What became of submissions, in the audit log. */
export interface SubmissionLog {
  /** Notes what is not noted yet; called again with the same answers, it writes nothing. Throws `AppFailure`. */
  note(institution: InstitutionId, answers: ReadonlyMap<string, Answer>): void;
  /** To be called where a transaction in which something was noted was rolled back. */
  forget(): void;
}

const ACCEPTED = 'contribution-accepted';
const REFUSED = 'contribution-refused';
/** Refusals of one institution that are noted: what is refused is not bounded otherwise, and the log never shrinks. */
const MAX_REFUSALS = 1000;

/**
 * Notes each acceptance once (`<institution> <id>`), and each refusal once for each reason (`<institution> <id>
 * <code>`). An id that is none, which only a forged submission has, is noted as `-`, because it may be any text.
 */
export function createSubmissionLog({
  audit,
  transaction,
}: Pick<Workspace, 'audit' | 'transaction'>): SubmissionLog {
  let known: { readonly entries: Set<string>; readonly refusals: Map<string, number> } | undefined;

  const read = (): NonNullable<typeof known> => {
    const entries = new Set<string>();
    const refusals = new Map<string, number>();
    for (const { action, subject } of audit.list()) {
      if (action !== ACCEPTED && action !== REFUSED) continue;
      entries.add(`${action} ${subject}`);
      if (action === REFUSED) countUp(refusals, institutionOf(subject));
    }
    return { entries, refusals };
  };

  return {
    note(institution, answers) {
      const { entries, refusals } = (known ??= read());
      type Entry = Parameters<typeof audit.append>[0];
      const missing: Entry[] = [];
      const add = (at: string, action: typeof ACCEPTED | typeof REFUSED, subject: string): void => {
        const entry = `${action} ${subject}`;
        if (entries.has(entry)) return;
        missing.push({ at, action, subject });
        entries.add(entry);
        if (action === REFUSED) countUp(refusals, institution);
      };
      for (const [id, { receipt, refusal }] of answers) {
        const subject = `${institution} ${ID_PATTERN.test(id) ? id : '-'}`;
        if (receipt !== null) add(receipt.receivedAt, ACCEPTED, subject);
        if (refusal !== null && (refusals.get(institution) ?? 0) < MAX_REFUSALS)
          add(refusal.at, REFUSED, `${subject} ${refusal.code}`);
      }
      if (missing.length === 0) return;
      try {
        // Many at once cost one sync of the disk.
        transaction(() => {
          for (const entry of missing) audit.append(entry);
        });
      } catch (error) {
        known = undefined;
        throw error;
      }
    },
    forget() {
      known = undefined;
    },
  };
}

function institutionOf(subject: string): string {
  return subject.split(' ', 1)[0] ?? '';
}

function countUp(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
