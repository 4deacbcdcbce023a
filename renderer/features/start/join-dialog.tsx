import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { readJoinLink } from '../../../shared/api/join-link.ts';
import type { DeskState, OpenedWorkspace } from '../../../shared/api/desk-contract.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import type { DeskSession } from '../../client/desk-session.ts';
import { useWords } from '../../client/use-words.ts';
import { hasForbidden, pathIn, withEnding } from './file-names.ts';
import { PlaceField, type FilePlace } from './place-field.tsx';

export interface JoinDialogProps {
  readonly session: DeskSession;
  readonly state: DeskState;
  /** The link, where it came with the window; else empty. */
  readonly link: string;
  readonly onJoined: (workspace: OpenedWorkspace) => void;
  readonly onClose: () => void;
}

/** Takes an invitation's link and makes the file in which this machine keeps its own copy. */
export function JoinDialog({ session, state, link: given, onJoined, onClose }: JoinDialogProps) {
  const words = useWords();
  const { start } = words;
  const [link, setLink] = useState(given);
  const [place, setPlace] = useState<FilePlace>({ folder: state.documentsFolder, name: start.joinFile });
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);

  // A mail program may have broken the link over two lines.
  const whole = link.replaceAll(/\s+/g, '');
  const linkFault =
    whole === '' ? start.joinLinkMissing : readJoinLink(whole) === null ? start.joinLinkInvalid : null;
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
    if (linkFault !== null || nameFault !== null) return;
    setBusy(true);
    setFailure(null);
    const path = pathIn(place.folder.trim(), withEnding(place.name.trim()), state.platform);
    const joined = await session.desk('desk.join', { link: whole, path });
    if (joined.ok) onJoined(joined.value);
    else {
      setFailure(joined.error);
      setBusy(false);
    }
  };

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={start.joinTitle}
      closeButtonProps={{ 'aria-label': start.close }}
    >
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <Text size="sm">{start.joinLead}</Text>
          {failure !== null && takenFault === null && (
            <Alert color="red" variant="light" role="alert">
              {words.describe(failure)}
            </Alert>
          )}
          <Textarea
            data-autofocus
            required
            autosize
            minRows={2}
            label={start.joinLink}
            description={start.joinLinkExample}
            spellCheck={false}
            value={link}
            error={checked ? linkFault : null}
            onChange={({ currentTarget: { value } }) => setLink(value)}
          />
          <PlaceField
            session={session}
            state={state}
            place={place}
            error={takenFault ?? (checked ? nameFault : null)}
            onChange={setPlace}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {start.cancel}
            </Button>
            <Button type="submit" loading={busy}>
              {start.join}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
