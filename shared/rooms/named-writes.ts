import { applyUpdate, type Doc } from 'yjs';

/** Every way in which our own code changes a room. What an editor types is not among them. */
export type WriteName =
  | 'room.load'
  | 'text.document'
  | 'text.header'
  | 'register.upsert'
  | 'register.rename'
  | 'register.remove'
  | 'register.merge'
  | 'register.naming'
  | 'register.undo'
  | 'delegates.write'
  | 'round.write'
  | 'workshop.write'
  | 'reason-block.write'
  | 'decision.write'
  | 'phase.set'
  | 'contribution.draft'
  | 'contribution.submit'
  | 'contribution.answer'
  | 'voices.accept';

/** Origin of the transactions of our own writes, so that undo and relay can tell them from remote ones. */
export interface WriteOrigin {
  readonly write: WriteName;
}

const origins: Readonly<Record<WriteName, WriteOrigin>> = {
  'room.load': { write: 'room.load' },
  'text.document': { write: 'text.document' },
  'text.header': { write: 'text.header' },
  'register.upsert': { write: 'register.upsert' },
  'register.rename': { write: 'register.rename' },
  'register.remove': { write: 'register.remove' },
  'register.merge': { write: 'register.merge' },
  'register.naming': { write: 'register.naming' },
  'register.undo': { write: 'register.undo' },
  'delegates.write': { write: 'delegates.write' },
  'round.write': { write: 'round.write' },
  'workshop.write': { write: 'workshop.write' },
  'reason-block.write': { write: 'reason-block.write' },
  'decision.write': { write: 'decision.write' },
  'phase.set': { write: 'phase.set' },
  'contribution.draft': { write: 'contribution.draft' },
  'contribution.submit': { write: 'contribution.submit' },
  'contribution.answer': { write: 'contribution.answer' },
  'voices.accept': { write: 'voices.accept' },
};

/** The one origin object of a write; Yjs compares origins by identity. */
export function originOf(write: WriteName): WriteOrigin {
  return origins[write];
}

/**
 * Changes a room in one transaction, so that it becomes one update: relayed, stored and undone as a whole.
 * This is the only call of `transact` in the project.
 */
export function performWrite<T>(doc: Doc, write: WriteName, work: () => T): T {
  return doc.transact(work, originOf(write));
}

/** Applies stored updates as one change. Throws where one of them is no Yjs update. */
export function applyStored(doc: Doc, updates: readonly Uint8Array[]): void {
  performWrite(doc, 'room.load', () => {
    for (const update of updates) applyUpdate(doc, update);
  });
}
