import { Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { InstitutionId } from '../../../shared/ids/ids.ts';
import { useWords } from '../../client/use-words.ts';
import layout from '../../ui/side-list.module.css';
import type { RegisterLine } from './register-lines.ts';
import classes from './register.module.css';

export interface RegisterListProps {
  readonly lines: readonly RegisterLine[];
  /** How many there are before the search. */
  readonly all: number;
  readonly search: string;
  readonly chosen: InstitutionId | null;
  readonly onSearch: (search: string) => void;
  readonly onChoose: (id: InstitutionId) => void;
}

/** The institutions with what is to be known at a glance; arrows lead from one to the next. */
export function RegisterList({ lines, all, search, chosen, onSearch, onChoose }: RegisterListProps) {
  const { register: words } = useWords();
  const firstGone = lines.findIndex(({ isPresent }) => !isPresent);
  const chosenItem = useRef<HTMLButtonElement>(null);
  // Also where a new name has moved it.
  const place = lines.findIndex(({ institution }) => institution.id === chosen);
  useEffect(() => {
    // It gives a promise in newer browsers, which is no way to end an effect.
    chosenItem.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen, place]);
  const move = (from: HTMLElement, by: 1 | -1): void => {
    const buttons = [...(from.closest('ul')?.querySelectorAll<HTMLElement>('button') ?? [])];
    buttons[buttons.indexOf(from) + by]?.focus();
  };
  return (
    <div className={classes['side']}>
      <div className={classes['search']}>
        <TextInput
          data-autofocus
          aria-label={words.search}
          placeholder={words.searchHint}
          leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
          value={search}
          onChange={({ currentTarget: { value } }) => onSearch(value)}
        />
        <Text size="sm" c="dimmed" mt={6} role="status">
          {lines.length === 0 && all > 0 ? words.nothingFound : words.shown(lines.length, all)}
        </Text>
      </div>
      <nav aria-label={words.list} className={classes['list']}>
        <ul>
          {lines.map((line, index) => (
            <li key={line.institution.id}>
              {index === firstGone && <div className={classes['gone']}>{words.gone}</div>}
              <UnstyledButton
                className={`${layout['choice'] ?? ''} ${classes['item'] ?? ''}`}
                ref={line.institution.id === chosen ? chosenItem : null}
                data-gone={line.isPresent ? undefined : true}
                aria-current={line.institution.id === chosen ? 'true' : undefined}
                onClick={() => onChoose(line.institution.id)}
                onKeyDown={(event) => {
                  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
                  event.preventDefault();
                  move(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
                }}
              >
                <span className={classes['name']}>{line.institution.name}</span>
                <Text component="span" size="sm" c="dimmed" display="block">
                  {glance(line, words)}
                </Text>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

function glance(
  { institution, people, contributions, invited, isPresent }: RegisterLine,
  words: ReturnType<typeof useWords>['register'],
): string {
  return [
    words.kinds[institution.kind],
    ...(people > 0 ? [words.people(people)] : []),
    ...(isPresent ? [words.invited[invited]] : []),
    ...(contributions > 0 ? [words.contributions(contributions)] : []),
  ].join(' · ');
}
