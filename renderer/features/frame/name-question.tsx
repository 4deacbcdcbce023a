import { Button, CloseButton, Group, Paper, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { usePreferences } from '../../client/preferences-context.tsx';
import { useWords } from '../../client/use-words.ts';
import classes from './frame.module.css';
import { useCompany } from './use-company.ts';

/** Asks once others can be here, and without standing in the way, under which name they see this window. */
export function NameQuestion() {
  const { frame } = useWords();
  const words = frame.name;
  const { preferences, change } = usePreferences();
  const [name, setName] = useState('');
  const hasCompany = useCompany();
  if (!hasCompany || preferences.nameAsked || preferences.name !== '') return null;
  const answer = (value: string): void => change({ name: value.trim(), nameAsked: true });
  return (
    <Paper
      component="form"
      className={classes['question'] ?? ''}
      shadow="md"
      withBorder
      p="md"
      aria-labelledby="name-question"
      onSubmit={(event: { preventDefault: () => void }) => {
        event.preventDefault();
        answer(name);
      }}
    >
      <Group justify="space-between" wrap="nowrap" mb={4}>
        <Title order={2} size="h5" id="name-question">
          {words.title}
        </Title>
        <CloseButton aria-label={words.later} onClick={() => answer('')} />
      </Group>
      <Text size="sm" mb="sm">
        {words.text} {words.change}
      </Text>
      <Group align="end" wrap="nowrap">
        <TextInput
          flex={1}
          label={words.label}
          value={name}
          maxLength={80}
          autoComplete="name"
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" disabled={name.trim() === ''}>
          {words.save}
        </Button>
      </Group>
    </Paper>
  );
}
