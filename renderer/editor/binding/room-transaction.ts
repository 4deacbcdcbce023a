import { PluginKey, type Transaction } from '@tiptap/pm/state';

const fromRoom = new PluginKey('from-room');

/** Marks a transaction as one that brings a change of the room, of others or by undo, to the editor. */
export function markFromRoom(transaction: Transaction): Transaction {
  return transaction.setMeta(fromRoom, true);
}

/** Whether a transaction, or the one it was appended to, brings a change of the room. */
export function isFromRoom(transaction: Transaction): boolean {
  const root = transaction.getMeta('appendedTransaction') as Transaction | undefined;
  return transaction.getMeta(fromRoom) === true || (root !== undefined && isFromRoom(root));
}
