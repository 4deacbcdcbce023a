import { useCallback, useLayoutEffect, useState, type RefObject } from 'react';

/** Rows drawn above and below what can be seen, so that scrolling shows no gaps. */
const OVERSCAN = 12;
const ROW_IN_REM = 1.875;

/** Which rows of a long list are to be drawn, and the way to bring one into view. */
export interface RowWindow {
  readonly first: number;
  readonly last: number;
  /** Height of a row in pixels. */
  readonly rowHeight: number;
  readonly reveal: (index: number) => void;
}

/** Follows the scroller of a list whose rows all have one height. */
export function useRowWindow(scroller: RefObject<HTMLDivElement | null>): RowWindow {
  const [rowHeight] = useState(
    () => ROW_IN_REM * parseFloat(getComputedStyle(document.documentElement).fontSize),
  );
  const [range, setRange] = useState({ first: 0, last: 60 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = (): void => {
      const first = Math.max(0, Math.floor(element.scrollTop / rowHeight) - OVERSCAN);
      const last = Math.ceil((element.scrollTop + element.clientHeight) / rowHeight) + OVERSCAN;
      setRange((before) => (before.first === first && before.last === last ? before : { first, last }));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [rowHeight, scroller]);
  const reveal = useCallback(
    // Effects depend on it, so that it must stay the same while the height does.
    // eslint-disable-next-line react-hooks/preserve-manual-memoization
    (index: number) => {
      const element = scroller.current;
      if (element === null) return;
      const top = index * rowHeight;
      if (top < element.scrollTop) element.scrollTo({ top: top - rowHeight });
      else if (top + rowHeight > element.scrollTop + element.clientHeight) {
        element.scrollTo({ top: top + 2 * rowHeight - element.clientHeight });
      }
    },
    [rowHeight, scroller],
  );
  return { ...range, rowHeight, reveal };
}
