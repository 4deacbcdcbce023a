import type { CaretColours } from './caret-colours.ts';

/** The caret of another person with their name, which shows for a moment after each move and when pointed at. */
export function caretElement(label: string, { background, foreground }: CaretColours): HTMLElement {
  const caret = document.createElement('span');
  caret.className = 'remote-caret';
  caret.style.setProperty('--caret', background);
  caret.style.setProperty('--caret-text', foreground);
  // Told in the outline and by the list of people; read within the text it would tear sentences apart.
  caret.setAttribute('aria-hidden', 'true');
  const name = document.createElement('span');
  name.className = 'remote-caret-name';
  name.textContent = label;
  caret.append(name);
  return caret;
}
