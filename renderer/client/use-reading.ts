import { useMemo, useSyncExternalStore } from 'react';
import type { Doc, Transaction } from 'yjs';

/** What is computed from a room, the same value until the room changes. */
export interface Reading<T> {
  readonly current: () => T;
  /** Calls back after changes. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Reads a room anew after changes, when somebody looks. */
export function createReading<T>(doc: Doc, read: (doc: Doc) => T): Reading<T> {
  const listeners = new Set<() => void>();
  let known: { readonly value: T } | null = null;
  let frame: number | null = null;
  const tell = (): void => {
    if (frame !== null) cancelAnimationFrame(frame);
    frame = null;
    known = null;
    for (const listener of [...listeners]) listener();
  };
  /** What is done here is shown at once, what others do with the next frame. */
  const changed = (_update: Uint8Array, _origin: unknown, _doc: Doc, { local }: Transaction): void => {
    if (local) tell();
    else frame ??= requestAnimationFrame(tell);
  };
  return {
    current: () => (known ??= { value: read(doc) }).value,
    subscribe(listener) {
      if (listeners.size === 0) {
        doc.on('update', changed);
        // What changed while nobody listened is not known.
        known = null;
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        doc.off('update', changed);
        if (frame !== null) cancelAnimationFrame(frame);
        frame = null;
      };
    },
  };
}

/** What is computed from a room, followed. `read` has to be the same function at each rendering. */
export function useReading<T>(doc: Doc, read: (doc: Doc) => T): T {
  const reading = useMemo(() => createReading(doc, read), [doc, read]);
  return useSyncExternalStore(reading.subscribe, reading.current);
}
