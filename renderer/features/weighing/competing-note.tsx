import { Text } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import type { ContributionId } from '../../../shared/ids/ids.ts';
import type { CompetingWording } from '../../../shared/weighing/competing-wordings.ts';
import { useWords } from '../../client/use-words.ts';
import { ChangedWording } from '../../ui/wording-difference.tsx';
import said from '../../ui/said.module.css';
import { WordConflicts } from './word-conflicts.tsx';
import classes from './weighing.module.css';

export interface CompetingNoteProps {
  readonly competing: CompetingWording;
  readonly nameOf: (contribution: ContributionId) => string;
  /** Why the text that its author read is not there yet; null where it is, or where nobody has it. */
  readonly missing: 'loading' | 'failed' | null;
}

/** A proposed wording: what it changes, how it stands to the text of today, and with which others it cannot go. */
export function CompetingNote({ competing, nameOf, missing }: CompetingNoteProps) {
  const words = useWords().weighing;
  const { placed, againstBase, againstToday, conflictsWith, agreesWith, statement } = competing;
  const { rebased } = placed;
  const namesOf = (ids: readonly ContributionId[]): string =>
    [...new Set(ids.map(nameOf))].map((name) => `„${name}“`).join(', ');
  return (
    <>
      {conflictsWith.length > 0 && (
        <p className={classes['contradicts']}>
          <IconArrowsDiff size={16} stroke={1.8} aria-hidden />
          <span>{words.contradicts(namesOf(conflictsWith))}</span>
        </p>
      )}
      {agreesWith.length > 0 && <p className={classes['agrees']}>{words.agreesWith(namesOf(agreesWith))}</p>}
      <div>
        <Text size="xs" c="dimmed" mb={2}>
          {againstToday === null ? words.desk.againstBase : words.desk.againstToday}
        </Text>
        <ChangedWording changes={againstToday ?? againstBase} isStruck={statement.wording === ''} />
      </div>
      {rebased.state !== 'unchanged' && (
        <p className={said['caution']} data-rebased={rebased.state}>
          {rebased.state === 'base-gone' && missing !== null
            ? words.baseMissing[missing]
            : words.placed[rebased.state]}
        </p>
      )}
      {rebased.state === 'conflict' && <WordConflicts conflicts={rebased.conflicts} />}
    </>
  );
}
