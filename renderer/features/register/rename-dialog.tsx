import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Institution } from '../../../shared/register/institution.ts';
import { useWords } from '../../client/use-words.ts';
import { localDay } from '../../ui/local-day.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';

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
  const save = (): void => {
    if (!isNameFine || day === '') return;
    if (name.trim() !== institution.name) onRename(name.trim(), day);
    onClose();
  };
  return (
    <FormDialog title={say.title(institution.name)} save={say.save} onSave={save} onClose={onClose}>
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
    </FormDialog>
  );
}
