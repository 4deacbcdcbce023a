import { Radio, Stack, Text } from '@mantine/core';
import type { RegisterAnswer } from '../../../shared/register/register-answers.ts';
import type { RegisterCandidate } from '../../../shared/register/register-candidates.ts';
import type { RegisterRow } from '../../../shared/register/register-preview.ts';
import { useWords } from '../../client/use-words.ts';
import classes from './register.module.css';

export interface SimilarRowProps {
  readonly row: Extract<RegisterRow, { outcome: 'similar' }>;
  readonly answer: RegisterAnswer | undefined;
  readonly onAnswer: (answer: RegisterAnswer) => void;
}

/** Asks who a row means; nothing is chosen beforehand. */
export function SimilarRow({ row, answer, onAnswer }: SimilarRowProps) {
  const { register: words } = useWords();
  const say = words.importing;
  const { name } = row.entry.institution;
  const options = optionsOf(row);
  const chosen = answer === undefined ? null : keyOf(answer);
  const labelOf = (option: Option): string => {
    const { answer: given, candidate } = option;
    if (given.as === 'new') return say.asNew;
    if (candidate === null) return say.skip;
    if (given.as === 'skip') return say.double(candidate.row ?? 0, candidate.name);
    return given.rename ? say.sameRenamed(candidate.name, name) : say.same(candidate.name);
  };
  return (
    <li className={classes['question']}>
      <Radio.Group
        label={say.question(name)}
        description={say.rowOf(row.row)}
        value={chosen}
        onChange={(value) => {
          const option = options.find((one) => one.key === value);
          if (option !== undefined) onAnswer(option.answer);
        }}
      >
        <Stack gap={8} mt={8}>
          {options.map((option) => (
            <Radio
              key={option.key}
              value={option.key}
              label={labelOf(option)}
              description={
                option.candidate === null ? undefined : (
                  <Text component="span" size="sm" c="dimmed">
                    {say.why[option.candidate.why]}
                  </Text>
                )
              }
            />
          ))}
        </Stack>
      </Radio.Group>
    </li>
  );
}

interface Option {
  readonly key: string;
  readonly answer: RegisterAnswer;
  /** Whom it names; null where it names nobody. */
  readonly candidate: RegisterCandidate | null;
}

function optionsOf({ row, candidates }: SimilarRowProps['row']): readonly Option[] {
  const same = candidates.flatMap((candidate): readonly Option[] => {
    const { id, kept, renamed } = candidate;
    const of = (rename: boolean): Option => {
      const answer = { row, as: 'same', institution: id, rename } as const;
      return { key: keyOf(answer), answer, candidate };
    };
    if (kept !== null) return renamed === null ? [of(false)] : [of(false), of(true)];
    return [];
  });
  const double = candidates.find((candidate) => candidate.row !== null) ?? null;
  return [
    ...same,
    { key: 'new', answer: { row, as: 'new' }, candidate: null },
    { key: 'skip', answer: { row, as: 'skip' }, candidate: double },
  ];
}

function keyOf(answer: RegisterAnswer): string {
  return answer.as === 'same' ? `same ${answer.institution} ${String(answer.rename)}` : answer.as;
}
