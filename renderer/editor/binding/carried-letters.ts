import type { LetterId, Piece } from './letter-runs.ts';

/** Which letter of the room became which when an edit rewrote a text: Yjs makes what is moved or joined anew. */
export interface CarriedLetters {
  /** Enters that the letters of the first pieces became those of the second, which must be as many. */
  add(from: readonly Piece[], to: readonly Piece[]): void;
  /** What a letter became, if it was carried. */
  heirOf(id: LetterId): LetterId | undefined;
}

interface Range {
  readonly clock: number;
  readonly length: number;
  readonly to: LetterId;
}

export function createCarriedLetters(): CarriedLetters {
  const ranges = new Map<number, Range[]>();

  return {
    add(from, to) {
      let [source, target] = [0, 0];
      let [used, filled] = [0, 0];
      for (;;) {
        const [old, young] = [from[source], to[target]];
        if (!old || !young) return;
        const length = Math.min(old.text.length - used, young.text.length - filled);
        const known = ranges.get(old.id.client) ?? [];
        ranges.set(old.id.client, known);
        known.push({
          clock: old.id.clock + used,
          length,
          to: { client: young.id.client, clock: young.id.clock + filled },
        });
        used += length;
        filled += length;
        if (used === old.text.length) [source, used] = [source + 1, 0];
        if (filled === young.text.length) [target, filled] = [target + 1, 0];
      }
    },
    heirOf({ client, clock }) {
      const range = ranges
        .get(client)
        ?.findLast((known) => clock >= known.clock && clock < known.clock + known.length);
      return range && { client: range.to.client, clock: range.to.clock + clock - range.clock };
    },
  };
}
