import type { Page } from 'playwright-core';

/**
 * What of the dialog in front is cut off, or cannot be reached with Tab and seen there; empty where all is well. A group
 * of radio buttons counts as one control, as it does for the keyboard.
 */
export async function reachFaults(page: Page): Promise<readonly string[]> {
  const wanted = await page.evaluate(mark);
  const faults = new Set<string>(await page.evaluate(cutOff));
  const reached = new Set<string>();
  for (let press = 0; press < wanted.length * 2 + 8 && reached.size < wanted.length; press += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(lookAtFocus);
    if (at === null) continue;
    reached.add(at.key);
    if (!at.isSeen) faults.add(`not to be seen when reached: ${at.name} ${at.box}`);
  }
  for (const { key, name } of wanted) if (!reached.has(key)) faults.add(`not reached: ${name}`);
  return [...faults];
}

/** Numbers the controls of the dialog in front, as the keyboard counts them. */
function mark(): readonly { readonly key: string; readonly name: string }[] {
  for (const old of document.querySelectorAll('[data-reach]')) old.removeAttribute('data-reach');
  const dialog = [...document.querySelectorAll('[role="dialog"]')].at(-1);
  const found = new Map<string, string>();
  const all = dialog?.querySelectorAll<HTMLElement>(
    'button, a[href], input, select, textarea, [tabindex], [contenteditable="true"]',
  );
  for (const [index, control] of [...(all ?? [])].entries()) {
    const isOff = control.matches(':disabled, [type="hidden"]') || control.tabIndex < 0;
    if (isOff || !control.checkVisibility({ visibilityProperty: true })) continue;
    const group = control instanceof HTMLInputElement && control.type === 'radio' ? control.name : '';
    const key = group === '' ? String(index) : `radio ${group}`;
    control.dataset['reach'] = key;
    found.set(
      key,
      control.getAttribute('aria-label') ?? (control.textContent || control.outerHTML).slice(0, 80),
    );
  }
  return [...found].map(([key, name]) => ({ key, name }));
}

/** The control that has the keyboard, and whether it can be seen where it is. */
function lookAtFocus() {
  const focused = document.activeElement;
  const key = focused?.getAttribute('data-reach');
  if (!(focused instanceof HTMLElement) || key === null || key === undefined) return null;
  // What is drawn may be the label or the box around a native control.
  const drawn = focused.closest('label, .mantine-Checkbox-root, .mantine-Switch-root') ?? focused;
  const { left, right, top, bottom, height } = drawn.getBoundingClientRect();
  const isTall = height > innerHeight;
  const isSeen =
    left >= -1 && right <= innerWidth + 1 && (isTall || (top >= -1 && bottom <= innerHeight + 1));
  const box = [left, top, right, bottom].map(Math.round).join(' ');
  const name = focused.getAttribute('aria-label') ?? focused.textContent;
  return { key, isSeen, box, name: name === '' ? focused.outerHTML.slice(0, 100) : name.slice(0, 60) };
}

/** What of the dialog stands beyond the window's edges, or is cut off by a box that does not scroll. */
function cutOff(): readonly string[] {
  const dialog = [...document.querySelectorAll('[role="dialog"]')].at(-1);
  const faults: string[] = [];
  for (const element of dialog?.querySelectorAll<HTMLElement>('*') ?? []) {
    if (
      !element.checkVisibility({ visibilityProperty: true }) ||
      element.closest('svg, [aria-hidden="true"]')
    ) {
      continue;
    }
    const text = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
    );
    const isField = element.matches('input, textarea, button, select, img');
    if (!text && !isField) continue;
    const style = getComputedStyle(element);
    const { left, right, width } = element.getBoundingClientRect();
    if (width <= 1) continue;
    const scrolls = (() => {
      for (let at = element.parentElement; at !== null && at !== dialog; at = at.parentElement) {
        if (
          ['auto', 'scroll'].includes(getComputedStyle(at).overflowX) &&
          at.scrollWidth > at.clientWidth + 1
        ) {
          return true;
        }
      }
      return false;
    })();
    const name = `${element.tagName} ${element.textContent.slice(0, 50)}${element.getAttribute('aria-label') ?? ''}`;
    if (!scrolls && (left < -1 || right > innerWidth + 1)) {
      faults.push(`beyond the edge: ${name} ${Math.round(left)}–${Math.round(right)}`);
    }
    const isClipped = style.overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1;
    if (text && isClipped && style.textOverflow !== 'ellipsis') faults.push(`cut off: ${name}`);
  }
  return faults;
}
