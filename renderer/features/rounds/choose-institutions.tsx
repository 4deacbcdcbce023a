import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { InstitutionId } from '../../../shared/ids/ids.ts';
import { takesPart, type Institution } from '../../../shared/register/institution.ts';
import type { Round } from '../../../shared/rounds/round.ts';
import { useWords } from '../../client/use-words.ts';
import { CheckList } from './check-list.tsx';
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
  const [query, setQuery] = useState('');
  const all = institutions.filter((one) => takesPart(one) || input.invited.has(one.id));
  const sought = query.trim().toLocaleLowerCase('de');
  const found = all.filter(({ name }) => name.toLocaleLowerCase('de').includes(sought));
  const kept: ReadonlySet<InstitutionId> = new Set(fixed === 'all' || fixed === null ? [] : fixed);
  const choose = (ids: Iterable<InstitutionId>): void => onChange({ invited: new Set(ids) });
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
            <>
              <TextInput
                type="search"
                aria-label={words.search}
                placeholder={words.search}
                value={query}
                onChange={({ currentTarget: { value } }) => setQuery(value)}
              />
              <Group gap="xs">
                <Button
                  size="compact-sm"
                  variant="light"
                  onClick={() => choose([...input.invited, ...found.map(({ id }) => id)])}
                >
                  {sought === '' ? words.chooseAll : words.chooseFound(found.length)}
                </Button>
                <Button size="compact-sm" variant="default" onClick={() => choose(kept)}>
                  {words.chooseNone}
                </Button>
                <Text size="sm" c="dimmed" role="status">
                  {words.chosen(input.invited.size, all.length)}
                </Text>
              </Group>
              <CheckList
                label={words.invitedSome}
                options={found.map(({ id, name }) => ({ id, name, isFixed: kept.has(id) }))}
                chosen={input.invited}
                onChoose={choose}
                empty={words.notFound}
              />
            </>
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
