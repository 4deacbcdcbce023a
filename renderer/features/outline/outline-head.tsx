import { ActionIcon, CloseButton, Group, TextInput, Title, Tooltip } from '@mantine/core';
import { IconFilter, IconFold, IconFoldDown } from '@tabler/icons-react';
import { useWords } from '../../client/use-words.ts';
import classes from './outline.module.css';

export interface OutlineHeadProps {
  readonly query: string;
  /** How many lines hold what is looked for; null where nothing is. */
  readonly found: number | null;
  readonly isFolded: boolean;
  readonly onQuery: (query: string) => void;
  readonly onFoldAll: () => void;
  /** The keyboard wants to go to the lines. */
  readonly onDown: () => void;
}

/** Heading of the outline, the filter, and the button that folds all chapters. */
export function OutlineHead({ query, found, isFolded, onQuery, onFoldAll, onDown }: OutlineHeadProps) {
  const words = useWords().outline;
  const folding = isFolded ? words.unfoldAll : words.foldAll;
  return (
    <div className={classes['head']}>
      <Group className={classes['headLine']}>
        <Title order={2} size="h6" id="outline-title">
          {words.title}
        </Title>
        <Tooltip label={folding}>
          <ActionIcon variant="subtle" color="gray" aria-label={folding} onClick={onFoldAll}>
            {isFolded ? <IconFoldDown size={18} /> : <IconFold size={18} />}
          </ActionIcon>
        </Tooltip>
      </Group>
      <TextInput
        size="xs"
        type="search"
        aria-label={words.filter}
        placeholder={words.filterPlaceholder}
        leftSection={<IconFilter size={15} />}
        value={query}
        onChange={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onQuery('');
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            onDown();
          }
        }}
        rightSection={
          query !== '' && <CloseButton size="sm" aria-label={words.clearFilter} onClick={() => onQuery('')} />
        }
      />
      <div className={classes['found']} role="status" hidden={found === null}>
        {found !== null && (found === 0 ? words.nothingFound : words.found(found))}
      </div>
    </div>
  );
}
