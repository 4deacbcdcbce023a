import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { made, opened } from '../support/filled-workspace.ts';
import { longHistory } from './long-history.ts';

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
    const { doc, updates } = longHistory(edits);
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
