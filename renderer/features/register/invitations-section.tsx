import { Badge, Button, Group, Text } from '@mantine/core';
import { useId } from 'react';
import type { Invitation } from '../../../shared/api/contract.ts';
import type { Delegate } from '../../../shared/register/delegate.ts';
import { useWords } from '../../client/use-words.ts';
import { dayAndTime, shortDay } from '../../ui/format-values.ts';
import classes from './register.module.css';

export interface InvitationsSectionProps {
  /** Those of this institution, newest first. */
  readonly invitations: readonly Invitation[];
  readonly people: readonly Delegate[];
  /** Null where the institution takes no part. */
  readonly onCreate: (() => void) | null;
}

/** By what links people come in for an institution, and a new one. */
export function InvitationsSection({ invitations, people, onCreate }: InvitationsSectionProps) {
  const { register: words, sharing, language } = useWords();
  const say = words.invitation;
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <Group justify="space-between" align="baseline">
        <h3 className={classes['sectionTitle']} id={heading}>
          {say.section}
        </h3>
        {onCreate !== null && (
          <Button size="compact-sm" variant="default" onClick={onCreate}>
            {say.create}
          </Button>
        )}
      </Group>
      {invitations.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say.none}
        </Text>
      ) : (
        <ul className={classes['rows']}>
          {invitations.map(({ id, role, state, expiresAt, lastSeenAt }) => (
            <li key={id}>
              <div>
                <Text component="span" mr="xs">
                  {people.find(({ invitation }) => invitation === id)?.name ?? sharing.roles[role].name}
                </Text>
                <Badge variant="light" color={state === 'valid' ? 'petrol' : 'gray'} tt="none">
                  {say.states[state]}
                </Badge>
              </div>
              <Text size="sm" c="dimmed">
                {[
                  say.until(shortDay(expiresAt, language)),
                  lastSeenAt === null ? say.neverSeen : say.seen(dayAndTime(lastSeenAt, language)),
                ].join(' · ')}
              </Text>
            </li>
          ))}
        </ul>
      )}
      {onCreate !== null && (
        <Text size="sm" c="dimmed" mt={6}>
          {say.hint}
        </Text>
      )}
    </section>
  );
}
