import { Doc, applyUpdate, encodeStateAsUpdate } from 'yjs';
import { base64ToBytes, bytesToBase64 } from './base64.ts';

/** How far the work is kept by this browser. */
export type KeptState = 'kept' | 'not-kept';

/** Keeps the work on one package in this browser, as far as it lets pages keep anything. */
export interface KeptWork {
  /** What was kept before; null where nothing was, or it cannot be read. */
  load(): Uint8Array | null;
  /** Keeps a state, together with what another tab has kept meanwhile; says whether it is kept now. */
  save(state: Uint8Array): KeptState;
}

/** Keeps under the hash of the package, so that two packages never meet. `storage` gives null or throws where it is off. */
export function createKeptWork(storage: () => Storage | null, hash: string): KeptWork {
  const key = `leitbild ${hash}`;
  const load = (): Uint8Array | null => {
    try {
      const stored = storage()?.getItem(key) ?? null;
      return stored === null ? null : base64ToBytes(stored);
    } catch {
      // Browsers throw where pages may keep nothing; then nothing was kept.
      return null;
    }
  };
  return {
    load,
    save(state) {
      try {
        const kept = load();
        const store = storage();
        if (store === null) return 'not-kept';
        const text = bytesToBase64(kept === null ? state : merged(kept, state));
        store.setItem(key, text);
        return store.getItem(key) === text ? 'kept' : 'not-kept';
      } catch {
        // Full, or not allowed: whoever writes is told, and can keep the work as a file.
        return 'not-kept';
      }
    },
  };
}

function merged(one: Uint8Array, other: Uint8Array): Uint8Array {
  const doc = new Doc();
  applyUpdate(doc, one);
  applyUpdate(doc, other);
  const state = encodeStateAsUpdate(doc);
  doc.destroy();
  return state;
}
