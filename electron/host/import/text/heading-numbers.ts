import type { PrintedNumber } from './line-shapes.ts';

/** The numbers of the headings found so far, which say what number can come next. */
export interface HeadingNumbers {
  readonly began: boolean;
  /** Whether a heading of this number can come here; at a break (of pages, or a gap) numbers may skip a little. */
  canFollow(number: PrintedNumber, afterBreak: boolean): boolean;
  take(number: PrintedNumber): void;
}

/** Begins before the first heading; `candidates` are all numbers that lines of the text begin with. */
export function createHeadingNumbers(candidates: ReadonlySet<string>): HeadingNumbers {
  let last: readonly number[] = [];
  /** Whether a text that is a piece of a longer one begins with this number: the next or the first below it follows. */
  const isLateStart = ({ parts: [first = 0], text }: PrintedNumber): boolean =>
    last.length === 0 && (candidates.has(`${text}.1`) || candidates.has(String(first + 1)));
  return {
    get began() {
      return last.length > 0;
    },
    canFollow: (number, afterBreak) =>
      follows(number, last, afterBreak) || (afterBreak && isLateStart(number)),
    take(number) {
      last = number.parts;
    },
  };
}

/** Whether a printed number can come next: the first of its level, or a successor; at a break, one that skips a little. */
function follows(number: PrintedNumber, last: readonly number[], afterBreak: boolean): boolean {
  const { parts } = number;
  if (last.length === 0)
    return parts.length === 1 ? (parts[0] ?? 0) <= (afterBreak ? 3 : 1) : parts.length === 2;
  for (let depth = 0; depth < parts.length; depth += 1) {
    const part = parts[depth] ?? 0;
    const before = last[depth];
    if (before === undefined) return depth === parts.length - 1 && depth === last.length && part <= 2;
    if (part === before) continue;
    const skips = parts.length > 1 || afterBreak ? 3 : 1;
    return depth === parts.length - 1
      ? part > before && part <= before + skips
      : parts.length === depth + 2 && part === before + 1 && parts[depth + 1] === 1;
  }
  return false;
}
