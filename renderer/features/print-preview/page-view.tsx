import { useEffect, useRef, type MouseEvent } from 'react';
import type { PdfPages } from './pdf-reader.ts';
import type { Size } from './zoom.ts';
import classes from './print-preview.module.css';

export interface PageViewProps {
  readonly pages: PdfPages;
  /** From 0. */
  readonly page: number;
  readonly size: Size;
  /** Pixels of the screen for one point. */
  readonly scale: number;
  /** Whether it is near enough to what is seen to be drawn. */
  readonly near: boolean;
  readonly label: string;
  /** Told the place in points below the upper edge. */
  readonly onPick: (page: number, top: number) => void;
}

/** One page. What it showed stays until the new picture is there. */
export function PageView({ pages, page, size, scale, near, label, onPick }: PageViewProps) {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = sheet.current;
    if (place === null) return undefined;
    if (!near) {
      place.replaceChildren();
      return undefined;
    }
    const stop = new AbortController();
    void pages.draw(page, scale, stop.signal).then((canvas) => {
      if (canvas === null || stop.signal.aborted) return;
      place.replaceChildren(canvas);
      place.dataset['drawn'] = 'true';
    });
    return () => stop.abort();
  }, [pages, page, scale, near]);
  const pick = ({ clientY, currentTarget }: MouseEvent<HTMLDivElement>): void => {
    onPick(page, (clientY - currentTarget.getBoundingClientRect().top) / scale);
  };
  return (
    <div
      ref={sheet}
      role="img"
      aria-label={label}
      data-page={page}
      className={classes['sheet']}
      style={{ width: size.width * scale, height: size.height * scale }}
      onDoubleClick={pick}
    />
  );
}
