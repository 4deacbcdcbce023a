import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import type { Institution } from '../../../shared/register/institution.ts';
import { useWords } from '../../client/use-words.ts';
import { localDay } from '../../ui/local-day.ts';

export interface RenameDialogProps {
  readonly institution: Institution;
  readonly onRename: (name: string, lastDay: string) => void;
  readonly onClose: () => void;
}

/** Asks for the new name and the last day of the present one. */
export function RenameDialog({ institution, onRename, onClose }: RenameDialogProps) {
  const { register: words } = useWords();
  const say = words.rename;
  const [name, setName] = useState(institution.name);
  const [day, setDay] = useState(localDay(new Date()));
  const isNameFine = name.trim() !== '' && name.trim().length <= 300;
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!isNameFine || day === '') return;
    if (name.trim() !== institution.name) onRename(name.trim(), day);
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={say.title(institution.name)}
      closeButtonProps={{ 'aria-label': words.cancel }}
    >
      <form noValidate onSubmit={save}>
        <Stack gap="md">
          <Text size="sm">{say.text}</Text>
          <TextInput
            data-autofocus
            required
            label={say.name}
            value={name}
            error={isNameFine ? null : name.trim() === '' ? words.needed : words.tooLong}
            onChange={({ currentTarget: { value } }) => setName(value)}
          />
          <TextInput
            required
            type="date"
            label={say.lastDay}
            value={day}
            error={day === '' ? words.needed : null}
            onChange={({ currentTarget: { value } }) => setDay(value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit">{say.save}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
