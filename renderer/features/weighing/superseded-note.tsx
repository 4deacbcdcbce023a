import { Alert, Button, Stack, Text } from '@mantine/core';
import type { ContributionId, DecisionId } from '../../../shared/ids/ids.ts';
import type { WeighingRow } from '../../../shared/weighing/weighing-rows.ts';
import { useWords } from '../../client/use-words.ts';
import said from '../../ui/said.module.css';
import classes from './weighing.module.css';

export interface SupersededNoteProps {
  readonly rows: readonly WeighingRow[];
  /** What the person saw to hold about each. */
  readonly seen: ReadonlyMap<ContributionId, DecisionId | null>;
  /** Whether a decision was refused for it. */
  readonly isRefused: boolean;
  readonly onRead: () => void;
}

/** Tells what others have decided since about what is being decided here; nothing where nobody has. */
export function SupersededNote({ rows, seen, isRefused, onRead }: SupersededNoteProps) {
  const { weighing: words, contributions } = useWords();
  const changed = rows.filter(({ id, decision }) => seen.get(id) !== decision);
  if (changed.length === 0 && !isRefused) return null;
  return (
    <Alert
      color="yellow"
      variant="default"
      role="alert"
      style={{ flex: 'none' }}
      title={words.superseded.title}
    >
      <Stack gap="xs">
        <Text size="sm">{isRefused ? words.superseded.refused : words.superseded.text}</Text>
        {changed.map((row) => (
          <div key={row.id} className={classes['holds']}>
            <Text size="sm" fw={600}>
              {row.institutionName}
            </Text>
            <Text size="sm">
              {row.outcome === null
                ? words.superseded.open
                : row.state === 'proposed'
                  ? words.history.proposed(contributions.outcomes[row.outcome])
                  : words.history.decided(contributions.outcomes[row.outcome])}
            </Text>
            {row.reason !== '' && <p className={said['body']}>{row.reason}</p>}
          </div>
        ))}
        <Button size="compact-sm" variant="default" onClick={onRead}>
          {words.superseded.goOn}
        </Button>
      </Stack>
    </Alert>
  );
}
