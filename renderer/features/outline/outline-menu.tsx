import { Menu } from '@mantine/core';
import { Fragment } from 'react';
import { Keys } from '../../ui/keys.tsx';
import type { OutlineAction } from './outline-actions.ts';

export interface OutlineMenuProps {
  readonly label: string;
  readonly at: { readonly x: number; readonly y: number };
  readonly actions: readonly OutlineAction[];
  readonly onClose: () => void;
}

/** What can be done with a line, where the pointer or the line is. */
export function OutlineMenu({ label, at, actions, onClose }: OutlineMenuProps) {
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom-start"
      shadow="md"
      // Within the outline's landmark, and not clipped by it.
      withinPortal={false}
      floatingStrategy="fixed"
      trapFocus
      returnFocus
    >
      <Menu.Target>
        <span aria-hidden style={{ position: 'fixed', left: at.x, top: at.y, width: 1, height: 1 }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        {actions.map((action, index) => (
          <Fragment key={action.id}>
            {index > 0 && actions[index - 1]?.group !== action.group && <Menu.Divider />}
            <Menu.Item
              {...(action.isDanger && { c: 'var(--leitbild-draft)' })}
              rightSection={action.keys === undefined ? undefined : <Keys keys={action.keys} />}
              onClick={action.run}
            >
              {action.label}
            </Menu.Item>
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
