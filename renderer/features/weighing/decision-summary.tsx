import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { WeighingRow } from '../../../shared/weighing/weighing-rows.ts';
import { useWords } from '../../client/use-words.ts';
import { shortDay } from '../../ui/format-values.ts';
import said from '../../ui/said.module.css';
import { ReopenDialog } from './reopen-dialog.tsx';
import type { Weighing } from './use-weighing.ts';
import classes from './weighing.module.css';

/** What holds about a contribution, what the institution says to it, and the way to take it back. */
export function DecisionSummary({
  weighing,
  row,
}: {
  readonly weighing: Weighing;
  readonly row: WeighingRow;
}) {
  const { weighing: words, contributions, language } = useWords();
  const [asks, setAsks] = useState(false);
  const decision = weighing.decided.holding(row.id);
  if (decision === undefined) return null;
  const { outcome, stage, reason, at } = decision;
  const workshop = weighing.workshops.find(({ id }) => id === decision.workshop);
  const label = contributions.outcomes[outcome];
  return (
    <div className={classes['holds']}>
      <Text size="sm" fw={600}>
        {stage === 'proposed' ? words.history.proposed(label) : words.history.decided(label)}
      </Text>
      <Text size="xs" c="dimmed">
        {shortDay(at, language)}
        {workshop !== undefined &&
          ` · ${words.history.workshop(workshop.title, shortDay(workshop.date, language))}`}
      </Text>
      {reason !== '' && <p className={said['body']}>{reason}</p>}
      {row.answer !== null && (
        <Text size="sm">
          {words.history.answered(contributions.replies[row.answer.reply])}
          {row.answer.body !== '' && ` – ${row.answer.body}`}
        </Text>
      )}
      <Button
        className={classes['toggle'] ?? ''}
        variant="subtle"
        color="gray"
        size="compact-xs"
        onClick={() => setAsks(true)}
      >
        {words.reopen.action}
      </Button>
      {asks && <ReopenDialog decision={decision} onClose={() => setAsks(false)} />}
    </div>
  );
}
