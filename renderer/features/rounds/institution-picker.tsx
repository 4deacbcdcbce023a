import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { InstitutionId } from '../../../shared/ids/ids.ts';
import type { Institution } from '../../../shared/register/institution.ts';
import { useWords } from '../../client/use-words.ts';
import { CheckList } from './check-list.tsx';

export interface InstitutionPickerProps {
  readonly label: string;
  readonly all: readonly Institution[];
  readonly chosen: ReadonlySet<InstitutionId>;
  /** Those that stay chosen. */
  readonly fixed: ReadonlySet<InstitutionId>;
  /** What is to be read of one; its name, where nothing else is known. */
  readonly nameOf?: (institution: Institution) => string;
  /** Further ways to choose many at once. */
  readonly children?: ReactNode;
  readonly onChoose: (chosen: ReadonlySet<InstitutionId>) => void;
}

/** Some institutions of many, found by name; all that are found can be chosen at once. */
export function InstitutionPicker(props: InstitutionPickerProps) {
  const { label, all, chosen, fixed, nameOf, children, onChoose } = props;
  const words = useWords().rounds.form;
  const [query, setQuery] = useState('');
  const sought = query.trim().toLocaleLowerCase('de');
  const found = all.filter(({ name }) => name.toLocaleLowerCase('de').includes(sought));
  return (
    <Stack gap="xs">
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
          onClick={() => onChoose(new Set([...chosen, ...found.map(({ id }) => id)]))}
        >
          {sought === '' ? words.chooseAll : words.chooseFound(found.length)}
        </Button>
        {children}
        <Button size="compact-sm" variant="default" onClick={() => onChoose(fixed)}>
          {words.chooseNone}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {words.chosen(chosen.size, all.length)}
        </Text>
      </Group>
      <CheckList
        label={label}
        options={found.map((one) => ({
          id: one.id,
          name: nameOf?.(one) ?? one.name,
          isFixed: fixed.has(one.id),
        }))}
        chosen={chosen}
        onChoose={onChoose}
        empty={words.notFound}
      />
    </Stack>
  );
}
