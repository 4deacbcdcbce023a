import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconPlus } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { useSession } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { useFrame } from '../frame/frame-context.tsx';
import { nameOf } from '../outline/outline-lines.ts';
import { additionsAt, type Addition } from './additions.ts';
import classes from './writing.module.css';

export interface AddMenuProps {
  /** What is done before the caret goes to what was added. */
  readonly onAdd?: () => void;
  readonly isProminent?: boolean;
}

/** Everything that can be added where the caret stands; nothing for those who may not write. */
export function AddMenu({ onAdd, isProminent = false }: AddMenuProps) {
  const { writing: words } = useWords();
  const { profile } = useSession();
  const { editor, mayWrite, lines, selected } = useFrame();
  const [additions, setAdditions] = useState<readonly Addition[]>([]);
  if (editor === null || !mayWrite) return null;
  const line = lines.find(({ id }) => id === selected);
  return (
    <Menu
      position="bottom-start"
      shadow="md"
      // Within the landmark in which its button stands.
      withinPortal={false}
      floatingStrategy="fixed"
      trapFocus
      returnFocus={false}
      onOpen={() => setAdditions(additionsAt(editor, profile, words))}
    >
      <Menu.Target>
        <Button
          size="compact-md"
          className={classes['add'] ?? ''}
          aria-label={words.add}
          variant={isProminent ? 'filled' : 'light'}
          leftSection={<IconPlus size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          <span className={classes['words']}>{words.add}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={words.add} mah="min(70vh, 34rem)" style={{ overflowY: 'auto' }}>
        <Menu.Label>{line === undefined ? words.addAtStart : words.addAfter(nameOf(line))}</Menu.Label>
        {additions.length === 0 && <Menu.Item disabled>{words.nothing}</Menu.Item>}
        {additions.map(({ id, label, group, run }, index) => (
          <Fragment key={id}>
            {index > 0 && additions[index - 1]?.group !== group && <Menu.Divider />}
            <Menu.Item
              onClick={() => {
                onAdd?.();
                run();
                editor.tiptap.commands.focus();
              }}
            >
              {label}
            </Menu.Item>
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
