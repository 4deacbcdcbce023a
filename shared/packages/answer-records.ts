import type { Doc } from 'yjs';
import { parseContribution, type Contribution } from '../contributions/contribution.ts';
import { readSubmissions, receiptsOf } from '../contributions/contributions-room.ts';
import type { Sha256 } from '../ids/ids.ts';
import type { AnswerInside } from './answer-package.ts';
import type { RoundPackage } from './round-package.ts';

/** What goes into an answer: all that was submitted with a package, in the order in which it was. */
export function answerRecords(room: Doc): readonly Contribution[] {
  const receipts = receiptsOf(room);
  return [...readSubmissions(room).submitted.entries()]
    .flatMap(([, stored]) => {
      const parsed = parseContribution(stored);
      return parsed.ok && !receipts.has(parsed.value.id) ? [parsed.value] : [];
    })
    .sort((a, b) => (`${a.submittedAt} ${a.id}` < `${b.submittedAt} ${b.id}` ? -1 : 1));
}

/** The answer to a package, of all that was submitted with it; `hash` is that of the package. */
export function answerOf(
  { inside, hash }: { readonly inside: RoundPackage; readonly hash: Sha256 },
  room: Doc,
  createdAt: string,
): AnswerInside {
  const { leitbild, round, institution } = inside;
  const records = answerRecords(room);
  return { leitbild, round: round.id, institution: institution.id, answers: hash, createdAt, records };
}
