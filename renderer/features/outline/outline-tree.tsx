import { DndContext, DragOverlay, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import type { ReactNode, Ref } from 'react';
import { useWords } from '../../client/use-words.ts';
import classes from './outline.module.css';
import type { OutlineDrag } from './use-outline-drag.ts';

export interface OutlineTreeProps {
  readonly drag: OutlineDrag;
  /** Height of all rows, drawn or not, in pixels. */
  readonly height: number;
  readonly scroller: Ref<HTMLDivElement>;
  readonly tree: Ref<HTMLDivElement>;
  readonly onBlur: () => void;
  /** The rows that are drawn. */
  readonly children: ReactNode;
}

/** The list that scrolls, with the line that is dragged over it and the place where that would land. */
export function OutlineTree({ drag, height, scroller, tree, onBlur, children }: OutlineTreeProps) {
  const words = useWords().outline;
  const { dragged, place } = drag;
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, {
      keyboardCodes: { start: ['Space'], cancel: ['Escape', 'Tab'], end: ['Space', 'Enter'] },
      coordinateGetter: drag.byKeyboard,
    }),
  );
  return (
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
          style={{ height }}
          hidden={height === 0}
          ref={tree}
          onBlur={onBlur}
        >
          {children}
        </div>
        {place !== null && (
          <div
            className={classes['indicator']}
            style={{ '--gap': place.gap, '--level': place.level }}
            data-testid="drop-indicator"
          />
        )}
      </div>
      <DragOverlay dropAnimation={null}>
        {dragged !== null && (
          <div className={classes['overlay']}>
            <div className={classes['card']}>
              <span className={classes['number']}>{dragged.number}</span>
              <span className={classes['title']}>{dragged.title}</span>
            </div>
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}

const noCollisions = (): [] => [];
