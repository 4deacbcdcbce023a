import { useLayoutEffect, useState, type RefObject } from 'react';

const STEPS = 9;

/**
 * The largest size of letters, in pixels, at which the content fits its box, between `least` and `most`. Looked up
 * anew whenever `content` or the box changes.
 */
export function useFittedSize(
  box: RefObject<HTMLElement | null>,
  inner: RefObject<HTMLElement | null>,
  content: unknown,
  [least, most]: readonly [number, number],
): number {
  const [size, setSize] = useState(least);
  useLayoutEffect(() => {
    const outer = box.current;
    const held = inner.current;
    if (outer === null || held === null) return;
    const fit = (): void => {
      let low = least;
      let high = Math.max(least, Math.min(most, outer.clientHeight * 0.14));
      const fits = (tried: number): boolean => {
        held.style.fontSize = `${String(tried)}px`;
        return held.scrollHeight <= outer.clientHeight && held.scrollWidth <= outer.clientWidth;
      };
      if (!fits(high)) {
        for (let step = 0; step < STEPS; step += 1) {
          const middle = (low + high) / 2;
          if (fits(middle)) low = middle;
          else high = middle;
        }
        high = low;
      }
      held.style.fontSize = `${String(high)}px`;
      setSize(high);
    };
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(outer);
    return () => observer.disconnect();
  }, [box, inner, content, least, most]);
  return size;
}
