import { Node } from '@tiptap/pm/model';
import { restoreGoal } from '../../../shared/history/restore-goal.ts';
import type { CreateId, NodeId } from '../../../shared/ids/ids.ts';
import type { LeitbildDocument, LeitbildNode } from '../../../shared/schema/document.ts';
import { applyDifference, type LeitbildEditor } from '../../editor/index.ts';

/** What became of an attempt to bring an earlier wording back. */
export type Restored = 'done' | 'same' | 'gone';

/**
 * Gives a goal its earlier wording again, in its present place, or at its old one where it is gone (HIS5). One edit
 * that can be undone.
 */
export function restoreGoalOf(
  editor: LeitbildEditor,
  earlier: LeitbildDocument,
  id: NodeId,
  createId: CreateId,
): Restored {
  const now = editor.tiptap.state.doc.toJSON() as LeitbildDocument;
  const restored = restoreGoal(now, earlier, id, createId);
  return restored === null ? 'gone' : restoreDocument(editor, restored);
}

/** Gives a part with a heading its earlier content again, as one edit that can be undone. Its place stays as it is. */
export function restorePart(editor: LeitbildEditor, id: NodeId, earlier: LeitbildNode): Restored {
  const { doc, schema } = editor.tiptap.state;
  const target = replaced(doc, id, Node.fromJSON(schema, earlier));
  return target === null ? 'gone' : become(editor, target);
}

/** Makes the whole text what it was, as one edit that can be undone. What is equal stays untouched. */
export function restoreDocument(editor: LeitbildEditor, earlier: LeitbildDocument): Restored {
  return become(editor, Node.fromJSON(editor.tiptap.state.schema, earlier));
}

function become({ tiptap }: LeitbildEditor, target: Node): Restored {
  const tr = applyDifference(tiptap.state.tr, target);
  if (!tr.docChanged) return 'same';
  tiptap.view.dispatch(tr);
  return 'done';
}

/** The document with the node of this id replaced by another of its kind; null where there is none. */
function replaced(node: Node, id: NodeId, by: Node): Node | null {
  for (let index = 0; index < node.childCount; index += 1) {
    const child = node.child(index);
    const next = child.attrs['id'] === id && child.type === by.type ? by : replaced(child, id, by);
    if (next !== null) return node.copy(node.content.replaceChild(index, next));
  }
  return null;
}
