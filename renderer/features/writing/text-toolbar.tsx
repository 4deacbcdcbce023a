import { ActionIcon, Group, Tooltip } from '@mantine/core';
import {
  IconFileSymlink,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconSeparatorHorizontal,
  IconBold,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconSuperscript,
  type Icon,
} from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useWords } from '../../client/use-words.ts';
import { Keys } from '../../ui/keys.tsx';
import { useFrame } from '../frame/frame-context.tsx';
import { useCommandList } from '../palette/command-context.tsx';
import { AddMenu } from './add-menu.tsx';
import { useWritingState, type WritingTool } from './use-writing-state.ts';
import classes from './writing.module.css';

const groups: readonly (readonly (readonly [WritingTool, Icon])[])[] = [
  [
    ['edit.undo', IconArrowBackUp],
    ['edit.redo', IconArrowForwardUp],
  ],
  [
    ['edit.strong', IconBold],
    ['edit.emphasis', IconItalic],
    ['edit.link', IconLink],
  ],
  [
    ['edit.bulletList', IconList],
    ['edit.orderedList', IconListNumbers],
  ],
  [
    ['edit.footnote', IconSuperscript],
    ['edit.reference', IconFileSymlink],
    ['edit.split', IconSeparatorHorizontal],
  ],
];
const order = groups.flat().map(([tool]) => tool);
const toggles: ReadonlySet<WritingTool> = new Set([
  'edit.strong',
  'edit.emphasis',
  'edit.bulletList',
  'edit.orderedList',
]);

/** The bar above the text with what is done often while writing; nothing for those who may not write. */
export function TextToolbar() {
  const { writing: words, shell } = useWords();
  const { editor, mayWrite } = useFrame();
  const commands = useCommandList();
  const state = useWritingState(mayWrite ? editor : null);
  const [stop, setStop] = useState(0);
  const bar = useRef<HTMLDivElement | null>(null);
  if (editor === null || !mayWrite) return null;
  const names: Readonly<Record<WritingTool, string>> = {
    'edit.undo': shell.commands['edit.undo'],
    'edit.redo': shell.commands['edit.redo'],
    'edit.strong': words.strong,
    'edit.emphasis': words.emphasis,
    'edit.bulletList': words.bulletList,
    'edit.orderedList': words.orderedList,
    'edit.link': words.link,
    'edit.footnote': words.footnote,
    'edit.reference': words.reference,
    'edit.split': words.split,
  };
  const buttons = (): HTMLElement[] => [
    ...(bar.current?.querySelectorAll<HTMLElement>(':scope button[data-tool]') ?? []),
  ];
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = buttons();
    const at = all.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) {
      if (event.key === 'Escape') editor.tiptap.commands.focus();
      return;
    }
    event.preventDefault();
    const next = (to + all.length) % all.length;
    setStop(next);
    all[next]?.focus();
  };
  return (
    <div className={classes['strip']}>
      <div
        ref={bar}
        role="toolbar"
        aria-label={words.bar}
        aria-controls="text"
        className={classes['bar']}
        onKeyDown={onKeyDown}
      >
        {groups.map((group, at) => (
          <Group key={at} gap={2} wrap="nowrap" className={classes['group'] ?? ''}>
            {group.map(([tool, Sign]) => {
              const own = order.indexOf(tool);
              const command = commands.find(({ id }) => id === tool);
              const isPossible = command !== undefined && state.can.has(tool);
              const keys = command?.keys ?? null;
              return (
                <Tooltip
                  key={tool}
                  label={
                    <span className={classes['tip']}>
                      {names[tool]}
                      {keys !== null && <Keys keys={keys} />}
                    </span>
                  }
                >
                  <ActionIcon
                    data-tool={tool}
                    variant={state.active.has(tool) ? 'light' : 'subtle'}
                    color={state.active.has(tool) ? 'petrol' : 'gray'}
                    size="md"
                    aria-label={names[tool]}
                    aria-disabled={!isPossible}
                    {...(!isPossible && { 'data-disabled': true })}
                    {...(toggles.has(tool) && { 'aria-pressed': state.active.has(tool) })}
                    tabIndex={own === stop ? 0 : -1}
                    // The selection stays in the text.
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => {
                      setStop(own);
                      if (isPossible) command.run();
                    }}
                  >
                    <Sign size={18} stroke={1.7} />
                  </ActionIcon>
                </Tooltip>
              );
            })}
          </Group>
        ))}
      </div>
      <AddMenu />
    </div>
  );
}
