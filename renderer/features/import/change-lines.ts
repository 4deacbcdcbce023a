import type { AppWords } from '../../words/app-words.ts';
import type { PresentChanges } from './present-changes.ts';

/** What would change, one phrase for each thing that there is. */
export function changeLines({ goals, other }: PresentChanges, say: AppWords['import']): readonly string[] {
  const kinds = ['kept', 'reworded', 'moved', 'new', 'dropped'] as const;
  return [
    ...kinds.filter((kind) => goals[kind] > 0).map((kind) => say.changes[kind](goals[kind])),
    ...(other > 0 ? [say.changes.other(other)] : []),
  ];
}
