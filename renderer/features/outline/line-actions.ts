import type { useWords } from '../../client/use-words.ts';
import type { OutlineAction } from './outline-actions.ts';
import type { OutlineLine } from './outline-lines.ts';

/** What the outline itself can do with a line, where the text may be written. */
export interface LineMoves {
  readonly rename: (line: OutlineLine) => void;
  readonly step: (line: OutlineLine, direction: 'up' | 'down') => void;
}

/** Whether a line has a heading of its own, which can be changed in the outline. */
export function hasHeading({ type }: OutlineLine): boolean {
  return type !== 'goal' && type !== 'participants';
}

/** The lines of the menu: what the text can do with the line, and what the outline can. */
export function lineActions(
  line: OutlineLine,
  ofText: readonly OutlineAction[],
  moves: LineMoves | null,
  words: ReturnType<typeof useWords>['outline'],
): readonly OutlineAction[] {
  if (moves === null) return ofText;
  const own: OutlineAction[] = [
    { id: 'up', label: words.moveUp, group: 4, keys: 'Alt+ArrowUp', run: () => moves.step(line, 'up') },
    {
      ...{ id: 'down', label: words.moveDown, group: 4, keys: 'Alt+ArrowDown' },
      run: () => moves.step(line, 'down'),
    },
  ];
  if (hasHeading(line)) {
    own.push({ id: 'rename', label: words.rename, group: 2, keys: 'F2', run: () => moves.rename(line) });
  }
  return [...ofText, ...own].sort((left, right) => left.group - right.group);
}
