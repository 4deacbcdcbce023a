import { useLayoutEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import type { NodeId } from '../../../shared/ids/ids.ts';
import type { OutlineLine } from './outline-lines.ts';

/** What a row of the outline tells the outline. */
export interface RowHandlers {
  readonly onGo: (line: OutlineLine) => void;
  readonly onFold: (id: NodeId) => void;
  readonly onKey: (event: KeyboardEvent, line: OutlineLine) => void;
  readonly onMenu: (line: OutlineLine, at: { readonly x: number; readonly y: number }) => void;
  /** With null where the person thought better of it. */
  readonly onRename: (line: OutlineLine, title: string | null) => void;
}

/**
 * The same functions for as long as the outline is there, each of which does what the last rendering said: a row is
 * drawn anew for what it shows only.
 */
export function useRowHandlers(handlers: RowHandlers): RowHandlers {
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  return useMemo(
    () => ({
      onGo: (line) => latest.current.onGo(line),
      onFold: (id) => latest.current.onFold(id),
      onKey: (event, line) => latest.current.onKey(event, line),
      onMenu: (line, at) => latest.current.onMenu(line, at),
      onRename: (line, title) => latest.current.onRename(line, title),
    }),
    [],
  );
}
