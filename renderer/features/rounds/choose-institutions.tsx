import { Radio, Stack, Text } from '@mantine/core';
import type { InstitutionId } from '../../../shared/ids/ids.ts';
import { takesPart, type Institution } from '../../../shared/register/institution.ts';
import type { Round } from '../../../shared/rounds/round.ts';
import { useWords } from '../../client/use-words.ts';
import { InstitutionPicker } from './institution-picker.tsx';
import type { RoundFaults, RoundInput } from './round-input.ts';

export interface ChooseInstitutionsProps {
  readonly input: RoundInput;
  readonly institutions: readonly Institution[];
  /** Whom a round that was open once has invited: they stay. `null` before. */
  readonly fixed: Round['invited'] | null;
  readonly fault: RoundFaults['invited'] | undefined;
  readonly onChange: (change: Partial<RoundInput>) => void;
}

/** Whom a round asks: all of the register, or some, found by name. */
export function ChooseInstitutions({ input, institutions, fixed, fault, onChange }: ChooseInstitutionsProps) {
  const { rounds } = useWords();
  const words = rounds.form;
  const all = institutions.filter((one) => takesPart(one) || input.invited.has(one.id));
  const kept: ReadonlySet<InstitutionId> = new Set(fixed === 'all' || fixed === null ? [] : fixed);
  return (
    <fieldset>
      <Radio.Group
        label={words.invited}
        value={input.asksAll ? 'all' : 'some'}
        onChange={(value) => onChange({ asksAll: value === 'all' })}
      >
        <Stack gap={6} mt={6}>
          <Radio value="all" label={words.invitedAll} />
          <Radio value="some" label={words.invitedSome} disabled={fixed === 'all'} />
        </Stack>
      </Radio.Group>
      {!input.asksAll && (
        <Stack gap="xs" mt="sm" ml="xl">
          {all.length === 0 ? (
            <Text size="sm">{words.noInstitutions}</Text>
          ) : (
            <InstitutionPicker
              label={words.invitedSome}
              all={all}
              chosen={input.invited}
              fixed={kept}
              onChoose={(invited) => onChange({ invited })}
            />
          )}
          {fault !== undefined && (
            <Text size="sm" c="red" role="alert">
              {words[fault]}
            </Text>
          )}
        </Stack>
      )}
    </fieldset>
  );
}
