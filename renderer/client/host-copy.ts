import { applyUpdate, Doc, encodeStateAsUpdate, mergeUpdates } from 'yjs';

/** What of a room the host is known to have on its disk, beside what was written here since. */
export interface HostCopy {
  /** Came from the host. */
  received(update: Uint8Array): void;
  /** Was written here; the host may not have it yet. */
  wrote(update: Uint8Array): void;
  /** The host has all that was written here. */
  confirm(): void;
  /** All that it has, as one update. */
  read(): Uint8Array;
  close(): void;
}

/** So many updates are put together at once: writing does not wait for each to be applied a second time. */
const BATCH = 256;

/** Follows what a host has. Updates are only collected while somebody writes, and applied when there are many. */
export function createHostCopy(): HostCopy {
  const doc = new Doc();
  let known: Uint8Array[] = [];
  let own: Uint8Array[] = [];
  const apply = (): void => {
    if (known.length > 0) applyUpdate(doc, mergeUpdates(known));
    known = [];
  };
  const add = (updates: readonly Uint8Array[]): void => {
    known.push(...updates);
    if (known.length >= BATCH) apply();
  };
  return {
    received: (update) => add([update]),
    wrote(update) {
      own.push(update);
      if (own.length >= BATCH) own = [mergeUpdates(own)];
    },
    confirm() {
      const confirmed = own;
      own = [];
      add(confirmed);
    },
    read() {
      apply();
      return encodeStateAsUpdate(doc);
    },
    close: () => doc.destroy(),
  };
}
