import { createOverlapIndex, shinglesOf } from './overlap-index.ts';
import type { TextUnit } from './text-units.ts';

/** Share of common word pairs from which two texts are versions of one. */
const ALIKE = 0.45;

/**
 * For each unit of `next`, in order, the most similar unit of `present` that is still free, or none. Deterministic:
 * of equals the first wins. Linear in the number of words: pairs of words that stand in very many units do not count.
 */
export function findSimilar(
  present: readonly TextUnit[],
  next: readonly TextUnit[],
  isFree: (unit: TextUnit) => boolean,
  take: (unit: TextUnit, of: TextUnit) => void,
): void {
  if (present.length === 0 || next.length === 0) return;
  const index = createOverlapIndex(present.map((unit) => unit.text));
  for (const unit of next) {
    const best = index.best(shinglesOf(unit.text), (candidate) => {
      const other = present[candidate];
      return other !== undefined && other.unitClass === unit.unitClass && isFree(other);
    });
    const found = best && best.share >= ALIKE ? present[best.index] : undefined;
    if (found) take(unit, found);
  }
}
