import type { Answer, Statement } from '../contributions/contribution.ts';
import type { ListedVoice } from '../contributions/voices-room.ts';
import type { ContributionId } from '../ids/ids.ts';

/** Whether a statement is what its institution says today. */
export type Standing = 'stands' | 'replaced' | 'withdrawn';

/** What became of statements by later records of their institutions. */
export interface Standings {
  standingOf(statement: ContributionId): Standing;
  /** The last answer that the institution gave to a decision about this statement, with when it was taken. */
  answerTo(
    statement: Statement,
    decision: string,
  ): { readonly answer: Answer; readonly receivedAt: string } | null;
}

/** Reads withdrawals, corrections and answers, in the order in which the host took them (`listVoices`). */
export function standingsOf(voices: readonly ListedVoice[]): Standings {
  const withdrawn = new Set<string>();
  const replaced = new Set<string>();
  const answers = new Map<string, { readonly answer: Answer; readonly receivedAt: string }>();
  for (const { record, receipt } of voices) {
    if (record.type === 'withdrawal') withdrawn.add(record.withdraws);
    if (record.type === 'statement' && record.replaces !== null) replaced.add(record.replaces);
    if (record.type === 'answer') {
      const key = `${record.institution} ${record.decision}`;
      answers.set(key, { answer: record, receivedAt: receipt.receivedAt });
    }
  }
  return {
    standingOf: (id) => (withdrawn.has(id) ? 'withdrawn' : replaced.has(id) ? 'replaced' : 'stands'),
    answerTo: ({ institution }, decision) => answers.get(`${institution} ${decision}`) ?? null,
  };
}
