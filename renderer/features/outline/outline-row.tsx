import { useDraggable } from '@dnd-kit/core';
import { Highlight } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconDots } from '@tabler/icons-react';
import { memo, useEffect, useRef, type MouseEvent } from 'react';
import type { Peer } from '../../client/presence.ts';
import { useWords } from '../../client/use-words.ts';
import { PeerDots } from '../../ui/peer-dots.tsx';
import classes from './outline.module.css';
import { excerptAround, type OutlineLine } from './outline-lines.ts';
import { RenameField } from './rename-field.tsx';
import type { RowHandlers } from './use-row-handlers.ts';

export interface OutlineRowProps {
  readonly line: OutlineLine;
  /** Distance from the top of the list, in rows. */
  readonly index: number;
  readonly isFolded: boolean;
  /** Whether the keyboard is here: of all rows one can be reached with Tab. */
  readonly isActive: boolean;
  /** Whether the caret of the text is here. */
  readonly isCurrent: boolean;
  readonly isRenaming: boolean;
  readonly isMovable: boolean;
  /** Whether the keyboard's focus is to follow. */
  readonly takesFocus: boolean;
  /** Words to be marked; none where nothing is looked for, or the line only leads to what is found. */
  readonly highlight: readonly string[];
  readonly peers: readonly Peer[];
  readonly handlers: RowHandlers;
}

/**
 * One line of the outline: its number, its words, who is there. Plain elements, because each key in the filter may draw
 * sixty of them.
 */
export const OutlineRow = memo(function OutlineRow(props: OutlineRowProps) {
  const { line, index, isFolded, isActive, isCurrent, isRenaming, takesFocus, peers, handlers } = props;
  const words = useWords().outline;
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: line.id, disabled: !props.isMovable });
  const element = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    if (takesFocus) element.current?.focus({ preventScroll: true });
  }, [takesFocus]);

  const isGroup = line.type === 'goalGroup';
  const title = isGroup ? [line.label, line.title].filter((part) => part !== '').join(' · ') : line.title;
  const shown = title === '' ? (line.type === 'goal' ? words.withoutWords : words.untitled) : title;
  const named = `${line.number} ${shown}`.trim();
  const openMenu = (event: MouseEvent): void => {
    event.preventDefault();
    handlers.onMenu(line, { x: event.clientX, y: event.clientY });
  };
  return (
    <div
      ref={(node) => {
        element.current = node;
        setNodeRef(node);
      }}
      id={`outline-${line.id}`}
      role="treeitem"
      className={classes['row']}
      style={{ '--row': index, '--level': line.level - 1 }}
      data-type={line.type}
      data-current={isCurrent || undefined}
      data-dragging={isDragging || undefined}
      data-faint={title === '' || undefined}
      tabIndex={isActive ? 0 : -1}
      aria-level={line.level}
      aria-posinset={line.position}
      aria-setsize={line.siblings}
      aria-selected={isCurrent}
      {...(line.children > 0 && { 'aria-expanded': !isFolded })}
      {...(props.isMovable && { 'aria-describedby': 'outline-drag-instructions' })}
      {...(isRenaming ? {} : listeners)}
      onKeyDown={(event) => {
        if (isRenaming) return;
        handlers.onKey(event, line);
        if (!event.defaultPrevented) listeners?.['onKeyDown']?.(event);
      }}
      onClick={() => handlers.onGo(line)}
      onContextMenu={openMenu}
    >
      <span
        className={classes['fold']}
        aria-hidden
        onClick={(event) => {
          event.stopPropagation();
          if (line.children > 0) handlers.onFold(line.id);
        }}
        onPointerDown={(event) => event.stopPropagation()}
      >
        {line.children > 0 && (isFolded ? <IconChevronRight size={14} /> : <IconChevronDown size={14} />)}
      </span>
      {isRenaming ? (
        <RenameField
          label={words.renameOf(named)}
          value={line.title}
          onDone={(value) => handlers.onRename(line, value)}
        />
      ) : (
        <>
          {line.number !== '' && <span className={classes['number']}>{line.number} </span>}
          <span className={classes['title']} title={shown}>
            {props.highlight.length > 0 ? (
              <Highlight
                component="span"
                inherit
                highlight={[...props.highlight]}
                className={classes['title']}
              >
                {excerptAround(shown, props.highlight)}
              </Highlight>
            ) : (
              shown
            )}
          </span>
          <PeerDots peers={peers} label={words.here} />
          <button
            type="button"
            className={classes['more']}
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
          </button>
        </>
      )}
    </div>
  );
});
