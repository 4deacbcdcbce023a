import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useImperativeHandle, useRef, type Ref, type RefObject } from 'react';

/** A scrolling list of which only the rows near the screen are drawn, as others see it. Heights are in pixels. */
export interface RowWindowHandle {
  readonly element: HTMLDivElement | null;
  /** The row at a height of all rows; -1 where there are none. */
  at(height: number): number;
  /** Where a row begins, and how high it is: guessed until it was drawn. Null where there is no such row. */
  box(index: number): { readonly start: number; readonly size: number } | null;
  /** Scrolls until a row is in the middle. */
  show(index: number): void;
}

export interface RowWindow {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly rows: readonly VirtualItem[];
  readonly height: number;
  /** To be the `ref` of each row that is drawn, which carries `data-index`. */
  readonly measure: (row: HTMLElement | null) => void;
}

/** Rows that are drawn beyond both edges. */
const BEYOND = 8;

/** Keeps the rows near the screen, and `kept` (one that has the focus), drawn. */
export function useRowWindow(options: {
  readonly handle: Ref<RowWindowHandle>;
  readonly count: number;
  readonly keyOf: (index: number) => string;
  /** Guesses the height of a row in a pane of this width. */
  readonly heightOf: (index: number, width: number) => number;
  readonly kept: number;
  /** Called after every scrolling and whenever heights turn out otherwise than guessed. */
  readonly onMove: () => void;
}): RowWindow {
  const { handle, count, keyOf, heightOf, kept, onMove } = options;
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- told to who compiles React, and nobody does here
  const virtualizer = useVirtualizer({
    count,
    overscan: BEYOND,
    getScrollElement: () => scroller.current,
    getItemKey: keyOf,
    estimateSize: (index) => heightOf(index, scroller.current?.clientWidth ?? 600),
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range);
      return kept < 0 || kept >= count || near.includes(kept)
        ? near
        : [...near, kept].sort((one, other) => one - other);
    },
    onChange: onMove,
  });
  useImperativeHandle(
    handle,
    () => ({
      get element() {
        return scroller.current;
      },
      at: (height) => virtualizer.getVirtualItemForOffset(Math.max(0, height))?.index ?? -1,
      box: (index) => virtualizer.measurementsCache[index] ?? null,
      show: (index) => virtualizer.scrollToIndex(index, { align: 'center' }),
    }),
    [virtualizer],
  );
  return {
    scroller,
    rows: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
  };
}

/** How many lines a text takes where so many letters fit into one. */
export function linesOf(text: string, letters: number): number {
  const fit = Math.max(8, letters);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / fit)), 0);
}
