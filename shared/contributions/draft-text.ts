import type { Text } from 'yjs';
import { performWrite } from '../rooms/named-writes.ts';

/**
 * Makes a draft's text read `value` by one insertion and one deletion at most, so that what others write in it
 * meanwhile stays. `caret` is where the writer's caret stands afterwards: where letters repeat it says which were typed.
 */
export function writeDraftText(text: Text, value: string, caret: number = value.length): void {
  const before = text.toJSON();
  if (before === value || text.doc === null) return;
  const tail = commonEnd(before, value, Math.min(value.length - caret, before.length));
  const head = commonStart(before, value, Math.min(before.length, value.length) - tail);
  const end = commonEnd(before, value, Math.min(before.length, value.length) - head);
  performWrite(text.doc, 'contribution.draft', () => {
    text.delete(head, before.length - head - end);
    text.insert(head, value.slice(head, value.length - end));
  });
}

/** How many code units both begin with, at most so many; never half of a surrogate pair. */
function commonStart(left: string, right: string, most: number): number {
  let length = 0;
  while (length < most && left[length] === right[length]) length += 1;
  return length > 0 && isHigh(left, length - 1) ? length - 1 : length;
}

/** The same from the end. */
function commonEnd(left: string, right: string, most: number): number {
  let length = 0;
  while (length < most && left.at(-1 - length) === right.at(-1 - length)) length += 1;
  return length > 0 && isLow(left, left.length - length) ? length - 1 : length;
}

function isHigh(text: string, at: number): boolean {
  return text.charCodeAt(at) >= 0xd800 && text.charCodeAt(at) < 0xdc00;
}

function isLow(text: string, at: number): boolean {
  return text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) < 0xe000;
}
