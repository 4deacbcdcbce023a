import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type Ref,
} from 'react';
import { useWords } from '../../client/use-words.ts';
import { PageView } from './page-view.tsx';
import type { PdfPages } from './pdf-reader.ts';
import { MARGIN, scaleFor, type Size, type Zoom } from './zoom.ts';
import classes from './print-preview.module.css';

/** What the bar does with the pages. */
export interface PageListHandle {
  /** Shows a page (from 0) at its upper edge, or at so many points below it. */
  goTo(page: number, top?: number): void;
  focus(): void;
}

export interface PageListProps {
  readonly pages: PdfPages;
  readonly zoom: Zoom;
  readonly handle: Ref<PageListHandle>;
  readonly onCurrent: (page: number) => void;
  readonly onScale: (scale: number) => void;
  readonly onPick: (page: number, top: number) => void;
}

/** Pages below each other; those near what is seen are drawn. */
export function PageList({ pages, zoom, handle, onCurrent, onScale, onPick }: PageListProps) {
  const { printPreview: say } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<Size | null>(null);
  const [near, setNear] = useState<readonly [first: number, last: number]>([0, 1]);
  const widest = pages.sizes.reduce<Size>(
    (most, size) => (size.width > most.width ? size : most),
    pages.sizes[0] ?? { width: 595, height: 842 },
  );
  const scale = room === null ? null : scaleFor(zoom, widest, room);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    // The bar of scrolling is there from the start, so that the fitted width does not change with it.
    const measure = (): void => setRoom({ width: element.clientWidth, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  /** Upper edges of the pages in pixels, and the lower edge of the last one. */
  const edges = useCallback(
    (at: number): readonly number[] => {
      let edge = MARGIN;
      const found = [edge];
      for (const { height } of pages.sizes) found.push((edge += height * at + MARGIN));
      return found;
    },
    [pages],
  );

  const look = useCallback(() => {
    const element = scroller.current;
    if (element === null || scale === null) return;
    const all = edges(scale);
    const { scrollTop, clientHeight } = element;
    const pageAt = (y: number): number =>
      Math.max(
        0,
        Math.min(
          pages.sizes.length - 1,
          all.findLastIndex((edge) => edge <= y),
        ),
      );
    onCurrent(pageAt(scrollTop + clientHeight / 3));
    const first = pageAt(scrollTop - clientHeight);
    const last = pageAt(scrollTop + 2 * clientHeight);
    setNear((before) => (before[0] === first && before[1] === last ? before : [first, last]));
  }, [edges, pages, scale, onCurrent]);

  /** Where the page is that is looked at, so that another size keeps it. */
  const anchor = useRef<{ readonly share: number; readonly scale: number } | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || scale === null) return;
    const before = anchor.current;
    if (before !== null && before.scale !== scale) {
      element.scrollTop = before.share * (edges(scale).at(-1) ?? 0);
    }
    anchor.current = { share: element.scrollTop / (edges(scale).at(-1) ?? 1), scale };
  }, [edges, scale]);
  useEffect(() => {
    if (scale === null) return undefined;
    onScale(scale);
    const frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [look, onScale, scale]);

  useImperativeHandle(handle, () => ({
    goTo(page, top = 0) {
      if (scale === null) return;
      const y = (edges(scale)[page] ?? 0) + top * scale - MARGIN / 2;
      scroller.current?.scrollTo({ top: y });
    },
    focus: () => scroller.current?.focus(),
  }));

  return (
    <div
      ref={scroller}
      className={classes['pages']}
      tabIndex={0}
      role="region"
      aria-label={say.pages}
      onScroll={({ currentTarget }) => {
        if (scale !== null) {
          anchor.current = { share: currentTarget.scrollTop / (edges(scale).at(-1) ?? 1), scale };
        }
        look();
      }}
    >
      {scale !== null &&
        pages.sizes.map((size, page) => (
          <PageView
            key={page}
            {...{ pages, page, size, scale, onPick }}
            near={page >= near[0] && page <= near[1]}
            label={say.page(page + 1, pages.sizes.length)}
          />
        ))}
    </div>
  );
}
