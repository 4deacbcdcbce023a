import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { DeskState, OpenedWorkspace } from '../../../shared/api/desk-contract.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import type { Result } from '../../../shared/errors/result.ts';
import type { DeskSession } from '../../client/desk-session.ts';
import { useWords } from '../../client/use-words.ts';
import { hasForbidden, pathIn, withEnding } from './file-names.ts';
import { PlaceField, type FilePlace } from './place-field.tsx';

export interface NewFileFormProps {
  readonly session: DeskSession;
  readonly state: DeskState;
  readonly title: string;
  readonly submit: string;
  /** What the file is called until somebody says otherwise. */
  readonly suggestedName: string;
  /** Whether all that is asked besides the place is filled in. */
  readonly isComplete: boolean;
  /** Makes the file at that path. */
  readonly make: (path: string) => Promise<Result<OpenedWorkspace>>;
  readonly onMade: (workspace: OpenedWorkspace) => void;
  readonly onClose: () => void;
  /** What is asked first; what is missing is told once somebody has tried to go on. */
  readonly children: (isChecked: boolean) => ReactNode;
  /** What stands above all questions. */
  readonly lead?: ReactNode;
}

/** A dialog that ends with a new file: asks where it is to be, makes it, and says why not. */
export function NewFileForm(props: NewFileFormProps) {
  const { session, state, suggestedName, isComplete, make, onMade, onClose } = props;
  const words = useWords();
  const { start } = words;
  const [chosen, setChosen] = useState<FilePlace | null>(null);
  const [isChecked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);

  const place = chosen ?? { folder: state.documentsFolder, name: suggestedName };
  const nameFault =
    place.name.trim() === ''
      ? start.fieldFileMissing
      : hasForbidden(place.name)
        ? start.fieldFileCharacters
        : null;
  const isTaken = failure?.code === 'workspace-exists';

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setChecked(true);
    if (!isComplete || nameFault !== null) return;
    setBusy(true);
    setFailure(null);
    const made = await make(pathIn(place.folder.trim(), withEnding(place.name.trim()), state.platform));
    if (made.ok) {
      onMade(made.value);
      return;
    }
    setFailure(made.error);
    setBusy(false);
  };

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={props.title}
      closeButtonProps={{ 'aria-label': start.close }}
    >
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          {props.lead}
          {failure !== null && !isTaken && (
            <Alert color="red" variant="light" role="alert">
              {words.describe(failure)}
            </Alert>
          )}
          {props.children(isChecked)}
          <PlaceField
            session={session}
            state={state}
            place={place}
            error={isTaken ? words.describe(failure) : isChecked ? nameFault : null}
            onChange={setChosen}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {start.cancel}
            </Button>
            <Button type="submit" loading={busy}>
              {props.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
