import { Badge, Button, Group, Text } from '@mantine/core';
import { useId, useState } from 'react';
import type { Invitation } from '../../../shared/api/contract.ts';
import type { InstitutionId } from '../../../shared/ids/ids.ts';
import { speaksOn, type Delegate } from '../../../shared/register/delegate.ts';
import { endDelegate, removeDelegate, writeDelegate } from '../../../shared/register/delegates-room.ts';
import type { RegisterRooms } from '../../../shared/rooms/register-room.ts';
import { useWords } from '../../client/use-words.ts';
import { shortDay } from '../../ui/format-values.ts';
import { localDay } from '../../ui/local-day.ts';
import { PersonDialog } from './person-dialog.tsx';
import type { RegisterAct } from './use-register-act.tsx';
import classes from './register.module.css';

export interface PeopleSectionProps {
  readonly institution: InstitutionId;
  readonly rooms: RegisterRooms;
  readonly people: readonly Delegate[];
  readonly invitations: readonly Invitation[];
  readonly act: RegisterAct;
  /** Makes an invitation for one of them; null where the institution takes no part. */
  readonly onInvite: ((person: Delegate) => void) | null;
  readonly onAsking: (isAsking: boolean) => void;
}

/** Who speaks for an institution, with role, term and invitation. */
export function PeopleSection(props: PeopleSectionProps) {
  const { institution, rooms, people, invitations, act, onInvite, onAsking } = props;
  const { register: words, language } = useWords();
  const say = words.person;
  const heading = useId();
  const [edited, setEdited] = useState<Delegate | 'new' | null>(null);
  const today = localDay(new Date());
  const ask = (what: Delegate | 'new' | null): void => {
    setEdited(what);
    onAsking(what !== null);
  };
  const day = (value: string | null): string | null => (value === null ? null : shortDay(value, language));
  return (
    <section aria-labelledby={heading}>
      <Group justify="space-between" align="baseline">
        <h3 className={classes['sectionTitle']} id={heading}>
          {say.section}
        </h3>
        <Button size="compact-sm" variant="default" onClick={() => ask('new')}>
          {say.add}
        </Button>
      </Group>
      {people.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say.none}
        </Text>
      ) : (
        <ul className={classes['rows']}>
          {people.map((person) => {
            const invitation = invitations.find(({ id }) => id === person.invitation);
            const isOn = speaksOn(person, today);
            const isOver = person.until !== null && person.until < today;
            return (
              <li key={person.id}>
                <div>
                  <Text component="span" fw={600} mr="xs">
                    {person.name}
                  </Text>
                  {!isOn && (
                    <Badge variant="light" color="gray" tt="none" mr="xs">
                      {isOver ? say.over : say.later}
                    </Badge>
                  )}
                  {invitation !== undefined && (
                    <Badge variant="light" color={invitation.state === 'valid' ? 'petrol' : 'gray'} tt="none">
                      {say.invitation[invitation.state]}
                    </Badge>
                  )}
                  <Text size="sm" c="dimmed">
                    {[
                      say.roles[person.role],
                      say.term(day(person.from), day(person.until)),
                      ...[person.email, person.phone].filter(Boolean),
                    ].join(' · ')}
                  </Text>
                </div>
                <Group gap="xs">
                  {onInvite !== null && isOn && invitation?.state !== 'valid' && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={say.inviteOf(person.name)}
                      onClick={() => onInvite(person)}
                    >
                      {say.invite}
                    </Button>
                  )}
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={say.changeOf(person.name)}
                    onClick={() => ask(person)}
                  >
                    {say.change}
                  </Button>
                  {isOn && person.until !== today && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={say.endOf(person.name)}
                      onClick={() => endDelegate(rooms.contacts, person.id, today)}
                    >
                      {say.end}
                    </Button>
                  )}
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={say.removeOf(person.name)}
                    onClick={() =>
                      act(say.removed(person.name), () => removeDelegate(rooms.contacts, person.id))
                    }
                  >
                    {say.remove}
                  </Button>
                </Group>
              </li>
            );
          })}
        </ul>
      )}
      {edited !== null && (
        <PersonDialog
          institution={institution}
          person={edited === 'new' ? null : edited}
          onSave={(person) => writeDelegate(rooms.contacts, person)}
          onClose={() => ask(null)}
        />
      )}
    </section>
  );
}
