import type { EditorWords } from '../editor-words.ts';
import type { OutlineEntry } from '../structure/outline.ts';

/** A list below the caret from which arrows and Enter, or a click, choose; the caret stays in the text. */
export interface SuggestionList {
  readonly dom: HTMLElement;
  show(entries: readonly OutlineEntry[]): void;
  /** Takes the keys that belong to the list; says whether it did. */
  handleKey(event: KeyboardEvent): boolean;
  destroy(): void;
}

const LIST_ID = 'reference-suggestions';

export function createSuggestionList(
  textbox: HTMLElement,
  words: EditorWords,
  choose: (entry: OutlineEntry) => void,
): SuggestionList {
  const dom = document.createElement('div');
  dom.className = 'suggestions';
  dom.id = LIST_ID;
  dom.setAttribute('role', 'listbox');
  dom.setAttribute('aria-label', words.suggestions);
  let entries: readonly OutlineEntry[] = [];
  let active = 0;

  const draw = (): void => {
    dom.replaceChildren(...(entries.length === 0 ? [emptyLine(words)] : entries.map(lineOf)));
    if (entries.length > 0) textbox.setAttribute('aria-activedescendant', idOf(active));
    else textbox.removeAttribute('aria-activedescendant');
    dom.children[active]?.scrollIntoView({ block: 'nearest' });
  };
  const lineOf = (entry: OutlineEntry, index: number): HTMLElement => {
    const line = document.createElement('div');
    line.id = idOf(index);
    line.className = 'suggestion';
    line.setAttribute('role', 'option');
    line.setAttribute('aria-selected', String(index === active));
    const number = document.createElement('span');
    number.className = 'suggestion-number';
    number.textContent = [entry.label, entry.fullNumber].filter((part) => part !== '').join(' ');
    const title = document.createElement('span');
    title.className = 'suggestion-title';
    title.textContent = entry.title;
    line.append(number, title);
    // On mousedown, so that the text keeps the focus.
    line.addEventListener('mousedown', (event) => {
      event.preventDefault();
      choose(entry);
    });
    return line;
  };

  textbox.setAttribute('aria-controls', LIST_ID);
  return {
    dom,
    show(next) {
      entries = next;
      active = 0;
      draw();
    },
    handleKey(event) {
      if (entries.length === 0) return false;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        active = (active + (event.key === 'ArrowDown' ? 1 : entries.length - 1)) % entries.length;
        draw();
        return true;
      }
      const entry = entries[active];
      if ((event.key === 'Enter' || event.key === 'Tab') && entry) {
        choose(entry);
        return true;
      }
      return false;
    },
    destroy() {
      textbox.removeAttribute('aria-controls');
      textbox.removeAttribute('aria-activedescendant');
      dom.remove();
    },
  };
}

function idOf(index: number): string {
  return `${LIST_ID}-${String(index)}`;
}

function emptyLine(words: EditorWords): HTMLElement {
  const line = document.createElement('div');
  line.className = 'suggestion';
  line.setAttribute('role', 'option');
  line.setAttribute('aria-disabled', 'true');
  line.setAttribute('aria-selected', 'false');
  line.textContent = words.noSuggestion;
  return line;
}
