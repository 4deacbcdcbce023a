/** Frames in which what comes into view may still find its size. */
const SETTLING_FRAMES = 12;

/** Keeps the place in a text that scrolls; see `keepPlace`. */
export interface KeptPlace {
  /** Does what changes the size of the text, and shows the same place afterwards. */
  around(change: () => void): void;
  stop(): void;
}

interface Anchor {
  readonly block: Element;
  /** How much of the block is above the upper edge; negative where the edge is above the block, in pixels then. */
  readonly passed: number;
}

/**
 * Whoever makes the text larger or the window narrower goes on reading where they were: the first block in view stays
 * at the upper edge. The browser alone does not see to this, as parts out of view have only a guessed size.
 */
export function keepPlace(scroller: HTMLElement): KeptPlace {
  let width = scroller.clientWidth;
  let anchor = firstInView(scroller);
  let settling = 0;

  const record = (): void => {
    if (settling === 0 && scroller.clientWidth === width) anchor = firstInView(scroller);
  };
  const restore = (): void => {
    if (anchor?.block.isConnected) scroller.scrollTop += passedBy(scroller, anchor);
  };
  const settle = (left: number): void => {
    restore();
    settling = left === 0 ? 0 : requestAnimationFrame(() => settle(left - 1));
  };
  const release = (): void => {
    cancelAnimationFrame(settling);
    settling = 0;
  };
  const begin = (): void => {
    release();
    width = scroller.clientWidth;
    settle(SETTLING_FRAMES);
  };

  const observer = new ResizeObserver(() => {
    if (scroller.clientWidth !== width) begin();
  });
  observer.observe(scroller);
  scroller.addEventListener('scroll', record, { passive: true });
  // Whoever scrolls or writes meanwhile says where to be.
  const own = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const;
  for (const type of own) scroller.addEventListener(type, release, { passive: true });

  return {
    around(change) {
      record();
      change();
      begin();
    },
    stop() {
      release();
      observer.disconnect();
      scroller.removeEventListener('scroll', record);
      for (const type of own) scroller.removeEventListener(type, release);
    },
  };
}

/** The first block of text of which something is in view. */
function firstInView(scroller: HTMLElement): Anchor | null {
  const { top } = scroller.getBoundingClientRect();
  let block = scroller.querySelector('.leitbild-text');
  for (;;) {
    const next = [...(block?.children ?? [])].find((child) => child.getBoundingClientRect().bottom > top + 1);
    if (next === undefined || getComputedStyle(next).display === 'inline') break;
    block = next;
  }
  if (block === null) return null;
  const { top: from, height } = block.getBoundingClientRect();
  return { block, passed: from < top && height > 0 ? (top - from) / height : top - from };
}

/** How far the text must scroll for the anchor to be where it was. */
function passedBy(scroller: HTMLElement, { block, passed }: Anchor): number {
  const { top } = scroller.getBoundingClientRect();
  const { top: from, height } = block.getBoundingClientRect();
  return from + (passed > 0 ? passed * height : passed) - top;
}
