import { useEffect, useState } from 'react';
import { isNodeId, type NodeId } from '../../../shared/ids/ids.ts';
import type { LeitbildEditor } from '../../editor/index.ts';

const lineTypes: ReadonlySet<string> = new Set([
  'foreword',
  'preface',
  'chapter',
  'section',
  'actionField',
  'goalGroup',
  'goal',
  'participants',
]);

/** The line of the outline in which the caret stands; changes only when the caret goes to another one. */
export function useSelectedLine(editor: LeitbildEditor | null): NodeId | null {
  const [selected, setSelected] = useState<NodeId | null>(null);
  useEffect(() => {
    if (editor === null) return;
    const look = (): void => setSelected(lineOf(editor));
    look();
    const offSelection = editor.onSelection(look);
    const offStructure = editor.onStructure(look);
    return () => {
      offSelection();
      offStructure();
    };
  }, [editor]);
  return editor === null ? null : selected;
}

function lineOf({ tiptap }: LeitbildEditor): NodeId | null {
  const { $from } = tiptap.state.selection;
  for (let depth = $from.depth + 1; depth > 0; depth -= 1) {
    const node = depth > $from.depth ? $from.nodeAfter : $from.node(depth);
    const id: unknown = node?.attrs['id'];
    if (node && lineTypes.has(node.type.name) && isNodeId(id)) return id;
  }
  return null;
}
