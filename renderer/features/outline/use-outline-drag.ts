import type { Announcements, DragMoveEvent, DragStartEvent, KeyboardCoordinateGetter } from '@dnd-kit/core';
import { useRef, useState, type RefObject } from 'react';
import { isNodeId } from '../../../shared/ids/ids.ts';
import { useWords } from '../../client/use-words.ts';
import { dropPlace, type DropContext, type DropPlace } from './drop-target.ts';
import type { OutlineActions } from './outline-actions.ts';
import { nameOf, type OutlineLine } from './outline-lines.ts';

interface OutlineDragDeps extends DropContext {
  readonly list: RefObject<HTMLElement | null>;
  readonly rowHeight: number;
  readonly actions: OutlineActions;
  readonly announceMove: (message: string) => void;
}

/** A line on its way to another place, by pointer or keyboard. */
export interface OutlineDrag {
  readonly dragged: OutlineLine | null;
  /** Where it would land now. */
  readonly place: DropPlace | null;
  readonly announcements: Announcements;
  readonly byKeyboard: KeyboardCoordinateGetter;
  readonly onStart: (event: DragStartEvent) => void;
  readonly onMove: (event: DragMoveEvent) => void;
  readonly onEnd: () => void;
  readonly onCancel: () => void;
}

/** Turns what the pointer or the arrow keys do into a place of the outline, and tells it to those who do not see it. */
export function useOutlineDrag(deps: OutlineDragDeps): OutlineDrag {
  const words = useWords().outline;
  const [dragged, setDragged] = useState<OutlineLine | null>(null);
  const [place, setPlace] = useState<DropPlace | null>(null);
  /** The same for announcements, which are made before React renders again. */
  const latest = useRef<{ readonly entry: OutlineLine | null; readonly place: DropPlace | null }>({
    entry: null,
    place: null,
  });
  const set = (entry: OutlineLine | null, next: DropPlace | null): void => {
    latest.current = { entry, place: next };
    setDragged(entry);
    setPlace((before) => (isSame(before, next) ? before : next));
  };

  const describe = (): string => {
    const { entry, place: at } = latest.current;
    if (entry === null || at === null) return words.drag.nowhere;
    const { target } = at;
    const [id, phrase] =
      'into' in target
        ? [target.into, words.drag.into]
        : 'before' in target
          ? [target.before, words.drag.before]
          : [target.after, words.drag.after];
    const beside = deps.byId.get(id);
    return words.drag.over(phrase(beside === undefined ? '' : nameOf(beside)));
  };

  return {
    dragged,
    place,
    announcements: {
      onDragStart: () => {
        const { entry } = latest.current;
        return entry === null ? undefined : words.drag.started(nameOf(entry));
      },
      onDragMove: () => describe(),
      onDragOver: () => undefined,
      onDragEnd: () => undefined,
      onDragCancel: () => words.drag.cancelled,
    },
    byKeyboard: (event, { currentCoordinates }) => {
      const { rowHeight } = deps;
      if (event.code === 'ArrowDown') return { ...currentCoordinates, y: currentCoordinates.y + rowHeight };
      if (event.code === 'ArrowUp') return { ...currentCoordinates, y: currentCoordinates.y - rowHeight };
      return undefined;
    },
    onStart({ active }) {
      const entry = isNodeId(active.id) ? deps.byId.get(active.id) : undefined;
      set(entry ?? null, null);
    },
    onMove({ active }) {
      const box = active.rect.current.translated;
      const top = deps.list.current?.getBoundingClientRect().top;
      const { entry } = latest.current;
      if (box === null || top === undefined || entry === null) return;
      const at = (box.top + box.height / 2 - top) / deps.rowHeight;
      const over = Math.min(Math.max(0, Math.floor(at)), deps.visible.length - 1);
      set(entry, dropPlace(entry, over, at - over < 0.5 ? 'upper' : 'lower', deps));
    },
    onEnd() {
      const { entry, place: at } = latest.current;
      set(null, null);
      if (entry === null || at === null) deps.announceMove(words.drag.cancelled);
      else if (!deps.actions.move(entry, at.target)) deps.announceMove(words.notMovable);
    },
    onCancel: () => set(null, null),
  };
}

function isSame(left: DropPlace | null, right: DropPlace | null): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
