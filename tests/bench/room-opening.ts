import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { made, opened } from '../support/filled-workspace.ts';

/** How long opening a room takes, beside the bare `Y.applyUpdate` of its snapshot; milliseconds, medians. */
export interface RoomOpening {
  readonly edits: number;
  readonly snapshotBytes: number;
  readonly tail: number;
  readonly fileBytes: number;
  readonly appendMs: number;
  readonly bareMs: Spread;
  readonly openMs: Spread;
  readonly ratio: number;
}

export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
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
    for (let round = 0; round < rounds; round += 1) {
      const startBare = performance.now();
      applyUpdate(new Doc(), snapshot);
      bare.push(performance.now() - startBare);
      const again = opened(path, true);
      const startOpen = performance.now();
      again.rooms.load('text');
      open.push(performance.now() - startOpen);
      tail = again.rooms.size('text').updates;
      again.close();
    }
    const [bareMs, openMs] = [spreadOf(bare), spreadOf(open)];
    return {
      edits,
      snapshotBytes: snapshot.length,
      tail,
      fileBytes: statSync(path).size,
      appendMs,
      bareMs,
      openMs,
      ratio: openMs.median / bareMs.median,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((left, right) => left - right);
  const at = (share: number): number =>
    sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0;
  return { median: at(0.5), low: at(0.1), high: at(0.9) };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  console.log(JSON.stringify(measureRoomOpening(Number(process.argv[2] ?? 100_000)), null, 2));
}
