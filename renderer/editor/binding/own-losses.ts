import { Item, XmlElement, type Doc, type Transaction } from 'yjs';
import { partOf } from './letter-runs.ts';
import { attributeOf } from './read-removed.ts';
import { deletedItems, isGone, isNew, keep } from './removals.ts';

/** What this editor's user wrote into parts that others removed. */
export interface OwnLosses {
  /**
   * Keeps Yjs from forgetting words that went with a transaction of others, so that they can still be sent to who
   * removed what they were in. Says whether a part is back in which such words had been.
   */
  receive(transaction: Transaction): boolean;
}

export function createOwnLosses(doc: Doc): OwnLosses {
  const missed = new Set<string>();

  return {
    receive(transaction) {
      const isOwn = ({ id, parent }: Item): boolean =>
        id.client === doc.clientID && isGone(parent as XmlElement);
      const lost = deletedItems(transaction, isOwn);
      if (lost.length === 0 && missed.size === 0) return false;
      const made = madeBy(transaction, doc);
      const isBack = [...missed].some((id) => made.has(id));
      for (const id of made) missed.delete(id);
      for (const item of lost) {
        keep(item);
        const id = idAround(item);
        if (id !== undefined && !made.has(id)) missed.add(id);
      }
      return isBack;
    },
  };
}

/** The id of the innermost part that an item stood in. */
function idAround(item: Item): string | undefined {
  for (let type: unknown = item.parent; type; type = (type as { readonly parent: unknown }).parent) {
    const id = type instanceof XmlElement ? attributeOf(type as XmlElement, 'id') : undefined;
    if (typeof id === 'string') return id;
  }
  return undefined;
}

/** The ids of the elements that came with a transaction. */
function madeBy(transaction: Transaction, doc: Doc): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [client, structs] of doc.store.clients) {
    if (transaction.afterState.get(client) === transaction.beforeState.get(client)) continue;
    for (const struct of structs.toReversed()) {
      if (!(struct instanceof Item)) continue;
      if (!isNew(struct, transaction)) break;
      const type = partOf(struct);
      const id = type instanceof XmlElement && !struct.deleted ? attributeOf(type, 'id') : undefined;
      if (typeof id === 'string') ids.add(id);
    }
  }
  return ids;
}
