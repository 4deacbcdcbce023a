import { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { NodeId } from '../../../shared/ids/ids.ts';
import type { LeitbildDocument, LeitbildNode } from '../../../shared/schema/document.ts';
import type { LeitbildEditor } from '../../editor/index.ts';

/** What became of an attempt to bring an earlier wording back. */
export type Restored = 'done' | 'same' | 'gone';

/** Gives a node its earlier content again, as one edit that can be undone. Its place and its id stay as they are. */
export function restoreNode({ tiptap }: LeitbildEditor, id: NodeId, earlier: LeitbildNode): Restored {
  const { doc, schema, tr } = tiptap.state;
  let found: { readonly node: Node; readonly from: number } | undefined;
  doc.descendants((node, from) => {
    if (found === undefined && node.attrs['id'] === id) found = { node, from };
    return found === undefined && !node.isTextblock;
  });
  if (found?.node.type.name !== earlier.type) return 'gone';
  const { content } = Node.fromJSON(schema, earlier);
  if (found.node.content.eq(content)) return 'same';
  tr.replaceWith(found.from + 1, found.from + found.node.nodeSize - 1, content);
  // The caret stays where one was looking.
  tr.setSelection(TextSelection.near(tr.doc.resolve(found.from + 1)));
  tiptap.view.dispatch(tr.scrollIntoView());
  return 'done';
}

/** Makes the whole text what it was, as one edit that can be undone. What is equal stays untouched. */
export function restoreDocument({ tiptap }: LeitbildEditor, earlier: LeitbildDocument): Restored {
  const { doc, schema, tr } = tiptap.state;
  const { content } = Node.fromJSON(schema, earlier);
  const from = doc.content.findDiffStart(content);
  if (from === null) return 'same';
  tiptap.view.dispatch(tr.replaceWith(0, doc.content.size, content));
  return 'done';
}
