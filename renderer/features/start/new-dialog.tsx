import { Alert, Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import type { DeskState, OpenedWorkspace } from '../../../shared/api/desk-contract.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import type { DeskSession } from '../../client/desk-session.ts';
import { useWords } from '../../client/use-words.ts';
import { hasForbidden, nameForTitle, pathIn, withEnding } from './file-names.ts';
import { PlaceField, type FilePlace } from './place-field.tsx';
import classes from './start.module.css';

export interface NewDialogProps {
  readonly session: DeskSession;
  readonly state: DeskState;
  /** The document that is to be taken over into the new file; null for an empty text. */
  readonly document: File | null;
  readonly onCreated: (workspace: OpenedWorkspace) => void;
  readonly onClose: () => void;
}

/** Asks what a new Leitbild is to be called, which goals it has and where it is to be, and makes it. */
export function NewDialog({ session, state, document, onCreated, onClose }: NewDialogProps) {
  const words = useWords();
  const { start } = words;
  const suggested = document === null ? '' : document.name.replace(/\.[^.]+$/, '');
  const [title, setTitle] = useState('');
  const [municipality, setMunicipality] = useState('');
  const [profile, setProfile] = useState(state.profiles[0]?.id ?? '');
  const [chosen, setChosen] = useState<FilePlace | null>(null);
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);

  // Until somebody says otherwise, the file is called like the title.
  const place = chosen ?? {
    folder: state.documentsFolder,
    name: nameForTitle(title, nameForTitle(suggested, 'Leitbild')),
  };
  const titleFault = title.trim() === '' ? start.fieldTitleMissing : null;
  const nameFault =
    place.name.trim() === ''
      ? start.fieldFileMissing
      : hasForbidden(place.name)
        ? start.fieldFileCharacters
        : null;
  const takenFault = failure?.code === 'workspace-exists' ? words.describe(failure) : null;

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setChecked(true);
    if (titleFault !== null || nameFault !== null) return;
    setBusy(true);
    setFailure(null);
    const path = pathIn(place.folder.trim(), withEnding(place.name.trim()), state.platform);
    const made = await session.desk('desk.create', { path, profile, title, municipality });
    if (made.ok) onCreated(made.value);
    else {
      setFailure(made.error);
      setBusy(false);
    }
  };

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={document === null ? start.newTitle : start.importTitle}
      closeButtonProps={{ 'aria-label': start.close }}
    >
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          {document !== null && <Text size="sm">{start.importLead(document.name)}</Text>}
          {failure !== null && takenFault === null && (
            <Alert color="red" variant="light" role="alert">
              {words.describe(failure)}
            </Alert>
          )}
          <TextInput
            data-autofocus
            required
            label={start.fieldTitle}
            description={start.fieldTitleExample}
            value={title}
            maxLength={300}
            error={checked ? titleFault : null}
            onChange={({ currentTarget: { value } }) => setTitle(value)}
          />
          <TextInput
            label={start.fieldMunicipality}
            description={start.fieldMunicipalityExample}
            value={municipality}
            maxLength={200}
            onChange={({ currentTarget: { value } }) => setMunicipality(value)}
          />
          <Radio.Group label={start.fieldProfile} value={profile} onChange={setProfile}>
            <Stack gap="xs" mt={6}>
              {state.profiles.map(({ id, name, goalKinds }) => (
                <Radio.Card key={id} value={id} className={classes['profile'] ?? ''} aria-label={name}>
                  <Radio.Indicator />
                  <span>
                    <Text component="span" fw={600} display="block">
                      {name}
                    </Text>
                    <Text component="span" size="sm" c="dimmed" display="block">
                      {start.profileTexts[id] ?? start.profileKinds(goalKinds)}
                    </Text>
                  </span>
                </Radio.Card>
              ))}
            </Stack>
          </Radio.Group>
          <PlaceField
            session={session}
            state={state}
            place={place}
            error={takenFault ?? (checked ? nameFault : null)}
            onChange={setChosen}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {start.cancel}
            </Button>
            <Button type="submit" loading={busy}>
              {document === null ? start.create : start.createAndImport}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
