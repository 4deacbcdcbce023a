import { VisuallyHidden } from '@mantine/core';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { NodeId } from '../../../shared/ids/ids.ts';
import type { Profile } from '../../../shared/schema/profile.ts';
import type { Peer } from '../../client/presence.ts';
import { useWords } from '../../client/use-words.ts';
import { stepTarget } from './drop-target.ts';
import { useFolding } from './folding.ts';
import { hasHeading, lineActions } from './line-actions.ts';
import type { OutlineActions } from './outline-actions.ts';
import { OutlineHead } from './outline-head.tsx';
import { nameOf, pathTo, type OutlineLine } from './outline-lines.ts';
import { OutlineMenu } from './outline-menu.tsx';
import { OutlineRow } from './outline-row.tsx';
import { OutlineTree } from './outline-tree.tsx';
import classes from './outline.module.css';
import { peersByLine } from './peers-by-line.ts';
import { useOutlineDrag } from './use-outline-drag.ts';
import { useOutlineKeys } from './use-outline-keys.ts';
import { useRowHandlers } from './use-row-handlers.ts';
import { useRowWindow } from './use-row-window.ts';
import { useShownLines } from './use-shown-lines.ts';

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
  const { lines, profile, current, peers, mayWrite, actions, announce, add } = props;
  const words = useWords().outline;
  const { folded, setFolded } = useFolding();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState<NodeId | null>(null);
  const [takesFocus, setTakesFocus] = useState(false);
  const [renaming, setRenaming] = useState<NodeId | null>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const scroller = useRef<HTMLDivElement | null>(null);
  const tree = useRef<HTMLDivElement | null>(null);
  const rows = useRowWindow(scroller);
  const { reveal } = rows;

  const shown = useShownLines(lines, folded, query);
  const { visible, byId, indexOf, matches } = shown;
  const peersAt = useMemo(() => peersByLine(peers, byId, (id) => indexOf.has(id)), [peers, byId, indexOf]);
  const shownCurrent = useMemo(
    () => (current === null ? null : (pathTo(byId, current).findLast(({ id }) => indexOf.has(id)) ?? null)),
    [byId, indexOf, current],
  );
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

  const focusOn = (line: OutlineLine | undefined): void => {
    const index = line && indexOf.get(line.id);
    if (line === undefined || index === undefined) return;
    setActive(line.id);
    setTakesFocus(true);
    reveal(index);
  };
  const fold = (id: NodeId): void =>
    setFolded((before) =>
      before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
    );
  const step = (line: OutlineLine, direction: 'up' | 'down'): void => {
    const target = stepTarget(line, direction, lines, context);
    if (target === null) announce(words.atEnd);
    else if (!actions.move(line, target)) announce(words.notMovable);
  };
  const rename = (line: OutlineLine): void => {
    if (hasHeading(line)) setRenaming(line.id);
    else actions.goTo(line.id, true);
  };
  const openMenu: (line: OutlineLine, at: Point) => void = (line, at) => setMenu({ line, at });
  const onKey = useOutlineKeys({
    ...{ shown, folded, mayWrite, actions, focusOn, fold, step, rename, openMenu },
  });
  const handlers = useRowHandlers({
    onGo(line) {
      setActive(line.id);
      actions.goTo(line.id, false);
    },
    onFold: fold,
    onKey(event, line) {
      if (drag.dragged === null) onKey(event, line);
    },
    onMenu: openMenu,
    onRename(line, title) {
      setRenaming(null);
      focusOn(line);
      if (title !== null && title.trim() !== line.title) actions.rename(line.id, title.trim());
    },
  });

  const allFolded = lines.some(({ level, children, id }) => level === 1 && children > 0 && folded.has(id));
  const foldAll = (): void => {
    const withChildren = lines.filter(({ children }) => children > 0);
    setFolded(() => new Set(allFolded ? [] : withChildren.map(({ id }) => id)));
  };
  return (
    <div className={classes['outline']}>
      <OutlineHead
        query={query}
        found={matches?.size ?? null}
        isFolded={allFolded}
        onQuery={setQuery}
        onFoldAll={foldAll}
        onDown={() => focusOn(visible.find(({ id }) => matches === null || matches.has(id)))}
      />
      <VisuallyHidden id="outline-drag-instructions">{words.drag.instructions}</VisuallyHidden>
      {lines.length === 0 && (
        <div className={classes['empty']}>
          <p>{words.empty}</p>
          <p>{mayWrite ? words.emptyHint : words.emptyReader}</p>
        </div>
      )}
      <OutlineTree
        drag={drag}
        height={visible.length * rows.rowHeight}
        scroller={scroller}
        tree={tree}
        onBlur={() => setTakesFocus(false)}
      >
        {drawnRows(visible, rows, [activeId, drag.dragged?.id], indexOf).map((index) => {
          const line = visible[index];
          if (line === undefined) return null;
          return (
            <OutlineRow
              key={line.id}
              line={line}
              index={index}
              isFolded={matches === null && folded.has(line.id)}
              isActive={line.id === activeId}
              isCurrent={line.id === shownCurrent?.id}
              isRenaming={renaming === line.id}
              isMovable={mayWrite && matches === null}
              takesFocus={takesFocus && line.id === activeId}
              highlight={matches?.has(line.id) === true ? shown.highlight : none}
              peers={peersAt.get(line.id) ?? none}
              handlers={handlers}
            />
          );
        })}
      </OutlineTree>
      {add !== undefined && mayWrite && <div className={classes['foot']}>{add}</div>}
      {menu !== null && (
        <OutlineMenu
          label={words.actions(nameOf(menu.line))}
          at={menu.at}
          actions={lineActions(
            menu.line,
            actions.menuOf(menu.line),
            mayWrite ? { rename: ({ id }) => setRenaming(id), step } : null,
            words,
          )}
          onClose={() => setMenu(null)}
        />
      )}
    </div>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface OpenMenu {
  readonly line: OutlineLine;
  readonly at: Point;
}

const none: readonly never[] = [];

/** Places of the lines to be drawn: those in the window, and where the keyboard or the pointer holds one outside of it. */
function drawnRows(
  visible: readonly OutlineLine[],
  { first, last }: { readonly first: number; readonly last: number },
  held: readonly (NodeId | null | undefined)[],
  indexOf: ReadonlyMap<NodeId, number>,
): readonly number[] {
  const drawn = new Set<number>();
  for (let index = first; index <= Math.min(last, visible.length - 1); index += 1) drawn.add(index);
  for (const id of held) {
    const index = id === null || id === undefined ? undefined : indexOf.get(id);
    if (index !== undefined) drawn.add(index);
  }
  return [...drawn].sort((left, right) => left - right);
}
