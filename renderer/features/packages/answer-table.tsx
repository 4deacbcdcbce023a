import { Button, Checkbox, Table, Text } from '@mantine/core';
import { Fragment, useState } from 'react';
import type { AnswerReport, PackageInspection } from '../../../shared/api/package-calls.ts';
import type { NodeId, Sha256 } from '../../../shared/ids/ids.ts';
import { listInstitutions } from '../../../shared/rooms/register-room.ts';
import { useRoom } from '../../client/session-context.tsx';
import { useReading } from '../../client/use-reading.ts';
import { useWords } from '../../client/use-words.ts';
import type { germanPackages } from '../../words/de/packages.ts';
import { AnswerLines } from './answer-lines.tsx';
import { chooseAnswer, countToTake, takableOf, type Choice } from './choice.ts';

export interface AnswerTableProps {
  readonly inspection: PackageInspection;
  readonly choice: Choice;
  /** Whether what came after the end of its round is taken, too. */
  readonly takeLate: boolean;
  readonly onChoose: (choice: Choice) => void;
  readonly onJump: (node: NodeId) => void;
}

/** The answers of an inspection, one row each: who speaks, what is in it, what to know before it is taken. */
export function AnswerTable({ inspection, choice, takeLate, onChoose, onJump }: AnswerTableProps) {
  const { packages: words, describe } = useWords();
  const institutions = useReading(useRoom('process').doc, listInstitutions);
  const [shown, setShown] = useState<Sha256 | null>(null);
  const names = new Map(institutions.map(({ id, name }) => [id, name]));
  return (
    <Table verticalSpacing="xs" aria-label={words.answers}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.institution}</Table.Th>
          <Table.Th>{words.content}</Table.Th>
          <Table.Th>{words.notes}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {inspection.answers.map((one, index) => {
          if (one.fault !== null) {
            return (
              <Table.Tr key={`${String(index)} ${one.name}`}>
                <Table.Td>{one.name}</Table.Td>
                <Table.Td colSpan={2}>
                  <Text size="sm" c="red">
                    {describe(one.fault)}
                  </Text>
                </Table.Td>
              </Table.Tr>
            );
          }
          const name = names.get(one.institution) ?? one.name;
          const isOpen = shown === one.answer;
          const takable = takableOf(one, takeLate);
          const count = countToTake(choice, one, takeLate);
          return (
            <Fragment key={one.answer}>
              <Table.Tr>
                <Table.Td>
                  <Checkbox
                    label={name}
                    aria-label={words.selectAnswer(name)}
                    checked={takable > 0 && count === takable}
                    indeterminate={count > 0 && count < takable}
                    disabled={takable === 0}
                    onChange={({ currentTarget: { checked } }) =>
                      onChoose(chooseAnswer(choice, one.answer, checked))
                    }
                  />
                  <Text size="xs" c="dimmed" ml="xl" style={{ overflowWrap: 'anywhere' }}>
                    {one.name}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <Text size="sm">{contentOf(one, words)}</Text>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-expanded={isOpen}
                    onClick={() => setShown(isOpen ? null : one.answer)}
                  >
                    {isOpen ? words.hideDetails : words.details}
                  </Button>
                </Table.Td>
                <Table.Td>
                  {notesOf(one, words).map((note) => (
                    <Text size="sm" key={note}>
                      {note}
                    </Text>
                  ))}
                </Table.Td>
              </Table.Tr>
              {isOpen && (
                <Table.Tr>
                  <Table.Td colSpan={3}>
                    <AnswerLines
                      inspection={inspection.inspection}
                      report={one}
                      {...{ name, choice, takeLate, onChoose, onJump }}
                    />
                  </Table.Td>
                </Table.Tr>
              )}
            </Fragment>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

type Words = typeof germanPackages;

function contentOf({ counts, unreadable }: AnswerReport, words: Words): string {
  const parts = (['new', 'duplicate', 'conflict', 'foreign', 'refused'] as const).flatMap((outcome) =>
    counts[outcome] > 0 ? [words.counts[outcome](counts[outcome])] : [],
  );
  if (unreadable > 0) parts.push(words.counts.unreadable(unreadable));
  return parts.length === 0 ? words.empty : parts.join(' · ');
}

function notesOf({ late, outdatedBase, replaced }: AnswerReport, words: Words): readonly string[] {
  return [
    ...(late.length > 0 ? [words.late] : []),
    ...(outdatedBase ? [words.outdated] : []),
    ...(replaced > 0 ? [words.replaced(replaced)] : []),
  ];
}
