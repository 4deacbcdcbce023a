import type { BlockChange } from '../../../shared/import/import-view.ts';

/** Corrections with one for each block at most, the newest of each at the end. */
export function withChanges(
  before: readonly BlockChange[],
  added: readonly BlockChange[],
): readonly BlockChange[] {
  const replaced = new Set(added.map(({ block }) => block));
  return [...before.filter(({ block }) => !replaced.has(block)), ...added];
}
