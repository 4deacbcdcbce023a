import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { isNewerJoinLink, readJoinLink } from '../../../shared/api/join-link.ts';
import type { DeskState, OpenedWorkspace } from '../../../shared/api/desk-contract.ts';
import type { DeskSession } from '../../client/desk-session.ts';
import { useWords } from '../../client/use-words.ts';
import { NewFileForm } from './new-file-form.tsx';

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
  const { start } = useWords();
  const [link, setLink] = useState(given);
  // A mail program may have broken the link over two lines.
  const whole = link.replaceAll(/\s+/g, '');
  const fault =
    whole === ''
      ? start.joinLinkMissing
      : isNewerJoinLink(whole)
        ? start.joinLinkNewer
        : readJoinLink(whole) === null
          ? start.joinLinkInvalid
          : null;
  return (
    <NewFileForm
      session={session}
      state={state}
      title={start.joinTitle}
      submit={start.join}
      suggestedName={start.joinFile}
      isComplete={fault === null}
      make={(path) => session.desk('desk.join', { link: whole, path })}
      onMade={onJoined}
      onClose={onClose}
      lead={<Text size="sm">{start.joinLead}</Text>}
    >
      {(isChecked) => (
        <Textarea
          data-autofocus
          required
          autosize
          minRows={2}
          label={start.joinLink}
          description={start.joinLinkExample}
          spellCheck={false}
          value={link}
          error={isChecked ? fault : null}
          onChange={({ currentTarget: { value } }) => setLink(value)}
        />
      )}
    </NewFileForm>
  );
}
