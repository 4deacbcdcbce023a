import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconMessages } from '@tabler/icons-react';
import { commandGroups } from '../../../shared/app/app-commands.ts';
import { useWords } from '../../client/use-words.ts';
import { CommandMenu, useCommandGroups } from './command-menu.tsx';

/** The same as in the menu of the desktop program. */
const groups = commandGroups('participation');

/** The way to everything that has to do with institutions and what they say. */
export function ParticipationMenu() {
  const words = useWords().shell.menus;
  // Where there is less, the title would have no room left.
  const isWide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const shown = useCommandGroups(groups);
  if (shown.length === 0) return null;
  return (
    <CommandMenu groups={shown}>
      {isWide ? (
        <Button size="compact-md" variant="subtle" color="gray" leftSection={<IconMessages size={18} />}>
          {words.participation}
        </Button>
      ) : (
        <Tooltip label={words.participation}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={words.participation}>
            <IconMessages size={20} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
    </CommandMenu>
  );
}
