import { Button, Loader, Text, UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useMemo, useState } from 'react';
import { diffWords } from '../../../shared/diff/word-diff.ts';
import { unitsOf } from '../../../shared/diff/document-units.ts';
import type { Moment, MomentText } from '../../../shared/history/moment.ts';
import { createId } from '../../client/create-id.ts';
import { numberedText } from '../../client/live-text.ts';
import { useApi } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { dayAndTime } from '../../ui/format-values.ts';
import { PrintedText } from '../../ui/printed-text.tsx';
import { useFrame, useText } from '../frame/frame-context.tsx';
import { authorsOf } from '../history/moment-words.ts';
import { restoreGoalOf, restorePart } from '../history/restore.ts';
import { useMoments } from '../history/use-moments.ts';
import { nameOf, type OutlineLine } from '../outline/outline-lines.ts';
import classes from './goal-panel.module.css';
import { findNode } from './node-facts.ts';
import { PanelSection } from './panel-section.tsx';

const MOST = 8;

/** When the selected goal changed and by whom; its wording then can be looked at and brought back. */
export function HistorySection({ line }: { readonly line: OutlineLine }) {
  const { goalPanel: words, history, language } = useWords();
  const { open } = useFrame();
  const { moments } = useMoments();
  const [shown, setShown] = useState<number | null>(null);
  const own = useMemo(
    () => (moments ?? []).filter((moment) => touches(moment, line.id)).slice(0, MOST),
    [moments, line.id],
  );
  return (
    <PanelSection title={words.history}>
      {moments === null && <Loader size="xs" role="status" aria-label={words.loading} />}
      {moments !== null && own.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.noHistory}
        </Text>
      )}
      <Text size="xs" c="dimmed" mb={6}>
        {words.recentHistory}
      </Text>
      <ul className={classes['list']}>
        {own.map((moment) => (
          <li key={moment.id}>
            <UnstyledButton
              className={classes['moment'] ?? ''}
              aria-expanded={shown === moment.id}
              onClick={() => setShown((before) => (before === moment.id ? null : moment.id))}
            >
              <Text size="sm">{dayAndTime(moment.to, language)}</Text>
              <Text size="xs" c="dimmed">
                {[history.causes[moment.cause](moment.label), authorsOf(moment, history)].join(', ')}
              </Text>
            </UnstyledButton>
            {shown === moment.id && <WordingThen moment={moment} line={line} />}
          </li>
        ))}
      </ul>
      <UnstyledButton className={classes['link'] ?? ''} onClick={() => open('history')}>
        {words.openHistory}
      </UnstyledButton>
    </PanelSection>
  );
}

function touches({ authors, removed }: Moment, id: string): boolean {
  return (
    authors.some(({ touched }) => touched.some((part) => part.id === id)) ||
    removed.some((part) => part.id === id)
  );
}

/** The wording at the end of a moment, marked where today's differs, and the way back to it. */
function WordingThen({ moment, line }: { readonly moment: Moment; readonly line: OutlineLine }) {
  const { goalPanel: words, history } = useWords();
  const api = useApi();
  const { editor, mayWrite } = useFrame();
  const now = useText();
  const [then, setThen] = useState<MomentText | null>(null);
  useEffect(() => {
    let isGone = false;
    void api('history.at', { moment: String(moment.id) }).then((answer) => {
      if (answer.ok && !isGone) setThen(answer.value);
    });
    return () => {
      isGone = true;
    };
  }, [api, moment.id]);
  const text = useMemo(() => (then === null ? null : numberedText(then.document, then.profile)), [then]);
  const nowWords = useMemo(
    () => new Map((now === null ? [] : unitsOf(now.document)).map((unit) => [unit.id, unit.text])),
    [now],
  );
  const thenWords = useMemo(
    () => new Map((text === null ? [] : unitsOf(text.document)).map((unit) => [unit.id, unit.text])),
    [text],
  );
  if (text === null) return <Loader size="xs" role="status" aria-label={words.loading} />;
  const node = findNode(text.document, line.id);
  if (node === null) return <Text size="sm">{history.restoreGone}</Text>;
  const restore = (): void => {
    if (editor === null) return;
    const result =
      node.type === 'goal'
        ? restoreGoalOf(editor, text.document, line.id, createId)
        : restorePart(editor, line.id, node);
    const message = {
      done: history.restoredGoal(nameOf(line)),
      same: history.restoreSame,
      gone: history.restoreGone,
    }[result];
    notifications.show({ message });
  };
  return (
    <>
      <div className={classes['wording']} role="group" aria-label={words.show}>
        <PrintedText
          text={text}
          node={node}
          missingReference={words.missing}
          wordsOf={(id) => {
            const before = thenWords.get(id);
            const after = nowWords.get(id);
            return before === undefined || after === undefined || before === after
              ? undefined
              : diffWords(after, before);
          }}
        />
      </div>
      {mayWrite && (
        <Button size="compact-sm" variant="light" onClick={restore}>
          {words.restore}
        </Button>
      )}
    </>
  );
}
