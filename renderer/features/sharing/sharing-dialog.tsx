import { Divider, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import type { IssuedInvitation } from '../../../shared/api/contract.ts';
import { useWords } from '../../client/use-words.ts';
import type { ViewProps } from '../frame/view-props.ts';
import { InvitationList } from './invitation-list.tsx';
import { IssuedDialog } from './issued-dialog.tsx';
import { NetworkSharing } from './network-sharing.tsx';
import { NewInvitation } from './new-invitation.tsx';
import { PhaseChoice } from './phase-choice.tsx';
import { useInvitations } from './use-invitations.ts';
import { useWhoIs } from './use-who-is.ts';

/** Who may take part: the network, what is open, and the invitations. */
export function SharingDialog({ onClose }: ViewProps) {
  const { sharing: words, frame } = useWords();
  const invitations = useInvitations();
  const whoIs = useWhoIs(invitations);
  const [issued, setIssued] = useState<IssuedInvitation | null>(null);
  return (
    <>
      <Modal
        opened
        onClose={onClose}
        size="xl"
        title={words.title}
        closeButtonProps={{ 'aria-label': frame.close }}
        closeOnEscape={issued === null}
      >
        <Stack gap="lg">
          <NetworkSharing />
          <Divider />
          <PhaseChoice />
          <Divider />
          <NewInvitation
            institutions={invitations.institutions}
            onIssued={(made) => {
              setIssued(made);
              invitations.reload();
            }}
          />
          <InvitationList invitations={invitations} onIssued={setIssued} />
        </Stack>
      </Modal>
      {issued !== null && (
        <IssuedDialog issued={issued} who={whoIs(issued.invitation)} onClose={() => setIssued(null)} />
      )}
    </>
  );
}
