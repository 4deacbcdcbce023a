import { Alert, Button, Center, Group, Loader, Text } from '@mantine/core';
import { useEffect, useMemo, useRef } from 'react';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { useWords } from '../../client/use-words.ts';
import { PrintedText } from '../../ui/printed-text.tsx';
import { WordChanges } from '../../ui/word-changes.tsx';
import classes from './history.module.css';
import type { MomentComparison } from './use-moment-text.ts';

/** With what a moment is compared. */
export type ComparedWith = 'before' | 'now' | 'nothing';

export interface MomentViewProps {
  readonly comparison: MomentComparison;
  readonly hasBefore: boolean;
  readonly compared: ComparedWith;
  /** Null where nothing may be brought back. */
  readonly onRestore: ((id: NodeId, name: string) => void) | null;
}

/** What changed, part by part with the way back to each, and the text with the changes marked in it. */
export function MomentView({ comparison, hasBefore, compared, onRestore }: MomentViewProps) {
  const { history: words, goalPanel, describe, frame } = useWords();
  const { text, changes, error } = comparison;
  const changed = useMemo(
    () => changes.filter(({ status, reworded, moved }) => status !== 'kept' || reworded || moved),
    [changes],
  );
  const wordsById = useMemo(
    () =>
      new Map(
        changed.filter(({ status }) => status !== 'dropped').map((change) => [change.id, change.words]),
      ),
    [changed],
  );
  const page = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    page.current?.querySelector('[data-changes] :is(ins, del)')?.scrollIntoView({ block: 'center' });
  }, [text, changes]);
  if (error !== null) return <Alert color="red">{describe(error)}</Alert>;
  if (text === null) {
    return (
      <Center p="xl">
        <Loader role="status" aria-label={frame.loading} />
      </Center>
    );
  }
  // A text that is compared with today's shows what it said itself; what came later is not in it.
  const isThen = compared === 'now';
  const goals = changed.filter(
    ({ type, status }) => type === 'goal' && status !== (isThen ? 'new' : 'dropped'),
  );
  const dropped = changed.filter(
    ({ status, before }) => status === 'dropped' && before !== null && before.text !== '',
  );
  return (
    <div className={classes['page']} ref={page}>
      {compared === 'before' && !hasBefore && (
        <Text size="sm" c="dimmed">
          {words.noBefore}
        </Text>
      )}
      {compared !== 'nothing' && (hasBefore || isThen) && changed.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.unchanged}
        </Text>
      )}
      {changed.length > 0 && (
        <Group gap="md" mb="md" className={classes['legend'] ?? ''}>
          <WordChanges words={[{ type: 'inserted', text: words.inserted }]} />
          <WordChanges words={[{ type: 'deleted', text: words.deleted }]} />
        </Group>
      )}
      {onRestore !== null && goals.length > 0 && (
        <ul className={classes['goals']}>
          {goals.map(({ id }) => {
            const name = text.references.textOf(id, 'label') ?? text.references.labelOf(id);
            return (
              <li key={id}>
                <Button size="compact-sm" variant="light" onClick={() => onRestore(id, name)}>
                  {words.restoreGoal(name)}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <div data-changes lang={text.profile.language}>
        <PrintedText
          text={text}
          missingReference={goalPanel.missing}
          wordsOf={(id) => {
            const found = wordsById.get(id);
            return found?.some(({ type }) => type !== 'same') === true ? found : undefined;
          }}
        />
      </div>
      {dropped.length > 0 && !isThen && (
        <section aria-label={words.dropped}>
          <Text fw={600} mt="xl">
            {words.dropped}
          </Text>
          {dropped.map((change) => (
            <p key={change.id} className={classes['dropped']} lang={text.profile.language}>
              <WordChanges words={change.words} />
            </p>
          ))}
        </section>
      )}
    </div>
  );
}
