import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { placeOf } from '../commands/places.ts';
import { changeBetween } from '../structure/change-between.ts';

/**
 * Remembers what blocks of text read like before each own edit. Yjs has no moves: what somebody moves is deleted and
 * made anew as they saw it, and letters written there before the move was known would go with the old place.
 */
export interface OwnWords {
  /** Takes note of an own edit. */
  note(before: Node, after: Node): void;
  /**
   * Puts into the blocks that took the place of others (`gone`, as they were shown last) the words of those, where
   * they were made from an earlier state of them. Says whether there was something to put back.
   */
  restore(tr: Transaction, gone: readonly Node[]): boolean;
}

/** So many blocks are remembered, the ones edited last, and so many states of each. */
const BLOCKS = 64;
const STATES = 400;

export function createOwnWords(): OwnWords {
  const states = new Map<NodeId, Set<string>>();

  return {
    note(before, after) {
      const change = changeBetween(before, after);
      if (change.kind !== 'text') return;
      const id = change.before.attrs['id'] as NodeId | null | undefined;
      if (!id) return;
      const known = states.get(id) ?? new Set();
      states.delete(id);
      states.set(id, known.add(change.before.textContent));
      const [oldestState] = known;
      if (known.size > STATES && oldestState !== undefined) known.delete(oldestState);
      const [oldestBlock] = states.keys();
      if (states.size > BLOCKS && oldestBlock !== undefined) states.delete(oldestBlock);
    },
    restore(tr, gone) {
      for (const block of gone) {
        const id = block.attrs['id'] as NodeId | null | undefined;
        const known = id && states.get(id);
        const place = known && placeOf(tr.doc, id);
        if (!known || !place || place.node.type !== block.type) continue;
        const { textContent } = place.node;
        if (textContent === block.textContent || !known.has(textContent)) continue;
        tr.replaceWith(place.from + 1, place.to - 1, block.content);
      }
      return tr.docChanged;
    },
  };
}
