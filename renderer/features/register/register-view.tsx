import { Text } from '@mantine/core';
import { listInstitutions } from '../../../shared/rooms/register-room.ts';
import { takesPart } from '../../../shared/register/institution.ts';
import { useRoom, useSession } from '../../client/session-context.tsx';
import { useReading } from '../../client/use-reading.ts';
import { useWords } from '../../client/use-words.ts';
import { FullView } from '../../ui/full-view.tsx';
import type { ViewProps } from '../frame/view-props.ts';
import { ModeratorRegister } from './moderator-register.tsx';
import classes from './register.module.css';

/** The institutions that take part: all about them for moderation, names and kinds for everybody else. */
export function RegisterView({ onClose }: ViewProps) {
  const { overview } = useSession();
  return overview.role === 'moderator' ? (
    <ModeratorRegister onClose={onClose} />
  ) : (
    <PlainRegister onClose={onClose} />
  );
}

function PlainRegister({ onClose }: { readonly onClose: () => void }) {
  const { register: words } = useWords();
  const institutions = useReading(useRoom('process').doc, listInstitutions).filter(takesPart);
  return (
    <FullView title={words.title} closeLabel={words.close} onClose={onClose}>
      <div className={classes['plain']}>
        <Text size="sm" c="dimmed" mb="sm">
          {institutions.length === 0
            ? words.emptyForGuests
            : words.shown(institutions.length, institutions.length)}
        </Text>
        <ul className={classes['plainList']} aria-label={words.list}>
          {institutions.map(({ id, name, kind }) => (
            <li key={id}>
              <span className={classes['name']}>{name}</span>
              <Text component="span" size="sm" c="dimmed">
                {words.kinds[kind]}
              </Text>
            </li>
          ))}
        </ul>
      </div>
    </FullView>
  );
}
