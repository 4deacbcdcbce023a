import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useId, useState } from 'react';
import {
  missingAfter,
  unansweredRows,
  type RegisterAnswer,
} from '../../../shared/register/register-answers.ts';
import type { RegisterRow } from '../../../shared/register/register-preview.ts';
import { useWords } from '../../client/use-words.ts';
import { SimilarRow } from './similar-row.tsx';
import type { ReadList } from './use-register-import.ts';
import classes from './register.module.css';

export interface ImportPreviewProps {
  readonly list: ReadList;
  readonly isBusy: boolean;
  readonly onAnswer: (answers: readonly RegisterAnswer[]) => void;
  readonly onApply: (removeMissing: boolean) => void;
}

const outcomes = ['similar', 'invalid', 'new', 'changed', 'unchanged'] as const;

/** What a list would do, by outcome: what is to be decided first. */
export function ImportPreview({ list, isBusy, onAnswer, onApply }: ImportPreviewProps) {
  const { register: words } = useWords();
  const say = words.importing;
  const [removeMissing, setRemoveMissing] = useState(false);
  const { preview } = list.plan;
  const open = unansweredRows(preview, list.answers);
  const missing = missingAfter(preview, list.answers);
  const writes = preview.rows.some(
    ({ outcome, row }) =>
      outcome === 'new' ||
      outcome === 'changed' ||
      (outcome === 'similar' && list.answers.some((answer) => answer.row === row && answer.as !== 'skip')),
  );
  const isIdle = open.length === 0 && !writes && !(removeMissing && missing.length > 0);
  const mayApply = open.length === 0 && preview.counts.invalid === 0 && !isIdle;
  const hint =
    preview.counts.invalid > 0
      ? say.fixFirst
      : open.length > 0
        ? say.stillOpen(open.length)
        : isIdle
          ? say.nothing
          : '';
  return (
    <Stack gap="lg">
      {preview.unknownHeadings.length > 0 && (
        <Text size="sm">{say.unknownHeadings(preview.unknownHeadings.join(', '))}</Text>
      )}
      {preview.mappedKinds.length > 0 && (
        <Text size="sm">
          {say.mapped(
            preview.mappedKinds.map(([written, readAs]) => say.mappedPair(written, readAs)).join(', '),
          )}
        </Text>
      )}
      {outcomes.map((outcome) => (
        <Rows
          key={outcome}
          outcome={outcome}
          rows={preview.rows.filter((row) => row.outcome === outcome)}
          answers={list.answers}
          onAnswer={onAnswer}
          open={open}
        />
      ))}
      {missing.length > 0 && (
        <div>
          <p className={classes['groupTitle']}>{say.missing(missing.length)}</p>
          <Checkbox
            mb="sm"
            label={say.removeMissing}
            description={say.removeMissingHint}
            checked={removeMissing}
            onChange={({ currentTarget: { checked } }) => setRemoveMissing(checked)}
          />
          <ul className={classes['imported']} tabIndex={0} aria-label={say.missing(missing.length)}>
            {missing.map(({ institution }) => (
              <li key={institution.id}>{institution.name}</li>
            ))}
          </ul>
        </div>
      )}
      <Group justify="flex-end" className={classes['footer'] ?? ''}>
        <Text size="sm" role="status">
          {hint}
        </Text>
        <Button disabled={!mayApply} loading={isBusy} onClick={() => onApply(removeMissing)}>
          {say.apply}
        </Button>
      </Group>
    </Stack>
  );
}

interface RowsProps {
  readonly outcome: (typeof outcomes)[number];
  readonly rows: readonly RegisterRow[];
  readonly answers: readonly RegisterAnswer[];
  readonly open: readonly RegisterRow[];
  readonly onAnswer: (answers: readonly RegisterAnswer[]) => void;
}

function Rows({ outcome, rows, answers, open, onAnswer }: RowsProps) {
  const { register: words, describe } = useWords();
  const say = words.importing;
  const heading = useId();
  if (rows.length === 0) return null;
  const about = (row: RegisterRow): string =>
    row.outcome === 'changed'
      ? say.columns(row.columns.map((column) => say.columnNames[column]).join(', '))
      : say.rowOf(row.row);
  return (
    <section aria-labelledby={heading}>
      <Group justify="space-between">
        <h3 className={classes['groupTitle']} id={heading}>
          {say.outcomes[outcome]} <Text component="span" c="dimmed">{`(${rows.length})`}</Text>
        </h3>
        {outcome === 'similar' && open.length > 1 && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => onAnswer(open.map(({ row }) => ({ row, as: 'new' })))}
          >
            {say.allNew}
          </Button>
        )}
      </Group>
      {outcome === 'similar' ? (
        <ul className={classes['questions']}>
          {rows.map(
            (row) =>
              row.outcome === 'similar' && (
                <SimilarRow
                  key={row.row}
                  row={row}
                  answer={answers.find((answer) => answer.row === row.row)}
                  onAnswer={(answer) => onAnswer([answer])}
                />
              ),
          )}
        </ul>
      ) : (
        <ul className={classes['imported']} tabIndex={0} aria-labelledby={heading}>
          {rows.map((row) => (
            <li key={row.row}>
              {row.outcome === 'invalid' ? (
                describe(row.error)
              ) : (
                <>
                  <span>{row.entry.institution.name}</span>
                  <Text component="span" size="sm" c="dimmed">
                    {about(row)}
                  </Text>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
