import { Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { delegateId, type InstitutionId } from '../../../shared/ids/ids.ts';
import { delegateRoles, delegateSchema, type Delegate } from '../../../shared/register/delegate.ts';
import { createId } from '../../client/create-id.ts';
import { useWords } from '../../client/use-words.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';

export interface PersonDialogProps {
  readonly institution: InstitutionId;
  /** Null for a new one. */
  readonly person: Delegate | null;
  readonly onSave: (person: Delegate) => void;
  readonly onClose: () => void;
}

/** Asks who somebody is, what they do for the institution, and from when to when. */
export function PersonDialog({ institution, person, onSave, onClose }: PersonDialogProps) {
  const { register: words } = useWords();
  const say = words.person;
  const [input, setInput] = useState<Delegate>(
    person ?? {
      ...{ id: delegateId(createId()), institution, name: '', role: 'delegate' },
      ...{ email: '', phone: '', from: null, until: null, invitation: null },
    },
  );
  const [isChecked, setChecked] = useState(false);
  const parsed = delegateSchema.safeParse(input);
  const faulty = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]));
  const isTurned = input.from !== null && input.until !== null && input.until < input.from;
  const save = (): void => {
    setChecked(true);
    if (!parsed.success || isTurned) return;
    onSave(parsed.data);
    onClose();
  };
  const fault = (field: string, text: string): string | null =>
    isChecked && faulty.has(field) ? text : null;
  const day = (field: 'from' | 'until') => (
    <TextInput
      type="date"
      label={say[field]}
      description={field === 'from' ? say.fromOpen : say.open}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={input[field] ?? ''}
      error={field === 'until' && isTurned ? say.orderWrong : null}
      onChange={({ currentTarget: { value } }) =>
        setInput({ ...input, [field]: value === '' ? null : value })
      }
    />
  );
  return (
    <FormDialog
      title={person === null ? say.addTitle : say.editTitle}
      save={words.save}
      size="lg"
      onSave={save}
      onClose={onClose}
    >
      <Group grow align="start">
        <TextInput
          data-autofocus
          required
          label={say.name}
          autoComplete="off"
          value={input.name}
          error={fault('name', input.name.trim() === '' ? words.needed : words.tooLong)}
          onChange={({ currentTarget: { value } }) => setInput({ ...input, name: value })}
        />
        <Select
          label={say.role}
          data={delegateRoles.map((value) => ({ value, label: say.roles[value] }))}
          value={input.role}
          allowDeselect={false}
          onChange={(value) => {
            const role = delegateRoles.find((one) => one === value);
            if (role !== undefined) setInput({ ...input, role });
          }}
        />
      </Group>
      <Group grow align="start">
        <TextInput
          type="email"
          label={words.edit.email}
          autoComplete="off"
          value={input.email}
          error={fault('email', words.emailWrong)}
          onChange={({ currentTarget: { value } }) => setInput({ ...input, email: value })}
        />
        <TextInput
          type="tel"
          label={words.edit.phone}
          autoComplete="off"
          value={input.phone}
          error={fault('phone', words.tooLong)}
          onChange={({ currentTarget: { value } }) => setInput({ ...input, phone: value })}
        />
      </Group>
      <Group grow align="start">
        {day('from')}
        {day('until')}
      </Group>
    </FormDialog>
  );
}
