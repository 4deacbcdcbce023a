import { useRef } from 'react';
import { plain, type OutlineLine } from './outline-lines.ts';

/** Letters that follow each other within so many milliseconds belong together. */
const WITHIN = 700;

export interface TypeAhead {
  readonly find: (key: string, lines: readonly OutlineLine[], active: number) => OutlineLine | undefined;
  /** What is typed next begins anew. */
  readonly forget: () => void;
}

/** Finds lines by their first letters or number, as they are typed: from the active line on, and then from the top. */
export function useTypeAhead(): TypeAhead {
  const typed = useRef({ text: '', at: -Infinity });
  const forget = (): void => {
    typed.current = { text: '', at: -Infinity };
  };
  const find: TypeAhead['find'] = (key, lines, active) => {
    const now = performance.now();
    const goesOn = now - typed.current.at < WITHIN;
    const text = (goesOn ? typed.current.text : '') + plain(key);
    typed.current = { text, at: now };
    const start = goesOn ? active : active + 1;
    const order = [...lines.slice(start), ...lines.slice(0, start)];
    return order.find(
      ({ number, fullNumber, title, label }) =>
        plain(title === '' ? label : title).startsWith(text) ||
        plain(number).startsWith(text) ||
        plain(fullNumber).startsWith(text),
    );
  };
  return { find, forget };
}
