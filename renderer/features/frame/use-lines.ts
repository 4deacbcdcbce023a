import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { LeitbildEditor, OutlineEntry } from '../../editor/index.ts';
import { outlineLines, type OutlineLine } from '../outline/outline-lines.ts';

const none: readonly OutlineEntry[] = [];
const nothing = (): void => undefined;

/** The lines of the outline; a new list only where something of it has changed. */
export function useLines(editor: LeitbildEditor | null): readonly OutlineLine[] {
  const subscribe = useCallback((listener: () => void) => editor?.onStructure(listener) ?? nothing, [editor]);
  const entries = useSyncExternalStore(subscribe, () => editor?.outline() ?? none);
  return useMemo(() => outlineLines(entries), [entries]);
}
