import { useMemo, useSyncExternalStore } from 'react';
import type { Doc, Transaction } from 'yjs';
import { useReadings } from './session-context.tsx';

/** What is computed from a room, the same value until the room changes. */
export interface Reading<T> {
  readonly current: () => T;
  /** Calls back after changes. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Reads a room anew after changes, when somebody looks. `read` is told what it read last, so as to read only what is new. */
export function createReading<T>(doc: Doc, read: (doc: Doc, last: T | null) => T): Reading<T> {
  const listeners = new Set<() => void>();
  let known: { readonly value: T } | null = null;
  let last: T | null = null;
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
    current: () => {
      known ??= { value: (last = read(doc, last)) };
      return known.value;
    },
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

/** Readings that are shared by all who ask for the same one. */
export interface Readings {
  of<T>(doc: Doc, read: (doc: Doc, last: T | null) => T): Reading<T>;
}

/** Makes readings that live as long as their room, and as whoever reads. */
export function createReadings(): Readings {
  const known = new WeakMap<Doc, WeakMap<object, unknown>>();
  return {
    of<T>(doc: Doc, read: (doc: Doc, last: T | null) => T): Reading<T> {
      const ofDoc = known.get(doc) ?? new WeakMap<object, unknown>();
      known.set(doc, ofDoc);
      // Under each function stands what it reads.
      const reading = (ofDoc.get(read) as Reading<T> | undefined) ?? createReading(doc, read);
      ofDoc.set(read, reading);
      return reading;
    },
  };
}

/** What is computed from a room, followed. `read` has to be the same function at each rendering. */
export function useReading<T>(doc: Doc, read: (doc: Doc, last: T | null) => T): T {
  const readings = useReadings();
  const reading = useMemo(
    () => (readings === null ? createReading(doc, read) : readings.of(doc, read)),
    [readings, doc, read],
  );
  return useSyncExternalStore(reading.subscribe, reading.current);
}
