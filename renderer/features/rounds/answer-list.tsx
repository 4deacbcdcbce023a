import { Button, Group, Loader, SegmentedControl, Table, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconCircle,
  IconCircleCheck,
  IconCircleHalf2,
  IconCopy,
  IconTableExport,
  type Icon,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { AnswerState } from '../../../shared/overview/round-answers.ts';
import type { Institution } from '../../../shared/register/institution.ts';
import type { Round } from '../../../shared/rounds/round.ts';
import { copyText } from '../../client/copy-text.ts';
import { downloadText } from '../../client/start-download.ts';
import { useWords } from '../../client/use-words.ts';
import { dayAndTime } from '../../ui/format-values.ts';
import { useFrame } from '../frame/frame-context.tsx';
import { addressesOf, answersCsv, seenWords, type AnswerRow } from './answer-table.ts';
import classes from './rounds.module.css';
import { useAnswerRows } from './use-answer-rows.ts';

export interface AnswerListProps {
  readonly round: Round;
  readonly institutions: readonly Institution[];
}

const answerStates = ['silent', 'positions', 'statements'] as const satisfies readonly AnswerState[];

/** Not by colour alone: an empty, a half and a full ring. */
const signs: Readonly<Record<AnswerState, Icon>> = {
  silent: IconCircle,
  positions: IconCircleHalf2,
  statements: IconCircleCheck,
};

/** Who has answered in a round and who has to be reminded, with addresses to take along. */
export function AnswerList({ round, institutions }: AnswerListProps) {
  const { rounds, language, frame } = useWords();
  const words = rounds.answers;
  const rows = useAnswerRows(round, institutions);
  const [only, setOnly] = useState<AnswerState | 'all'>('all');
  const shown = (rows ?? []).filter(({ state }) => only === 'all' || state === only);
  const addresses = addressesOf(shown);
  const format = (instant: string): string => dayAndTime(instant, language);
  const copy = (): void => {
    const without = shown.filter(({ emails }) => emails.length === 0).length;
    void copyText(addresses.join('; ')).then((copied) =>
      notifications.show({ message: copied ? words.copied(addresses.length, without) : frame.copyFailed }),
    );
  };
  const count = (state: AnswerState): number => (rows ?? []).filter((row) => row.state === state).length;
  return (
    <section aria-labelledby="round-answers" className={classes['answers']}>
      <Title order={3} size="h4" id="round-answers">
        {words.title}
      </Title>
      {rows === null ? (
        <Loader role="status" aria-label={words.loading} />
      ) : (
        <>
          <Group justify="space-between" my="sm">
            <SegmentedControl
              size="sm"
              aria-label={words.filter}
              value={only}
              onChange={setOnly}
              data={[
                { value: 'all', label: words.all(rows.length) },
                ...answerStates.map((state) => ({ value: state, label: words.of[state](count(state)) })),
              ]}
            />
            <Group gap="xs">
              <Button
                variant="light"
                size="sm"
                leftSection={<IconCopy size={17} />}
                disabled={addresses.length === 0}
                onClick={copy}
              >
                {words.copy(addresses.length)}
              </Button>
              <Button
                variant="default"
                size="sm"
                leftSection={<IconTableExport size={17} />}
                disabled={shown.length === 0}
                onClick={() =>
                  downloadText(answersCsv(shown, words, format), words.file(fileName(round.name)), window)
                }
              >
                {words.save}
              </Button>
            </Group>
          </Group>
          <WithoutAccess count={rows.filter(({ seenAt }) => seenAt === undefined).length} />
          {shown.length === 0 ? <Text>{words.nobody}</Text> : <AnswerTable rows={shown} format={format} />}
        </>
      )}
    </section>
  );
}

/** The way to those who are asked and have nothing to answer with. */
function WithoutAccess({ count }: { readonly count: number }) {
  const words = useWords().rounds.answers;
  const { open } = useFrame();
  if (count === 0) return null;
  return (
    <Group gap="xs" mb="sm">
      <Text size="sm">{words.withoutAccess(count)}</Text>
      <Button size="compact-sm" variant="light" onClick={() => open('sharing')}>
        {words.toSharing}
      </Button>
      <Button size="compact-sm" variant="light" onClick={() => open('packages')}>
        {words.toPackages}
      </Button>
    </Group>
  );
}

interface AnswerTableProps {
  readonly rows: readonly AnswerRow[];
  readonly format: (instant: string) => string;
}

function AnswerTable({ rows, format }: AnswerTableProps) {
  const words = useWords().rounds.answers;
  const { columns } = words;
  return (
    <Table.ScrollContainer minWidth={1000} scrollAreaProps={{ tabIndex: 0 }}>
      <Table verticalSpacing="xs" aria-labelledby="round-answers">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{columns.institution}</Table.Th>
            <Table.Th>{columns.state}</Table.Th>
            <Table.Th className={classes['number'] ?? ''}>{columns.statements}</Table.Th>
            <Table.Th className={classes['number'] ?? ''}>{columns.positions}</Table.Th>
            <Table.Th>{columns.received}</Table.Th>
            <Table.Th>{columns.seen}</Table.Th>
            <Table.Th>{columns.email}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => {
            const Sign = signs[row.state];
            return (
              <Table.Tr key={row.institution.id}>
                <Table.Th scope="row" className={classes['institution'] ?? ''}>
                  {row.institution.name}
                </Table.Th>
                <Table.Td>
                  <span className={classes['answer']} data-state={row.state}>
                    <Sign size={17} aria-hidden />
                    {row.isTakenBack ? words.takenBack : words.states[row.state]}
                  </span>
                </Table.Td>
                <Table.Td className={classes['number'] ?? ''}>{row.statements}</Table.Td>
                <Table.Td className={classes['number'] ?? ''}>{row.positions}</Table.Td>
                <Table.Td>{row.lastReceivedAt === null ? words.never : format(row.lastReceivedAt)}</Table.Td>
                <Table.Td>{seenWords(row.seenAt, words, format)}</Table.Td>
                <Table.Td>
                  {row.emails.length === 0 ? (
                    <Text component="span" c="dimmed" inherit>
                      {words.noAddress}
                    </Text>
                  ) : (
                    row.emails.map((email) => <div key={email}>{email}</div>)
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** What a file may be called everywhere. */
function fileName(name: string): string {
  return name.replaceAll(/[\\/:*?"<>|]+/gu, ' ').trim();
}
