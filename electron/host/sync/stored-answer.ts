import { mergeUpdates } from 'yjs';
import { step2Frame, updateFrame } from './sync-messages.ts';

/** A longer tail is built: merging takes more than linear time. */
const MOST_UPDATES = 500;

/**
 * The answer to the step 1 of somebody who has nothing, made of what the file holds without building it; `null` where
 * building is cheaper. The tail goes first, where it waits for the snapshot, so that with its step 2 a client has all.
 */
export function storedAnswer(stored: {
  readonly snapshot: Uint8Array | null;
  readonly tail: readonly Uint8Array[];
}): Buffer | null {
  const { snapshot, tail } = stored;
  if (snapshot === null || tail.length > MOST_UPDATES) return null;
  const all = step2Frame(snapshot);
  return tail.length === 0 ? all : Buffer.concat([updateFrame(mergeUpdates([...tail])), all]);
}
