import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { made, opened } from '../support/filled-workspace.ts';

/** How long opening a room takes, beside the bare `Y.applyUpdate` of its snapshot. */
export interface RoomOpening {
  readonly edits: number;
  readonly snapshotBytes: number;
  /** Updates behind the snapshot in the file that was opened. */
  readonly tail: number;
  readonly fileBytes: number;
  readonly appendMs: number;
  /** Milliseconds, one per round; both of a round one right after the other. */
  readonly bare: readonly number[];
  readonly open: readonly number[];
}

/**
 * Writes `edits` single edits (insertions of a few letters at scattered places, one in six a deletion) into a room,
 * closes the file, and opens the room again and again, each time from a file opened anew.
 */
export function measureRoomOpening(edits: number, rounds = 15): RoomOpening {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const path = join(folder, 'a.leitbild');
  try {
    const workspace = made(path);
    const doc = new Doc();
    const text = doc.getText('t');
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    // A fixed sequence of scattered places (Lehmer's generator), the same in each run.
    let state = 4711;
    const next = (below: number): number => {
      state = (state * 48271) % 2147483647;
      return state % below;
    };
    for (let edit = 0; edit < edits; edit += 1) {
      if (edit % 6 === 5 && text.length > 10) text.delete(next(text.length - 3), 2);
      else text.insert(next(text.length + 1), 'abc'.slice(0, 1 + next(3)));
    }
    const begin = performance.now();
    for (let from = 0; from < updates.length; from += 100) {
      workspace.transaction(() => {
        for (const update of updates.slice(from, from + 100)) workspace.rooms.append('text', update);
      });
    }
    const appendMs = performance.now() - begin;
    workspace.close();
    const snapshot = encodeStateAsUpdate(doc);
    const bare: number[] = [];
    const open: number[] = [];
    let tail = 0;
    // The first round warms up.
    for (let round = 0; round <= rounds; round += 1) {
      const again = opened(path, true);
      const measureBare = (): void => {
        globalThis.gc?.();
        const start = performance.now();
        applyUpdate(new Doc(), snapshot);
        if (round > 0) bare.push(performance.now() - start);
      };
      const measureOpen = (): void => {
        globalThis.gc?.();
        const start = performance.now();
        again.rooms.load('text');
        if (round > 0) open.push(performance.now() - start);
      };
      // Neither always goes first, since the second finds warmer caches.
      for (const measure of round % 2 === 0 ? [measureBare, measureOpen] : [measureOpen, measureBare])
        measure();
      tail = again.rooms.size('text').updates;
      again.close();
    }
    return {
      edits,
      snapshotBytes: snapshot.length,
      tail,
      fileBytes: statSync(path).size,
      appendMs,
      bare,
      open,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
