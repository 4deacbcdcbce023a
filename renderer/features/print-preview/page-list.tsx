import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type Ref,
  type RefObject,
} from 'react';
import { useWords } from '../../client/use-words.ts';
import type { PageLink } from './page-text.ts';
import { PageView } from './page-view.tsx';
import type { PdfPages } from './pdf-reader.ts';
import { placeAgain, readingPlace, type ReadingPlace } from './reading-place.ts';
import { useReadPages } from './use-read-pages.ts';
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
  /** The place at the upper edge: kept here, and gone to when there are pages again. */
  readonly placeRef: RefObject<ReadingPlace | null>;
  readonly onCurrent: (page: number) => void;
  readonly onScale: (scale: number) => void;
  readonly onPick: (page: number, top: number) => void;
  readonly onFollow: (target: PageLink['target']) => void;
}

/** Pages below each other; those near what is seen are drawn. */
export function PageList(props: PageListProps) {
  const { pages, zoom, handle, placeRef, onCurrent, onScale, onPick, onFollow } = props;
  const { printPreview: say } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const read = useReadPages(pages);
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

  /** Remembers what is at the upper edge. */
  const keep = useCallback(() => {
    const element = scroller.current;
    if (element === null || scale === null) return;
    const all = edges(scale);
    const page = Math.max(
      0,
      Math.min(
        pages.sizes.length - 1,
        all.findLastIndex((edge) => edge <= element.scrollTop),
      ),
    );
    const top = (element.scrollTop - (all[page] ?? 0)) / scale;
    placeRef.current = readingPlace(pages, { page, top });
  }, [edges, pages, placeRef, scale]);
  // Other pages or another size have what was looked at where it was.
  useLayoutEffect(() => {
    const element = scroller.current;
    const again = placeRef.current === null ? null : placeAgain(pages, placeRef.current);
    if (element !== null && scale !== null && again !== null) {
      element.scrollTop = (edges(scale)[again.page] ?? 0) + again.top * scale;
    }
  }, [edges, pages, placeRef, scale]);
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
      onScroll={() => {
        keep();
        look();
      }}
    >
      {scale !== null &&
        pages.sizes.map((size, page) => (
          <PageView
            key={page}
            {...{ pages, page, size, scale, onPick, onFollow }}
            isRead={page < read}
            near={page >= near[0] && page <= near[1]}
            label={say.page(page + 1, pages.sizes.length)}
          />
        ))}
    </div>
  );
}
