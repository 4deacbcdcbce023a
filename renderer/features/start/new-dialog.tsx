import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DeskState, OpenedWorkspace } from '../../../shared/api/desk-contract.ts';
import type { DeskSession } from '../../client/desk-session.ts';
import { useWords } from '../../client/use-words.ts';
import { nameForTitle } from './file-names.ts';
import { NewFileForm } from './new-file-form.tsx';
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
  const { start } = useWords();
  const nameOfDocument = document === null ? '' : document.name.replace(/\.[^.]+$/, '');
  const [title, setTitle] = useState('');
  const [municipality, setMunicipality] = useState('');
  const [profile, setProfile] = useState(state.profiles[0]?.id ?? '');
  const titleFault = title.trim() === '' ? start.fieldTitleMissing : null;
  return (
    <NewFileForm
      session={session}
      state={state}
      title={document === null ? start.newTitle : start.importTitle}
      submit={document === null ? start.create : start.createAndImport}
      suggestedName={nameForTitle(title, nameForTitle(nameOfDocument, 'Leitbild'))}
      isComplete={titleFault === null}
      make={(path) => session.desk('desk.create', { path, profile, title, municipality })}
      onMade={onCreated}
      onClose={onClose}
      lead={document !== null && <Text size="sm">{start.importLead(document.name)}</Text>}
    >
      {(isChecked) => (
        <>
          <TextInput
            data-autofocus
            required
            label={start.fieldTitle}
            description={start.fieldTitleExample}
            value={title}
            maxLength={300}
            error={isChecked ? titleFault : null}
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
        </>
      )}
    </NewFileForm>
  );
}
