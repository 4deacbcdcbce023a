import { useLayoutEffect, type RefObject } from 'react';
import type { ContributionId } from '../../../shared/ids/ids.ts';

/** Cards get their real heights only near the screen: it takes some looks until the card stands where it was led to. */
const LOOKS = 5;

/**
 * Brings the card of a contribution into view, at once and without a movement, whenever another one is shown; and gives
 * it the keyboard where nothing else has it.
 */
export function useCardInView(within: RefObject<HTMLElement | null>, shown: ContributionId | null): void {
  useLayoutEffect(() => {
    const card =
      shown === null
        ? null
        : within.current?.querySelector<HTMLElement>(`article[data-contribution="${CSS.escape(shown)}"]`);
    if (card === null || card === undefined) return;
    if (document.activeElement === document.body) card.focus({ preventScroll: true });
    let left = LOOKS;
    let frame = 0;
    const look = (): void => {
      card.scrollIntoView({ block: 'start', behavior: 'instant' });
      left -= 1;
      if (left > 0) frame = requestAnimationFrame(look);
    };
    look();
    return () => cancelAnimationFrame(frame);
  }, [within, shown]);
}
