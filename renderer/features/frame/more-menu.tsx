import { ActionIcon, Tooltip } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useWords } from '../../client/use-words.ts';
import { CommandMenu, useCommandGroups, type CommandGroups } from './command-menu.tsx';

/** What is done now and then; everything else is found by the palette. */
const groups: CommandGroups = [
  ['file.start', 'file.import', 'file.export', 'file.printPreview', 'view.editions'],
  ['edit.header', 'edit.find', 'edit.replace'],
  ['view.history', 'view.sharing', 'text.lock', 'text.unlock', 'view.projector', 'view.show'],
  ['view.preferences', 'view.dark', 'view.language'],
  ['file.unsent', 'file.forget'],
  ['help.keyboard', 'help.about'],
];

/** A menu of the commands that have no button. */
export function MoreMenu() {
  const words = useWords().frame;
  return (
    <CommandMenu groups={useCommandGroups(groups)}>
      <Tooltip label={words.more}>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={words.more}>
          <IconDots size={20} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </CommandMenu>
  );
}
