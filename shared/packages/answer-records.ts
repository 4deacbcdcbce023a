import type { Doc } from 'yjs';
import { parseContribution, type Contribution } from '../contributions/contribution.ts';
import { readSubmissions, receiptsOf } from '../contributions/contributions-room.ts';
import { orderOfWriting } from '../contributions/order-of-writing.ts';
import type { Sha256 } from '../ids/ids.ts';
import type { AnswerInside } from './answer-package.ts';
import type { RoundPackage } from './round-package.ts';

/** What goes into an answer: all that was submitted with a package, in the order in which it was. */
export function answerRecords(room: Doc): readonly Contribution[] {
  const receipts = receiptsOf(room);
  const { submitted } = readSubmissions(room);
  return orderOfWriting(room).flatMap((id) => {
    const parsed = parseContribution(submitted.get(id));
    return parsed.ok && !receipts.has(parsed.value.id) ? [parsed.value] : [];
  });
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
