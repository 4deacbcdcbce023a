import { Alert, Autocomplete, Button, Checkbox, Group, SegmentedControl, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useState } from 'react';
import type { InstitutionId } from '../../../shared/ids/ids.ts';
import { takesPart, type Institution } from '../../../shared/register/institution.ts';
import {
  askedEditions,
  listNamings,
  writeNamings,
  type Naming,
} from '../../../shared/register/namings-room.ts';
import type { RegisterRooms } from '../../../shared/rooms/register-room.ts';
import { useApi } from '../../client/session-context.tsx';
import { useReading } from '../../client/use-reading.ts';
import { useWords } from '../../client/use-words.ts';
import classes from './register.module.css';

export interface ConsentProps {
  readonly rooms: RegisterRooms;
  readonly institutions: readonly Institution[];
}

type Said = Naming | 'open';
const choices: readonly Said[] = ['yes', 'no', 'open'];

/** Who wants to be named in an edition, one by one or many at once. */
export function Consent({ rooms, institutions }: ConsentProps) {
  const { register: words } = useWords();
  const say = words.consent;
  const frozen = useFrozenLabels();
  const [written, setLabel] = useState(String(new Date().getFullYear()));
  const [onlyOpen, setOnlyOpen] = useState(false);
  const label = written.trim();
  const namings = useReading(
    rooms.process,
    useCallback((process) => listNamings(process, label), [label]),
  );
  const labels = useReading(rooms.process, askedEditions);
  const present = institutions.filter(takesPart);
  const saidBy = (id: InstitutionId): Said => namings.get(id) ?? 'open';
  const count = (said: Said): number => present.filter(({ id }) => saidBy(id) === said).length;
  const shown = onlyOpen ? present.filter(({ id }) => saidBy(id) === 'open') : present;
  const set = (ids: readonly InstitutionId[], said: Said): void =>
    writeNamings(rooms.process, label, ids, said === 'open' ? null : said);
  return (
    <div className={classes['consent']}>
      <div className={classes['consentHead']}>
        <Autocomplete
          label={say.edition}
          description={say.editionHint}
          inputWrapperOrder={['label', 'input', 'description']}
          data={[...new Set([...labels, String(new Date().getFullYear())])]}
          maxLength={40}
          value={written}
          onChange={setLabel}
          w="22rem"
        />
        <div>
          <Text size="sm" role="status" fw={600}>
            {say.summary(count('yes'), count('no'), count('open'))}
          </Text>
          <Text size="sm" c="dimmed">
            {say.text}
          </Text>
        </div>
      </div>
      {frozen.includes(label) && (
        <Alert color="orange" variant="light" mt="md">
          <Text size="sm">{say.frozen}</Text>
        </Alert>
      )}
      <Group mt="md" gap="xs">
        <Checkbox
          label={say.only}
          checked={onlyOpen}
          onChange={({ currentTarget: { checked } }) => setOnlyOpen(checked)}
          mr="lg"
        />
        <Text size="sm" id="register-bulk">
          {say.bulk}
        </Text>
        {choices.map((said) => (
          <Button
            key={said}
            size="compact-sm"
            variant="default"
            aria-describedby="register-bulk"
            disabled={label === '' || shown.length === 0}
            onClick={() => {
              set(
                shown.map(({ id }) => id),
                said,
              );
              notifications.show({ color: 'green', message: say.bulkDone(shown.length) });
            }}
          >
            {say.bulkSay[said]}
          </Button>
        ))}
      </Group>
      <ul className={`${classes['rows'] ?? ''} ${classes['consentRows'] ?? ''}`}>
        {shown.map(({ id, name }) => (
          <li key={id}>
            <span className={classes['consentName']}>{name}</span>
            <SegmentedControl
              size="xs"
              aria-label={say.group(name)}
              disabled={label === ''}
              value={saidBy(id)}
              data={choices.map((value) => ({ value, label: say.said[value] }))}
              onChange={(value) => set([id], choices.find((one) => one === value) ?? 'open')}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The labels of the editions that are frozen; none until they are read. */
function useFrozenLabels(): readonly string[] {
  const api = useApi();
  const [labels, setLabels] = useState<readonly string[]>([]);
  useEffect(() => {
    let isGone = false;
    void api('editions.list', {}).then((answer) => {
      if (!isGone && answer.ok) setLabels(answer.value.map(({ label }) => label));
    });
    return () => {
      isGone = true;
    };
  }, [api]);
  return labels;
}
