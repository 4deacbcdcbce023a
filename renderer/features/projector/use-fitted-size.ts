import { useLayoutEffect, useRef, type RefObject } from 'react';

const STEPS = 9;

export interface FittedRefs {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly inner: RefObject<HTMLDivElement | null>;
}

/**
 * Sets the inner element in the largest letters at which it fits its box, between `least` and `most` pixels. Looked up
 * anew whenever `content` or the box changes.
 */
export function useFittedSize(content: unknown, [least, most]: readonly [number, number]): FittedRefs {
  const box = useRef<HTMLDivElement | null>(null);
  const inner = useRef<HTMLDivElement | null>(null);
  useLayoutEffect(() => {
    const outer = box.current;
    const held = inner.current;
    if (outer === null || held === null) return;
    const fit = (): void => {
      const fits = (tried: number): boolean => {
        held.style.fontSize = `${String(tried)}px`;
        return held.scrollHeight <= outer.clientHeight && held.scrollWidth <= outer.clientWidth;
      };
      let low = least;
      let high = Math.max(least, Math.min(most, outer.clientHeight * 0.14));
      if (fits(high)) return;
      for (let step = 0; step < STEPS; step += 1) {
        const middle = (low + high) / 2;
        if (fits(middle)) low = middle;
        else high = middle;
      }
      fits(low);
    };
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(outer);
    return () => observer.disconnect();
  }, [content, least, most]);
  return { box, inner };
}
