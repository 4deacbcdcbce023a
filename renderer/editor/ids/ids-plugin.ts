import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Transform } from '@tiptap/pm/transform';
import type { CreateId } from '../../../shared/ids/ids.ts';
import { assignIds } from '../../../shared/schema/assign-ids.ts';
import { isFromRoom } from '../binding/room-transaction.ts';
import { changeBetween } from '../structure/change-between.ts';

/**
 * Keeps ids right through every edit of this editor's user (rules IDN1 to IDN6), in the same step as the edit.
 * What comes from the room, from others or by undo, has its ids already and is left alone.
 */
export function idsPlugin(createId: CreateId): Plugin {
  return new Plugin({
    appendTransaction: (transactions, before, after) => {
      if (transactions.every(isFromRoom) || changeBetween(before.doc, after.doc).kind !== 'structure')
        return null;
      return withIds(transactions, before, after, createId);
    },
  });
}

function withIds(
  transactions: readonly Transaction[],
  before: EditorState,
  after: EditorState,
  createId: CreateId,
): Transaction | null {
  const whole = new Transform(before.doc);
  for (const transaction of transactions) {
    for (const step of transaction.steps) whole.step(step);
  }
  const edited = whole.steps.length;
  assignIds(whole, createId);
  if (whole.steps.length === edited) return null;
  const { tr } = after;
  for (const step of whole.steps.slice(edited)) tr.step(step);
  return tr.setStoredMarks(after.storedMarks);
}
