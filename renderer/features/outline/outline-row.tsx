import { useDraggable } from '@dnd-kit/core';
import { ActionIcon, Highlight, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconDots } from '@tabler/icons-react';
import { memo, useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import type { NodeId } from '../../../shared/ids/ids.ts';
import type { Peer } from '../../client/presence.ts';
import { useWords } from '../../client/use-words.ts';
import { PeerDots } from '../../ui/peer-dots.tsx';
import classes from './outline.module.css';
import type { OutlineLine } from './outline-lines.ts';
import { RenameField } from './rename-field.tsx';

export interface OutlineRowProps {
  readonly entry: OutlineLine;
  /** Distance from the top of the list, in rows. */
  readonly index: number;
  readonly isFolded: boolean;
  /** Whether the keyboard is here: of all rows one can be reached with Tab. */
  readonly isActive: boolean;
  /** Whether the caret of the text is here. */
  readonly isCurrent: boolean;
  readonly isMatch: boolean;
  readonly isRenaming: boolean;
  readonly isMovable: boolean;
  /** Whether the keyboard's focus is to follow. */
  readonly takesFocus: boolean;
  readonly highlight: readonly string[];
  readonly peers: readonly Peer[];
  readonly hasActions: boolean;
  readonly onGo: (entry: OutlineLine) => void;
  readonly onFold: (id: NodeId) => void;
  readonly onKey: (event: KeyboardEvent, entry: OutlineLine) => void;
  readonly onMenu: (entry: OutlineLine, at: { readonly x: number; readonly y: number }) => void;
  readonly onRename: (id: NodeId, title: string | null) => void;
}

/** One line of the outline: its number, its words, who is there. */
export const OutlineRow = memo(function OutlineRow(props: OutlineRowProps) {
  const { entry, index, isFolded, isActive, isCurrent, isMatch, isRenaming, takesFocus, peers } = props;
  const words = useWords().outline;
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: entry.id, disabled: !props.isMovable });
  const element = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    if (takesFocus) element.current?.focus({ preventScroll: true });
  }, [takesFocus]);

  const isGroup = entry.type === 'goalGroup';
  const title = isGroup ? [entry.label, entry.title].filter((part) => part !== '').join(' · ') : entry.title;
  const shown = title === '' ? (entry.type === 'goal' ? words.withoutWords : words.untitled) : title;
  const named = `${entry.number} ${shown}`.trim();
  const openMenu = (event: MouseEvent): void => {
    event.preventDefault();
    props.onMenu(entry, { x: event.clientX, y: event.clientY });
  };
  return (
    <div
      ref={(node) => {
        element.current = node;
        setNodeRef(node);
      }}
      id={`outline-${entry.id}`}
      role="treeitem"
      className={classes['row']}
      style={{ '--row': index, '--level': entry.level - 1 }}
      data-type={entry.type}
      data-current={isCurrent || undefined}
      data-dragging={isDragging || undefined}
      data-faint={title === '' || undefined}
      tabIndex={isActive ? 0 : -1}
      aria-level={entry.level}
      aria-posinset={entry.position}
      aria-setsize={entry.siblings}
      aria-selected={isCurrent}
      {...(entry.children > 0 && { 'aria-expanded': !isFolded })}
      {...(props.isMovable && { 'aria-describedby': 'outline-drag-instructions' })}
      {...(isRenaming ? {} : listeners)}
      onKeyDown={(event) => {
        if (isRenaming) return;
        props.onKey(event, entry);
        if (!event.defaultPrevented) listeners?.['onKeyDown']?.(event);
      }}
      onClick={() => props.onGo(entry)}
      onContextMenu={openMenu}
    >
      <span
        className={classes['fold']}
        aria-hidden
        onClick={(event) => {
          event.stopPropagation();
          if (entry.children > 0) props.onFold(entry.id);
        }}
        onPointerDown={(event) => event.stopPropagation()}
      >
        {entry.children > 0 && (isFolded ? <IconChevronRight size={14} /> : <IconChevronDown size={14} />)}
      </span>
      {isRenaming ? (
        <RenameField
          label={words.renameOf(named)}
          value={entry.title}
          onDone={(value) => props.onRename(entry.id, value)}
        />
      ) : (
        <>
          {entry.number !== '' && <span className={classes['number']}>{entry.number} </span>}
          <Tooltip label={shown} openDelay={700} position="bottom-start" multiline maw={420} withinPortal>
            <span className={classes['title']}>
              {isMatch && props.highlight.length > 0 ? (
                <Highlight
                  component="span"
                  inherit
                  highlight={[...props.highlight]}
                  className={classes['title']}
                >
                  {shown}
                </Highlight>
              ) : (
                shown
              )}
            </span>
          </Tooltip>
          <PeerDots peers={peers} label={words.here} />
          {props.hasActions && (
            <ActionIcon
              className={classes['more']}
              variant="subtle"
              color="gray"
              size={24}
              tabIndex={-1}
              // With the keyboard the same menu opens at the line itself, by Shift+F10.
              aria-hidden
              title={words.actions(named)}
              onPointerDown={(event) => event.stopPropagation()}
              onClick={(event) => {
                event.stopPropagation();
                openMenu(event);
              }}
            >
              <IconDots size={16} />
            </ActionIcon>
          )}
        </>
      )}
    </div>
  );
});
