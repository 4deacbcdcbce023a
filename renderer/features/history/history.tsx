import { Alert, Button, Center, Group, Loader, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconHistory } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { createId } from '../../client/create-id.ts';
import { useApi } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { FullView } from '../../ui/full-view.tsx';
import { dayAndTime } from '../../ui/format-values.ts';
import { useFrame } from '../frame/frame-context.tsx';
import type { ViewProps } from '../frame/view-props.ts';
import classes from './history.module.css';
import { MomentView, type ComparedWith } from './moment-view.tsx';
import { restoreDocument, restoreGoalOf } from './restore.ts';
import { Timeline } from './timeline.tsx';
import { useMomentText } from './use-moment-text.ts';
import { useMoments } from './use-moments.ts';

/** How the draft came about: who changed what when, the text at any moment, and the way back to it. */
export function History({ onClose }: ViewProps) {
  const { history: words, describe, language, frame: frameWords } = useWords();
  const { editor, mayWrite, phase } = useFrame();
  const api = useApi();
  const { moments, error, more } = useMoments();
  const settle = useCallback(() => void api('history.settle', {}), [api]);
  useEffect(settle, [settle]);
  const [chosen, setChosen] = useState<number | null>(null);
  const [compared, setCompared] = useState<ComparedWith>('before');
  const [isAsking, setAsking] = useState(false);

  const current = moments?.find(({ id }) => id === chosen) ?? moments?.[0] ?? null;
  const index = moments?.findIndex(({ id }) => id === current?.id) ?? -1;
  const before = moments?.[index + 1] ?? null;
  const comparison = useMomentText(current?.id ?? null, compared, before?.id ?? null);

  const say = (message: string): void => {
    const id = `restored-${String(Date.now())}`;
    notifications.show({
      id,
      autoClose: 12_000,
      message: (
        <>
          {message}{' '}
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => {
              editor?.commands.undo();
              notifications.hide(id);
            }}
          >
            {words.undo}
          </Button>
        </>
      ),
    });
  };
  /** The text as it is now must be in the history before it is replaced. */
  const ask = (): void => {
    settle();
    setAsking(true);
  };
  const restoreAll = (): void => {
    setAsking(false);
    if (editor === null || comparison.text === null) return;
    if (restoreDocument(editor, comparison.text.document) === 'done') say(words.restored);
    else notifications.show({ message: words.restoreSame });
  };
  const restoreOne = (id: NodeId, name: string): void => {
    if (editor === null || comparison.text === null) return;
    settle();
    const result = restoreGoalOf(editor, comparison.text.document, id, createId);
    if (result === 'done') say(words.restoredGoal(name));
    else notifications.show({ message: result === 'same' ? words.restoreSame : words.restoreGone });
  };

  return (
    <FullView title={words.title} closeLabel={frameWords.close} onClose={onClose}>
      <div className={classes['history']}>
        <section className={classes['timeline']} aria-label={words.timeline}>
          {moments === null && error === null && (
            <Center p="xl">
              <Loader role="status" aria-label={frameWords.loading} />
            </Center>
          )}
          {error !== null && (
            <Alert m="md" color="red" title={words.title}>
              {describe(error)}
            </Alert>
          )}
          {moments?.length === 0 && (
            <Stack align="center" gap={6} p="xl" ta="center">
              <IconHistory size={32} stroke={1.3} aria-hidden />
              <Text fw={600}>{words.empty}</Text>
              <Text size="sm" c="dimmed">
                {words.emptyText}
              </Text>
            </Stack>
          )}
          {moments !== null && moments.length > 0 && (
            <Timeline moments={moments} current={current?.id ?? null} onChoose={setChosen} onMore={more} />
          )}
        </section>
        {current !== null && (
          <section className={classes['text']} aria-label={words.textOf(dayAndTime(current.to, language))}>
            <div className={classes['tools']}>
              <Group gap="sm">
                <Text size="sm" id="history-compare">
                  {words.compare}
                </Text>
                <SegmentedControl
                  size="xs"
                  aria-labelledby="history-compare"
                  value={compared}
                  onChange={setCompared}
                  data={[
                    { value: 'before', label: words.withBefore },
                    { value: 'now', label: words.withNow },
                    { value: 'nothing', label: words.plain },
                  ]}
                />
              </Group>
              {mayWrite ? (
                <Button size="compact-md" onClick={ask} disabled={comparison.text === null}>
                  {words.restoreAll}
                </Button>
              ) : (
                phase.text === 'locked' && (
                  <Text size="sm" c="dimmed">
                    {words.locked}
                  </Text>
                )
              )}
            </div>
            <div className={classes['scroll']} tabIndex={0} role="group" aria-label={words.title}>
              <MomentView
                comparison={comparison}
                hasBefore={before !== null}
                compared={compared}
                onRestore={mayWrite ? restoreOne : null}
              />
            </div>
          </section>
        )}
      </div>
      <Modal
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={words.restoreAsk}
        closeButtonProps={{ 'aria-label': frameWords.close }}
      >
        <Text>{words.restoreHint}</Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={() => setAsking(false)}>
            {frameWords.cancel}
          </Button>
          <Button onClick={restoreAll}>{words.restoreAll}</Button>
        </Group>
      </Modal>
    </FullView>
  );
}
