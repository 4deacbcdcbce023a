import { Alert, Badge, Button, Group, Modal, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Invitation, IssuedInvitation } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import { useApi } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { dayAndTime, longDay } from '../../ui/format-values.ts';
import classes from './sharing.module.css';
import type { Invitations } from './use-invitations.ts';
import { useWhoIs } from './use-who-is.ts';

export interface InvitationListProps {
  readonly invitations: Invitations;
  readonly onIssued: (issued: IssuedInvitation) => void;
}

const colours = { valid: 'petrol', expired: 'gray', revoked: 'gray' } as const;

/** All invitations with their state; each can be given a new link, or be withdrawn. */
export function InvitationList({ invitations, onIssued }: InvitationListProps) {
  const { sharing: words, language, describe, frame } = useWords();
  const api = useApi();
  const [asked, setAsked] = useState<{
    readonly what: 'rotate' | 'revoke';
    readonly invitation: Invitation;
  } | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const whoIs = useWhoIs(invitations);
  const carryOut = async (): Promise<void> => {
    if (asked === null) return;
    setAsked(null);
    setError(null);
    const invitation = asked.invitation.id;
    if (asked.what === 'rotate') {
      const answer = await api('invitations.rotate', { invitation });
      if (answer.ok) onIssued(answer.value);
      else setError(answer.error);
    } else {
      const answer = await api('invitations.revoke', { invitation });
      if (!answer.ok) setError(answer.error);
    }
    invitations.reload();
  };
  const { list } = invitations;
  return (
    <section aria-labelledby="sharing-list">
      <Title order={3} size="h5" id="sharing-list" mb="xs">
        {words.invitations}
      </Title>
      {list?.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.noInvitations}
        </Text>
      )}
      {list !== null && list.length > 0 && (
        <Table.ScrollContainer minWidth={480}>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.columns.who}</Table.Th>
                <Table.Th>{words.columns.state}</Table.Th>
                <Table.Th className={classes['actionsHead'] ?? ''}>{words.columns.actions}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {list.map((invitation) => {
                const who = whoIs(invitation);
                return (
                  <Table.Tr key={invitation.id}>
                    <Table.Td className={classes['who'] ?? ''}>{who}</Table.Td>
                    <Table.Td>
                      <Badge variant="light" color={colours[invitation.state]} tt="none">
                        {words.state[invitation.state]}
                      </Badge>
                      <Text size="xs" c="dimmed">
                        {invitation.state === 'revoked' && invitation.revokedAt !== null
                          ? words.since(longDay(invitation.revokedAt, language))
                          : words.until(longDay(invitation.expiresAt, language))}
                      </Text>
                      <Text size="xs" c="dimmed">
                        {invitation.lastSeenAt === null
                          ? words.neverSeen
                          : words.lastSeen(dayAndTime(invitation.lastSeenAt, language))}
                      </Text>
                    </Table.Td>
                    <Table.Td>
                      {invitation.state !== 'revoked' && (
                        <Group gap="xs" justify="flex-end" wrap="nowrap">
                          <Button
                            size="compact-sm"
                            variant="default"
                            aria-label={words.rotateOf(who)}
                            onClick={() => setAsked({ what: 'rotate', invitation })}
                          >
                            {words.rotate}
                          </Button>
                          <Button
                            size="compact-sm"
                            variant="default"
                            aria-label={words.revokeOf(who)}
                            onClick={() => setAsked({ what: 'revoke', invitation })}
                          >
                            {words.revoke}
                          </Button>
                        </Group>
                      )}
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {(error ?? invitations.error) !== null && (
        <Alert mt="sm" color="red" role="alert">
          {error !== null ? describe(error) : invitations.error !== null && describe(invitations.error)}
        </Alert>
      )}
      {asked !== null && (
        <Modal
          opened
          onClose={() => setAsked(null)}
          title={
            asked.what === 'rotate'
              ? words.rotateAsk(whoIs(asked.invitation))
              : words.revokeAsk(whoIs(asked.invitation))
          }
          closeButtonProps={{ 'aria-label': frame.close }}
        >
          <Text>{asked.what === 'rotate' ? words.rotateHint : words.revokeHint}</Text>
          <Group justify="flex-end" mt="lg">
            <Button variant="default" onClick={() => setAsked(null)}>
              {frame.cancel}
            </Button>
            <Button color={asked.what === 'revoke' ? 'red' : 'petrol'} onClick={() => void carryOut()}>
              {asked.what === 'rotate' ? words.rotate : words.revoke}
            </Button>
          </Group>
        </Modal>
      )}
    </section>
  );
}
