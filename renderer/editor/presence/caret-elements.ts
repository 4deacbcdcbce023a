import type { CaretColours } from './caret-colours.ts';

/** The carets of others as elements: one for each person, moved and not made anew. */
export interface CaretElements {
  /** The caret of a person with their name. */
  of(client: number, label: string, colours: CaretColours): HTMLElement;
  /** Shows the names of these people for a moment, because they moved. */
  wake(clients: readonly number[]): void;
  forget(client: number): void;
  close(): void;
}

/** How long a name stays after its caret moved. */
const AWAKE_MS = 2500;

export function createCaretElements(): CaretElements {
  const elements = new Map<number, HTMLElement>();
  const awake = new Map<number, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const sleep = (): void => {
    timer = undefined;
    const now = performance.now();
    for (const [client, until] of awake) {
      if (until > now) continue;
      awake.delete(client);
      elements.get(client)?.classList.remove('is-awake');
    }
    if (awake.size > 0) timer = setTimeout(sleep, AWAKE_MS / 4);
  };

  return {
    of(client, label, { background, foreground }) {
      const element = elements.get(client) ?? newCaret();
      elements.set(client, element);
      element.style.setProperty('--caret', background);
      element.style.setProperty('--caret-text', foreground);
      if (element.dataset['name'] !== label) element.dataset['name'] = label;
      return element;
    },
    wake(clients) {
      for (const client of clients) {
        awake.set(client, performance.now() + AWAKE_MS);
        elements.get(client)?.classList.add('is-awake');
      }
      timer ??= setTimeout(sleep, AWAKE_MS / 4);
    },
    forget: (client) => {
      elements.delete(client);
      awake.delete(client);
    },
    close: () => clearTimeout(timer),
  };
}

function newCaret(): HTMLElement {
  const caret = document.createElement('span');
  caret.className = 'remote-caret';
  // Told in the outline and by the list of people; read within the text it would tear sentences apart.
  caret.setAttribute('aria-hidden', 'true');
  return caret;
}
