import type { CarriedLetters } from './carried-letters.ts';
import { piecesWithin, type Run } from './letter-runs.ts';

/** So many letters a part of a removed text must have in common with a new one to be taken for the same. */
const ENOUGH = 4;

/**
 * Finds where the letters of removed texts went: to the new text of the block that `heirOf` names, else to a new text
 * that reads the same, holds them, or is a part of them. Enters what it finds.
 */
export function pairRuns(
  removed: readonly Run[],
  inserted: readonly Run[],
  heirOf: (run: Run) => unknown,
  carried: CarriedLetters,
): void {
  const taken = new Map<Run, number>();
  for (const old of removed) {
    const heir = heirOf(old);
    const ordered = [
      ...inserted.filter(({ block }) => block === heir),
      ...inserted.filter(({ block }) => block !== heir),
    ];
    const words = old.text.trim();
    for (const young of ordered) {
      const begin = taken.get(young) ?? 0;
      const at = words === '' ? -1 : young.text.indexOf(words, begin);
      if (at >= 0) {
        carry(old, old.text.indexOf(words), young, at, words.length, carried);
        taken.set(young, at + words.length);
        break;
      }
      const part = young.text.trim();
      const within = part.length < ENOUGH || begin > 0 ? -1 : old.text.indexOf(part);
      if (within < 0) continue;
      carry(old, within, young, young.text.indexOf(part), part.length, carried);
      taken.set(young, young.text.length);
    }
  }
}

function carry(
  old: Run,
  from: number,
  young: Run,
  to: number,
  length: number,
  carried: CarriedLetters,
): void {
  carried.add(piecesWithin(old.pieces, from, length), piecesWithin(young.pieces, to, length));
}
