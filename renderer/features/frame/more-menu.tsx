import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useWords } from '../../client/use-words.ts';
import { Keys } from '../../ui/keys.tsx';
import type { CommandId } from '../palette/command.ts';
import { useCommandList } from '../palette/command-context.tsx';

/** What is done now and then; everything else is found by the palette. */
const groups: readonly (readonly CommandId[])[] = [
  ['file.start', 'file.import', 'file.export', 'file.printPreview', 'view.editions'],
  ['view.contributions', 'view.rounds', 'view.overview', 'view.weighing'],
  ['edit.header', 'edit.find', 'edit.replace'],
  ['view.history', 'view.sharing', 'text.lock', 'text.unlock', 'view.projector', 'view.show'],
  ['view.preferences', 'view.dark', 'view.language'],
  ['file.unsent', 'file.forget'],
  ['help.keyboard', 'help.about'],
];

/** A menu of the commands that have no button. */
export function MoreMenu() {
  const words = useWords().frame;
  const commands = useCommandList();
  const shown = groups
    .map((group) => group.flatMap((id) => commands.filter((command) => command.id === id)))
    .filter((group) => group.length > 0);
  return (
    <Menu position="bottom-end" shadow="md" width={330} withinPortal={false}>
      <Menu.Target>
        <Tooltip label={words.more}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={words.more}>
            <IconDots size={20} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {shown.map((group, index) => (
          <Fragment key={group[0]?.id}>
            {index > 0 && <Menu.Divider />}
            {group.map(({ id, label, keys, run }) => (
              <Menu.Item
                key={id}
                onClick={run}
                rightSection={keys === null ? undefined : <Keys keys={keys} />}
              >
                {label}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
