import { Menu } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { Keys } from '../../ui/keys.tsx';
import type { Command, CommandId } from '../palette/command.ts';
import { useCommandList } from '../palette/command-context.tsx';

/** Groups of commands, divided by lines. */
export type CommandGroups = readonly (readonly CommandId[])[];

/** Of these commands those that can be done now, in their groups; a group of which nothing is left is none. */
export function useCommandGroups(groups: CommandGroups): readonly (readonly Command[])[] {
  const commands = useCommandList();
  return groups
    .map((group) => group.flatMap((id) => commands.filter((command) => command.id === id)))
    .filter((group) => group.length > 0);
}

export interface CommandMenuProps {
  readonly groups: readonly (readonly Command[])[];
  /** What opens the menu. */
  readonly children: ReactNode;
}

/** A menu of commands. */
export function CommandMenu({ groups, children }: CommandMenuProps) {
  return (
    <Menu position="bottom-end" shadow="md" width={330} withinPortal={false}>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        {groups.map((group, index) => (
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
