import type { Contribution } from './contribution.ts';
import type { Receipt } from './receipt.ts';

/** What the order in which the host took something is told by. */
export interface Taken {
  readonly record: Pick<Contribution, 'id' | 'submittedAt'>;
  readonly receipt: Receipt;
}

/**
 * Orders by when the host took something, whatever became of its clock (CON21). Receipts of before there were numbers
 * come first: by their time, then by the author's, which may be wrong, then by id.
 */
export function compareTaken(one: Taken, other: Taken): number {
  const numbers = (one.receipt.order ?? 0) - (other.receipt.order ?? 0);
  if (numbers !== 0) return numbers;
  const [left, right] = [keyOf(one), keyOf(other)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * The number for what is taken at `now` (ISO 8601) after `before` more since the greatest known one, `last`. It follows
 * the clock where that goes forward, so that nobody reads from the numbers of the own receipts how much others said.
 */
export function orderAfter(last: number, before: number, now: string): number {
  return Math.max(last, Date.parse(now)) + before + 1;
}

function keyOf({ record, receipt }: Taken): string {
  return `${receipt.receivedAt} ${record.submittedAt} ${record.id}`;
}
