import { useEffect, type RefObject } from 'react';

const OF_ITS_OWN = '[role="menu"], [aria-haspopup][aria-expanded="true"], select';
const WRITTEN_IN = 'textarea, input:not([type="checkbox"], [type="radio"])';

/**
 * Leads back with Escape from what lies in the full view. Dialogs and menus above it keep the key for themselves, and so
 * does a field with words in it: nobody is led away while writing.
 */
export function useEscapeBack(within: RefObject<HTMLElement | null>, onBack: () => void): void {
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent): void => {
      const { target } = event;
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      if (!(target instanceof Element)) return;
      if (target !== document.body) {
        // A dialog that has just been closed by the key is out of the page by now, but still around its own field.
        const view = within.current?.closest('[role="dialog"]');
        if (target.closest('[role="dialog"]') !== view || target.closest(OF_ITS_OWN) !== null) return;
      }
      if (target.matches(WRITTEN_IN) && 'value' in target && target.value !== '') return;
      event.preventDefault();
      onBack();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}
