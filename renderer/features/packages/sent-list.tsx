import { Alert, Badge, Button, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { SentLine } from '../../../shared/api/package-calls.ts';
import type { InstitutionId } from '../../../shared/ids/ids.ts';
import { listInstitutions } from '../../../shared/rooms/register-room.ts';
import { useRoom } from '../../client/session-context.tsx';
import { useReading } from '../../client/use-reading.ts';
import { useWords } from '../../client/use-words.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { dayAndTime } from '../../ui/format-values.ts';
import { useRounds, useRunningRound } from '../rounds/use-rounds.ts';
import type { SentPackages } from './use-sent-packages.ts';

export interface SentListProps {
  readonly sent: SentPackages;
  /** Asks for another package for an institution of the round that runs. */
  readonly onAnother: (institution: InstitutionId) => void;
}

const colours = { out: 'gray', answered: 'petrol', withdrawn: 'red' } as const;

/** Which packages are out, answered or withdrawn, the newest first; one that was lost can be withdrawn. */
export function SentList({ sent, onAnother }: SentListProps) {
  const { packages: words, language, describe } = useWords();
  const institutions = useReading(useRoom('process').doc, listInstitutions);
  const { rounds } = useRounds();
  const running = useRunningRound();
  const [asked, setAsked] = useState<SentLine | null>(null);
  const [done, setDone] = useState<SentLine | null>(null);
  const nameOf = ({ institution }: SentLine): string =>
    institutions.find(({ id }) => id === institution)?.name ?? institution;
  const roundOf = ({ round }: SentLine): string => rounds.find(({ id }) => id === round)?.name ?? round;
  const lines = (sent.lines ?? []).toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const withdraw = async (line: SentLine): Promise<void> => {
    if (await sent.withdraw(line)) setDone(line);
  };
  const another = ({ institution, round }: SentLine) =>
    running?.round.id === round && institutions.some(({ id }) => id === institution) ? (
      <Button size="compact-sm" variant="default" onClick={() => onAnother(institution)}>
        {words.anotherPackage}
      </Button>
    ) : null;
  return (
    <Stack gap="md">
      <Text maw="46rem">{words.sentHint}</Text>
      {sent.fault !== null && (
        <Alert color="red" role="alert">
          {describe(sent.fault)}
        </Alert>
      )}
      {done !== null && (
        <Alert role="status">
          <Stack gap="xs" align="flex-start">
            {words.withdrawn(nameOf(done))}
            {another(done)}
          </Stack>
        </Alert>
      )}
      {sent.lines?.length === 0 && <Text c="dimmed">{words.noneSent}</Text>}
      {lines.length > 0 && (
        <Table.ScrollContainer minWidth={560}>
          <Table verticalSpacing="xs" aria-label={words.sentTab}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.institution}</Table.Th>
                <Table.Th>{words.sentAt}</Table.Th>
                <Table.Th>{words.state}</Table.Th>
                <Table.Th>{words.action}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map((line) => (
                <Table.Tr key={line.author}>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>
                    {nameOf(line)}
                    <Text size="xs" c="dimmed">
                      {roundOf(line)}
                    </Text>
                  </Table.Td>
                  <Table.Td>{dayAndTime(line.at, language)}</Table.Td>
                  <Table.Td>
                    <Badge variant="light" color={colours[line.state]} tt="none">
                      {words.states[line.state]}
                    </Badge>
                    {line.answeredAt !== null && (
                      <Text size="xs" c="dimmed">
                        {words.answeredOn(dayAndTime(line.answeredAt, language))}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td>
                    {line.state !== 'withdrawn' && (
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={words.withdrawOf(nameOf(line))}
                        onClick={() => setAsked(line)}
                      >
                        {words.withdraw}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {asked !== null && (
        <AskDialog
          title={words.withdrawAsk(nameOf(asked))}
          text={words.withdrawText}
          confirm={words.withdraw}
          onConfirm={() => void withdraw(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </Stack>
  );
}
