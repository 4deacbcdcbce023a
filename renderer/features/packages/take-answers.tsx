import { Alert, Button, Checkbox, FileButton, Group, Loader, Stack, Text } from '@mantine/core';
import { useState, type DragEvent } from 'react';
import type { AnswerReport } from '../../../shared/api/package-calls.ts';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { ANSWER_ENDING } from '../../../shared/packages/package-files.ts';
import { useWords } from '../../client/use-words.ts';
import { AnswerTable } from './answer-table.tsx';
import { chosenOf, countToTake, type Choice } from './choice.ts';
import classes from './packages.module.css';
import { useAnswers } from './use-answers.ts';

/** Reads answers, shows what is in them before anything is taken, and takes what was chosen. */
export function TakeAnswers({ onJump }: { readonly onJump: (node: NodeId) => void }) {
  const { packages: words, describe } = useWords();
  const { inspection, fault, applied, work, progress, choose, apply, cancel } = useAnswers();
  const [choice, setChoice] = useState<Choice>(new Map());
  const [takeLate, setTakeLate] = useState(false);
  const usable = (inspection?.answers ?? []).filter((one): one is AnswerReport => one.fault === null);
  const wanted = usable.flatMap((report) => {
    const { answer, counts } = report;
    const count = countToTake(choice, report, takeLate);
    return count > 0
      ? [{ answer, records: chosenOf(choice, answer), count, isAll: count === counts.new }]
      : [];
  });
  const isPartly = wanted.some(({ isAll }) => !isAll);
  const entries = wanted.reduce((sum, { count }) => sum + count, 0);
  const take = async (): Promise<void> => {
    const isDone = await apply(
      wanted.map(({ answer, records }) => ({ answer, records })),
      takeLate,
    );
    // What was left out before stays so.
    if (isDone) setChoice(new Map(Array.from(choice, ([answer]) => [answer, new Set()])));
  };
  const begin = (file: File | null | undefined): void => {
    if (file === null || file === undefined || work !== null) return;
    setChoice(new Map());
    setTakeLate(false);
    void choose(file);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    begin(event.dataTransfer.files[0]);
  };
  return (
    <Stack
      gap="md"
      className={classes['take'] ?? ''}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <Text maw="46rem">{words.takeHint}</Text>
      <Group gap="sm">
        <FileButton
          accept={`.${ANSWER_ENDING},.zip`}
          inputProps={{ 'aria-label': words.choose }}
          onChange={begin}
        >
          {({ onClick }) => (
            <Button
              onClick={onClick}
              disabled={work !== null}
              variant={inspection === null ? 'filled' : 'default'}
            >
              {inspection === null ? words.choose : words.another}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          {words.drop}
        </Text>
      </Group>
      {work !== null && (
        <Group gap="sm" role="status">
          <Loader size="sm" />
          <Text>
            {work === 'reading' ? words.reading : words.applying}
            {progress !== null && progress.total > 1 && ` ${String(progress.done)}/${String(progress.total)}`}
          </Text>
          <Button size="compact-sm" variant="default" onClick={cancel}>
            {words.cancel}
          </Button>
        </Group>
      )}
      {fault !== null && (
        <Alert color="red" role="alert">
          {describe(fault)}
        </Alert>
      )}
      {applied !== null && <Alert role="status">{words.applied(applied)}</Alert>}
      {inspection !== null && (
        <>
          <AnswerTable {...{ inspection, choice, takeLate, onJump }} onChoose={setChoice} />
          {usable.some(({ late }) => late.length > 0) && (
            <Checkbox
              label={words.takeLate}
              checked={takeLate}
              onChange={({ currentTarget: { checked } }) => setTakeLate(checked)}
            />
          )}
          <Button w="fit-content" disabled={wanted.length === 0 || work !== null} onClick={() => void take()}>
            {isPartly ? words.applyEntries(entries) : words.apply(wanted.length)}
          </Button>
        </>
      )}
    </Stack>
  );
}
