import { DndContext, DragOverlay, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { ActionIcon, CloseButton, Group, TextInput, Title, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconFilter, IconFold, IconFoldDown } from '@tabler/icons-react';
import {
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import type { NodeId } from '../../../shared/ids/ids.ts';
import type { Profile } from '../../../shared/schema/profile.ts';
import type { Peer } from '../../client/presence.ts';
import { useWords } from '../../client/use-words.ts';
import { stepTarget } from './drop-target.ts';
import { useFolding } from './folding.ts';
import type { OutlineActions } from './outline-actions.ts';
import { filterLines, nameOf, pathTo, visibleLines, type OutlineLine } from './outline-lines.ts';
import { OutlineMenu } from './outline-menu.tsx';
import { OutlineRow } from './outline-row.tsx';
import classes from './outline.module.css';
import { useOutlineDrag } from './use-outline-drag.ts';
import { useRowWindow } from './use-row-window.ts';
import { useTypeAhead } from './use-type-ahead.ts';

export interface OutlineProps {
  readonly lines: readonly OutlineLine[];
  readonly profile: Profile;
  /** Where the caret is, be it a line or something that stands in one. */
  readonly current: NodeId | null;
  readonly peers: readonly Peer[];
  readonly mayWrite: boolean;
  readonly actions: OutlineActions;
  /** Says something to those who do not see the screen. */
  readonly announce: (message: string) => void;
  /** By what something is added, at the foot. */
  readonly add?: ReactNode;
}

/** Chapters, fields, groups and goals of the text as a tree, to go about and to put in order. */
export function Outline(props: OutlineProps) {
  const { lines: entries, profile, current, peers, mayWrite, actions, announce, add } = props;
  const words = useWords().outline;
  const { folded, setFolded } = useFolding();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState<NodeId | null>(null);
  const [takesFocus, setTakesFocus] = useState(false);
  const [renaming, setRenaming] = useState<NodeId | null>(null);
  const [menu, setMenu] = useState<{
    readonly entry: OutlineLine;
    readonly x: number;
    readonly y: number;
  } | null>(null);
  const scroller = useRef<HTMLDivElement | null>(null);
  const tree = useRef<HTMLDivElement | null>(null);
  const rows = useRowWindow(scroller);
  const { reveal } = rows;
  const typeAhead = useTypeAhead();

  const asked = useDeferredValue(query.trim());
  const filtered = useMemo(() => (asked === '' ? null : filterLines(entries, asked)), [entries, asked]);
  const visible = useMemo(
    () => filtered?.lines ?? visibleLines(entries, folded),
    [filtered, entries, folded],
  );
  const highlight = useMemo(() => asked.split(/\s+/).filter((word) => word !== ''), [asked]);
  const byId = useMemo(() => new Map(entries.map((entry) => [entry.id, entry])), [entries]);
  const indexOf = useMemo(() => new Map(visible.map(({ id }, index) => [id, index])), [visible]);
  const peersAt = useMemo(() => peersByLine(peers, byId, indexOf), [peers, byId, indexOf]);
  const shownCurrent =
    current === null ? null : (pathTo(entries, current).findLast(({ id }) => indexOf.has(id)) ?? null);
  const activeId =
    active !== null && indexOf.has(active) ? active : (shownCurrent?.id ?? visible[0]?.id ?? null);

  // The outline follows the caret, unless somebody is going about in it.
  const currentIndex = shownCurrent === null ? undefined : indexOf.get(shownCurrent.id);
  useEffect(() => {
    if (currentIndex === undefined || scroller.current?.contains(document.activeElement)) return;
    reveal(currentIndex);
  }, [currentIndex, reveal]);

  const context = { byId, profile };
  const drag = useOutlineDrag({
    ...{ ...context, visible, actions, list: tree, announceMove: announce },
    rowHeight: rows.rowHeight,
  });
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, {
      keyboardCodes: { start: ['Space'], cancel: ['Escape', 'Tab'], end: ['Space', 'Enter'] },
      coordinateGetter: drag.byKeyboard,
    }),
  );

  const focusOn = (entry: OutlineLine | undefined): void => {
    const index = entry && indexOf.get(entry.id);
    if (entry === undefined || index === undefined) return;
    setActive(entry.id);
    setTakesFocus(true);
    reveal(index);
  };
  const fold = (id: NodeId): void =>
    setFolded((before) =>
      before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
    );
  const step = (entry: OutlineLine, direction: 'up' | 'down'): void => {
    const target = stepTarget(entry, direction, entries, context);
    if (target === null) announce(words.atEnd);
    else if (!actions.move(entry, target)) announce(words.notMovable);
  };
  const startRename = (entry: OutlineLine): void => {
    if (entry.type === 'goal' || entry.type === 'participants') actions.goTo(entry.id, true);
    else setRenaming(entry.id);
  };

  const onKey = (event: KeyboardEvent, entry: OutlineLine): void => {
    if (drag.dragged !== null) return;
    const at = indexOf.get(entry.id) ?? 0;
    const hit = (): void => event.preventDefault();
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      hit();
      if (mayWrite) step(entry, event.key === 'ArrowUp' ? 'up' : 'down');
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key.length > 1 && event.key !== 'Shift') typeAhead.forget();
    switch (event.key) {
      case 'ArrowDown':
        hit();
        focusOn(visible[at + 1]);
        break;
      case 'ArrowUp':
        hit();
        focusOn(visible[at - 1]);
        break;
      case 'Home':
        hit();
        focusOn(visible[0]);
        break;
      case 'End':
        hit();
        focusOn(visible.at(-1));
        break;
      case 'ArrowRight':
        hit();
        if (entry.children > 0 && folded.has(entry.id)) fold(entry.id);
        else if (entry.children > 0) focusOn(visible[at + 1]);
        break;
      case 'ArrowLeft':
        hit();
        if (entry.children > 0 && !folded.has(entry.id) && filtered === null) fold(entry.id);
        else if (entry.parent !== null) focusOn(byId.get(entry.parent));
        break;
      case 'Enter':
        hit();
        actions.goTo(entry.id, true);
        break;
      case 'F2':
        hit();
        if (mayWrite) startRename(entry);
        break;
      case 'Delete':
        hit();
        if (mayWrite) actions.remove(entry);
        break;
      case 'ContextMenu':
      case 'F10': {
        if (event.key === 'F10' && !event.shiftKey) break;
        hit();
        const box = event.currentTarget.getBoundingClientRect();
        // After this event: the menu would take it for one that puts it away.
        requestAnimationFrame(() => setMenu({ entry, x: box.left + 48, y: box.bottom }));
        break;
      }
      default:
        if (event.key.length === 1 && event.key !== ' ') {
          const found = typeAhead.find(event.key, visible, at);
          if (found) hit();
          focusOn(found);
        }
    }
  };

  const drawn = visible
    .map((entry, index) => ({ entry, index }))
    .filter(
      ({ entry, index }) =>
        (index >= rows.first && index <= rows.last) || entry.id === activeId || entry.id === drag.dragged?.id,
    );
  const menuActions =
    menu === null
      ? []
      : [
          ...actions.menuOf(menu.entry),
          ...(mayWrite && menu.entry.type !== 'goal' && menu.entry.type !== 'participants'
            ? [
                {
                  id: 'rename',
                  label: words.rename,
                  group: 2,
                  keys: 'F2',
                  run: () => setRenaming(menu.entry.id),
                },
              ]
            : []),
          ...(mayWrite
            ? [
                {
                  id: 'up',
                  label: words.moveUp,
                  group: 4,
                  keys: 'Alt+ArrowUp',
                  run: () => step(menu.entry, 'up'),
                },
                {
                  id: 'down',
                  label: words.moveDown,
                  group: 4,
                  keys: 'Alt+ArrowDown',
                  run: () => step(menu.entry, 'down'),
                },
              ]
            : []),
        ].sort((left, right) => left.group - right.group);
  const allFolded = entries.some(({ level, children, id }) => level === 1 && children > 0 && folded.has(id));

  return (
    <div className={classes['outline']}>
      <div className={classes['head']}>
        <Group className={classes['headLine']}>
          <Title order={2} size="h6" id="outline-title">
            {words.title}
          </Title>
          <Tooltip label={allFolded ? words.unfoldAll : words.foldAll}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={allFolded ? words.unfoldAll : words.foldAll}
              onClick={() =>
                setFolded(() =>
                  allFolded
                    ? new Set()
                    : new Set(entries.filter(({ children }) => children > 0).map(({ id }) => id)),
                )
              }
            >
              {allFolded ? <IconFoldDown size={18} /> : <IconFold size={18} />}
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
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setQuery('');
            if (event.key === 'ArrowDown') {
              event.preventDefault();
              focusOn(visible.find(({ id }) => filtered === null || filtered.matches.has(id)));
            }
          }}
          rightSection={
            query !== '' && (
              <CloseButton size="sm" aria-label={words.clearFilter} onClick={() => setQuery('')} />
            )
          }
        />
        <div className={classes['found']} role="status" hidden={filtered === null}>
          {filtered !== null &&
            (filtered.matches.size === 0 ? words.nothingFound : words.found(filtered.matches.size))}
        </div>
      </div>
      <VisuallyHidden id="outline-drag-instructions">{words.drag.instructions}</VisuallyHidden>
      {entries.length === 0 && (
        <div className={classes['empty']}>
          <p>{words.empty}</p>
          <p>{mayWrite ? words.emptyHint : words.emptyReader}</p>
        </div>
      )}
      <DndContext
        sensors={sensors}
        collisionDetection={noCollisions}
        accessibility={{
          announcements: drag.announcements,
          screenReaderInstructions: { draggable: words.drag.instructions },
        }}
        onDragStart={drag.onStart}
        onDragMove={drag.onMove}
        onDragEnd={drag.onEnd}
        onDragCancel={drag.onCancel}
      >
        <div ref={scroller} className={classes['scroll']}>
          <div
            role="tree"
            aria-labelledby="outline-title"
            className={classes['tree']}
            style={{ height: visible.length * rows.rowHeight }}
            hidden={visible.length === 0}
            ref={tree}
            onBlur={() => setTakesFocus(false)}
          >
            {drawn.map(({ entry, index }) => (
              <OutlineRow
                key={entry.id}
                entry={entry}
                index={index}
                isFolded={filtered === null && folded.has(entry.id)}
                isActive={entry.id === activeId}
                isCurrent={entry.id === shownCurrent?.id}
                isMatch={filtered?.matches.has(entry.id) ?? false}
                isRenaming={renaming === entry.id}
                isMovable={mayWrite && filtered === null}
                takesFocus={takesFocus && entry.id === activeId}
                highlight={highlight}
                peers={peersAt.get(entry.id) ?? none}
                hasActions
                onGo={(gone) => {
                  setActive(gone.id);
                  actions.goTo(gone.id, false);
                }}
                onFold={fold}
                onKey={onKey}
                onMenu={(at, place) => setMenu({ entry: at, ...place })}
                onRename={(id, title) => {
                  setRenaming(null);
                  focusOn(entry);
                  if (title !== null && title.trim() !== entry.title) actions.rename(id, title.trim());
                }}
              />
            ))}
          </div>
          {drag.place !== null && (
            <div
              className={classes['indicator']}
              style={{ '--gap': drag.place.gap, '--level': drag.place.level }}
              data-testid="drop-indicator"
            />
          )}
        </div>
        <DragOverlay dropAnimation={null}>
          {drag.dragged !== null && (
            <div className={classes['overlay']}>
              <span className={classes['number']}>{drag.dragged.number}</span>
              <span className={classes['title']}>{drag.dragged.title}</span>
            </div>
          )}
        </DragOverlay>
      </DndContext>
      {add !== undefined && mayWrite && <div className={classes['foot']}>{add}</div>}
      {menu !== null && (
        <OutlineMenu
          label={words.actions(nameOf(menu.entry))}
          at={menu}
          actions={menuActions}
          onClose={() => setMenu(null)}
        />
      )}
    </div>
  );
}

const none: readonly Peer[] = [];
const noCollisions = (): [] => [];

/** Whoever writes below a folded line is shown at that line. */
function peersByLine(
  peers: readonly Peer[],
  byId: ReadonlyMap<NodeId, OutlineLine>,
  indexOf: ReadonlyMap<NodeId, number>,
): ReadonlyMap<NodeId, readonly Peer[]> {
  const found = new Map<NodeId, Peer[]>();
  for (const peer of peers) {
    if (peer.isSelf || peer.place === null) continue;
    let at = byId.get(peer.place);
    while (at !== undefined && !indexOf.has(at.id)) at = at.parent === null ? undefined : byId.get(at.parent);
    if (at !== undefined) found.set(at.id, [...(found.get(at.id) ?? []), peer]);
  }
  return found;
}
