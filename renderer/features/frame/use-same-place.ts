import { useEffect, useRef } from 'react';
import type { NodeId } from '../../../shared/ids/ids.ts';
import type { LeitbildEditor } from '../../editor/index.ts';
import { placeCaret } from './use-outline-actions.tsx';

/** Comes back to the line where one was when the text was read anew, or in another language of the interface. */
export function useSamePlace(editor: LeitbildEditor | null, selected: NodeId | null): void {
  const last = useRef<NodeId | null>(null);
  useEffect(() => {
    if (editor === null || last.current === null) return;
    placeCaret(editor, last.current);
    editor.scrollTo(last.current);
  }, [editor]);
  useEffect(() => {
    if (selected !== null) last.current = selected;
  }, [selected]);
}
