import { DOMSerializer, type Node, type Schema } from '@tiptap/pm/model';
import { Plugin, TextSelection, type EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { NodeId } from '../../../shared/ids/ids.ts';
import type { ReferenceForm } from '../../../shared/schema/document.ts';
import type { EditorNotice } from '../notices.ts';
import { structureOf } from '../structure/structure-plugin.ts';
import { insertBlocks } from './insert-blocks.ts';
import { readHtml } from './read-html.ts';
import { readPlainText } from './read-plain-text.ts';

/** Characters of HTML that are read; beyond, its plain text is taken. */
const MOST_HTML = 3_000_000;
/** Characters of plain text that are taken at once. A long Leitbild has about 100,000. */
const MOST_TEXT = 400_000;

/**
 * Pasting and copying. What comes from this program keeps its structure; what comes from elsewhere is read for its
 * structure and nothing else. What is too long is not pasted at all, and the notice says so.
 */
export function pastePlugin(
  schema: Schema,
  stateNow: () => EditorState,
  notify: (notice: EditorNotice) => void,
): Plugin {
  return new Plugin({
    props: {
      // Before the editor reads the clipboard itself, which for a long one takes seconds.
      handleDOMEvents: {
        paste: (view, event) => {
          const data = event.clipboardData;
          if (!data || !view.editable || !paste(view, data, notify)) return false;
          event.preventDefault();
          return true;
        },
        drop: (view, event) => {
          const data = event.dataTransfer;
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (view.dragging || !data || !at || !view.editable || isOwn(data.getData('text/html')))
            return false;
          event.preventDefault();
          view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at.pos))));
          paste(view, data, notify);
          return true;
        },
      },
      clipboardSerializer: clipboardSerializer(schema, stateNow),
    },
  });
}

/** Pastes what came from elsewhere; leaves what is our own to the editor, which knows its form. */
function paste(view: EditorView, data: DataTransfer, notify: (notice: EditorNotice) => void): boolean {
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  if (isOwn(html)) return false;
  if (html.length > MOST_HTML || (html === '' && text === '')) {
    if (text === '' || text.length > MOST_TEXT) return refuse(html.length || text.length, notify);
  }
  if (text.length > MOST_TEXT) return refuse(text.length, notify);
  const blocks = html !== '' && html.length <= MOST_HTML ? readHtml(html) : readPlainText(text);
  return insertBlocks(blocks)(view.state, (tr) => {
    view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
  });
}

function refuse(length: number, notify: (notice: EditorNotice) => void): boolean {
  if (length > 0) notify({ code: 'paste-too-long', length, most: MOST_TEXT });
  return true;
}

/** Whether HTML was copied from a text of this program. */
function isOwn(html: string): boolean {
  return html.includes('data-pm-slice') && /data-(?:leitbild|id)=/u.test(html);
}

/** Writes a reference as what it prints now, so that other programs get words, too. */
function clipboardSerializer(schema: Schema, stateNow: () => EditorState): DOMSerializer {
  const nodes = DOMSerializer.nodesFromSchema(schema);
  const plain = nodes['reference'];
  if (!plain) return DOMSerializer.fromSchema(schema);
  const reference = (node: Node) => {
    const { target, form } = node.attrs as { readonly target: NodeId; readonly form: ReferenceForm };
    const text = structureOf(stateNow()).facts.referenceText(target, form) ?? '';
    return [
      'span',
      { 'data-leitbild': 'reference', 'data-target': target, 'data-form': form },
      text,
    ] as const;
  };
  return new DOMSerializer({ ...nodes, reference }, DOMSerializer.marksFromSchema(schema));
}
