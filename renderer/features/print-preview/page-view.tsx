import { memo, useEffect, useRef, type MouseEvent } from 'react';
import { useSession } from '../../client/session-context.tsx';
import type { PageLink } from './page-text.ts';
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
  /** Whether its words have been read, so that it can hold them undrawn. */
  readonly isRead: boolean;
  readonly label: string;
  /** Told the place in points below the upper edge. */
  readonly onPick: (page: number, top: number) => void;
  readonly onFollow: (target: PageLink['target']) => void;
}

/** One page. What it showed stays until the new picture is there; its words lie over it, or stand alone far away. */
export const PageView = memo(function PageView(props: PageViewProps) {
  const { pages, page, size, scale, near, isRead, label, onPick, onFollow } = props;
  const sheet = useRef<HTMLDivElement>(null);
  const { language } = useSession().profile;
  useEffect(() => {
    const place = sheet.current;
    if (place === null || !near) return undefined;
    const stop = new AbortController();
    void pages.draw(page, scale, stop.signal).then((canvas) => {
      if (canvas === null || stop.signal.aborted) return;
      // Its words are said beside it.
      canvas.ariaHidden = 'true';
      const before = place.querySelector('canvas');
      if (before === null) place.prepend(canvas);
      else before.replaceWith(canvas);
      place.dataset['drawn'] = 'true';
    });
    return () => stop.abort();
  }, [pages, page, scale, near]);

  useEffect(() => {
    const place = sheet.current;
    if (place === null || (!near && !isRead)) return undefined;
    let isWanted = true;
    const words = near
      ? pages.layer(page, onFollow)
      : pages.text(page).then(({ plain }) => plainLayer(plain));
    void words.then(
      (layer) => {
        layer.lang = language;
        if (isWanted) putLayer(place, layer);
      },
      (error: unknown) => {
        // Pages that others have replaced may be closed already.
        if (isWanted) throw error;
      },
    );
    return () => {
      isWanted = false;
    };
  }, [pages, page, near, isRead, onFollow, language]);

  // A page that is far away keeps no picture, even where its words are not read yet.
  useEffect(() => {
    if (!near) sheet.current?.querySelector('canvas')?.remove();
  }, [near]);

  const pick = ({ clientY, currentTarget }: MouseEvent<HTMLDivElement>): void => {
    onPick(page, (clientY - currentTarget.getBoundingClientRect().top) / scale);
  };
  return (
    <div
      ref={sheet}
      role="group"
      aria-label={label}
      data-page={page}
      className={classes['sheet']}
      style={{
        width: size.width * scale,
        height: size.height * scale,
        ...{ '--total-scale-factor': scale },
      }}
      onDoubleClick={pick}
    />
  );
});

function plainLayer(words: string): HTMLElement {
  const layer = document.createElement('div');
  layer.className = classes['plain'] ?? '';
  layer.textContent = words;
  return layer;
}

/** Puts words in the place of those that were there; who stood on a link stands on the same one, or on all pages. */
function putLayer(place: HTMLElement, layer: HTMLElement): void {
  const before = place.querySelector(':scope > div');
  const focused = before?.contains(document.activeElement) === true ? document.activeElement : null;
  if (before === null) place.append(layer);
  else before.replaceWith(layer);
  if (focused === null) return;
  const same = [...layer.querySelectorAll<HTMLElement>('a')].find(
    ({ ariaLabel }) => ariaLabel === focused.ariaLabel,
  );
  (same ?? place.closest<HTMLElement>('[role="region"]'))?.focus({ preventScroll: true });
}
