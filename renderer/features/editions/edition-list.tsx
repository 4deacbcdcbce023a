import { Text, UnstyledButton } from '@mantine/core';
import { IconLock, IconPencil } from '@tabler/icons-react';
import type { EditionLine } from '../../../shared/api/contract.ts';
import { useWords } from '../../client/use-words.ts';
import { shortDay } from '../../ui/format-values.ts';
import layout from '../../ui/side-list.module.css';
import classes from './editions.module.css';

/** The draft (null), or an edition by its label. */
export type Chosen = string | null;

export interface EditionListProps {
  readonly editions: readonly EditionLine[];
  readonly showsDraft: boolean;
  readonly draftTitle: string;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

/** Draft and editions, newest first. */
export function EditionList({ editions, showsDraft, draftTitle, chosen, onChoose }: EditionListProps) {
  const { editions: say, language } = useWords();
  return (
    <nav className={classes['list']} aria-label={say.list}>
      <ul>
        {showsDraft && (
          <li>
            <UnstyledButton
              className={layout['item']}
              aria-current={chosen === null ? 'true' : undefined}
              onClick={() => onChoose(null)}
            >
              <IconPencil size={20} stroke={1.6} aria-hidden className={layout['itemIcon']} />
              <span>
                <span className={classes['itemLabel']}>{say.draft}</span>
                <Text component="span" size="sm" display="block">
                  {draftTitle === '' ? say.untitled : draftTitle}
                </Text>
                <Text component="span" size="sm" c="dimmed" display="block">
                  {say.draftText}
                </Text>
              </span>
            </UnstyledButton>
          </li>
        )}
        {editions.map(({ label, title, frozenAt }) => (
          <li key={label}>
            <UnstyledButton
              className={layout['item']}
              aria-current={chosen === label ? 'true' : undefined}
              onClick={() => onChoose(label)}
            >
              <IconLock size={20} stroke={1.6} aria-hidden className={layout['itemIcon']} />
              <span>
                <span className={classes['itemLabel']}>{say.edition(label)}</span>
                <Text component="span" size="sm" display="block">
                  {title}
                </Text>
                <Text component="span" size="sm" c="dimmed" display="block">
                  {say.frozen(shortDay(frozenAt, language))}
                </Text>
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </nav>
  );
}
