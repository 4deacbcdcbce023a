import { Group, NumberInput, Select, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo, useState } from 'react';
import { institutionId, type InstitutionId } from '../../../shared/ids/ids.ts';
import {
  contactSchema,
  emptyContact,
  institutionKinds,
  type RegisterEntry,
} from '../../../shared/register/institution.ts';
import { countRegisterWords, findCandidates } from '../../../shared/register/register-candidates.ts';
import { comparableName } from '../../../shared/register/tidy-cell.ts';
import { upsertEntries } from '../../../shared/rooms/register-room.ts';
import { createId } from '../../client/create-id.ts';
import { useWords } from '../../client/use-words.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import type { RegisterFacts } from './use-register.ts';

export interface InstitutionDialogProps {
  readonly facts: RegisterFacts;
  /** What is to be changed; null for a new one. Renaming has a dialog of its own, which keeps the former name. */
  readonly entry: RegisterEntry | null;
  readonly onClose: () => void;
  readonly onSaved: (id: InstitutionId) => void;
}

/** Asks for what the register holds of an institution. A name that is like another is pointed out, and allowed. */
export function InstitutionDialog({ facts, entry, onClose, onSaved }: InstitutionDialogProps) {
  const { register: words } = useWords();
  const say = words.edit;
  const [name, setName] = useState('');
  const [kind, setKind] = useState(entry?.institution.kind ?? 'association');
  const [seats, setSeats] = useState<number | string>(entry?.institution.seats ?? 1);
  const [contact, setContact] = useState(entry?.contact ?? emptyContact);
  const [isChecked, setChecked] = useState(false);
  const { institutions, contacts } = facts;

  const known = useMemo(
    () =>
      institutions.map((institution) => ({
        institution,
        contact: contacts.get(institution.id) ?? emptyContact,
      })),
    [institutions, contacts],
  );
  const written = name.trim();
  const isTaken = institutions.some((one) => comparableName(one.name) === comparableName(written));
  const alike = useMemo(() => {
    if (written === '') return [];
    const words = countRegisterWords(known, [written]);
    return findCandidates(written, { existing: known, earlier: [], words });
  }, [known, written]);
  const parsed = contactSchema.safeParse(contact);
  const faulty = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]));
  const nameFault =
    entry !== null
      ? null
      : written === ''
        ? words.needed
        : isTaken
          ? say.taken
          : written.length > 300
            ? words.tooLong
            : null;

  const save = (): void => {
    setChecked(true);
    if (nameFault !== null || !parsed.success || typeof seats !== 'number') return;
    const institution = entry?.institution ?? { id: institutionId(createId()), name: written };
    upsertEntries(facts.rooms, [{ institution: { ...institution, kind, seats }, contact: parsed.data }]);
    if (entry === null) notifications.show({ color: 'green', message: say.added(written) });
    onSaved(institution.id);
    onClose();
  };
  const contactField = (field: 'person' | 'email' | 'phone') => (
    <TextInput
      label={say[field]}
      type={field === 'email' ? 'email' : field === 'phone' ? 'tel' : 'text'}
      autoComplete="off"
      value={contact[field]}
      error={isChecked && faulty.has(field) ? (field === 'email' ? words.emailWrong : words.tooLong) : null}
      onChange={({ currentTarget: { value } }) => setContact({ ...contact, [field]: value })}
    />
  );
  return (
    <FormDialog
      title={entry === null ? say.addTitle : say.title}
      save={words.save}
      size="lg"
      onSave={save}
      onClose={onClose}
    >
      {entry === null ? (
        <div>
          <TextInput
            data-autofocus
            required
            label={say.name}
            description={say.nameHint}
            value={name}
            error={isChecked ? nameFault : null}
            onChange={({ currentTarget: { value } }) => setName(value)}
          />
          {alike.length > 0 && !isTaken && (
            <Text size="sm" mt={6} role="status">
              {say.like(alike.map(({ institution }) => `„${institution.name}“`).join(', '))}
            </Text>
          )}
        </div>
      ) : (
        <Text fw={600}>{entry.institution.name}</Text>
      )}
      <Group grow align="start">
        <Select
          label={say.kind}
          data={institutionKinds.map((value) => ({ value, label: words.kinds[value] }))}
          value={kind}
          allowDeselect={false}
          maxDropdownHeight={320}
          onChange={(value) => setKind(institutionKinds.find((one) => one === value) ?? kind)}
        />
        <NumberInput
          label={say.seats}
          description={say.seatsHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={0}
          max={999}
          allowDecimal={false}
          clampBehavior="strict"
          hideControls
          value={seats}
          error={isChecked && typeof seats !== 'number' ? words.needed : null}
          onChange={setSeats}
        />
      </Group>
      <div>
        <Title order={3} size="h5">
          {say.contact}
        </Title>
        <Text size="sm" c="dimmed">
          {say.contactHint}
        </Text>
      </div>
      {contactField('person')}
      <Group grow align="start">
        {contactField('email')}
        {contactField('phone')}
      </Group>
    </FormDialog>
  );
}
