import type { Node } from '@tiptap/pm/model';
import { NodeSelection, Plugin, TextSelection, type EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { insertFootnote } from '../commands/insert.ts';
import { placeOf } from '../commands/places.ts';
import type { EditorWords } from '../editor-words.ts';
import { structureOf } from '../structure/structure-plugin.ts';
import type { OwnUndo } from '../undo/own-undo.ts';
import { placeBelow } from '../views/place-below.ts';
import { createFootnotePanel, type FootnotePanel } from './footnote-panel.ts';

/**
 * Footnotes: their text opens beside the mark that is selected. A click, Enter on the mark, or a new footnote (also by
 * typing "[^") goes into it, and so do letters that are typed while its mark is selected: they never replace it.
 * Escape, Enter or Tab leads back behind the mark. `plugins` makes what holds in there, too.
 */
export function footnotesPlugin(words: EditorWords, undo: OwnUndo, plugins: () => readonly Plugin[]): Plugin {
  let enter = false;
  return new Plugin({
    props: {
      handleTextInput(view, from, to, text) {
        const { doc, tr } = view.state;
        const selected = selectedFootnote(view.state);
        if (selected) {
          enter = true;
          view.dispatch(tr.insertText(text, selected.from + selected.node.nodeSize - 1));
          return true;
        }
        if (text !== '^' || from !== to || doc.textBetween(Math.max(0, from - 1), from) !== '[') return false;
        enter = true;
        view.dispatch(tr.delete(from - 1, from));
        return insertFootnote(view.state, (tr) => view.dispatch(tr));
      },
      handleKeyDown(view, event) {
        if (event.key !== 'Enter' || !selectedFootnote(view.state)) return false;
        enter = true;
        view.updateState(view.state);
        return true;
      },
      handleClickOn(view, _position, node, position) {
        if (node.type.name !== 'footnote') return false;
        enter = true;
        view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, position)));
        view.updateState(view.state);
        return true;
      },
    },
    view: (view) =>
      panelView(view, words, undo, plugins, () => {
        const wanted = enter;
        enter = false;
        return wanted;
      }),
  });
}

interface Selected {
  readonly node: Node;
  readonly id: NodeId;
  readonly from: number;
}

function selectedFootnote({ selection }: EditorState): Selected | undefined {
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'footnote') return undefined;
  const id = selection.node.attrs['id'] as NodeId | null;
  return id === null ? undefined : { node: selection.node, id, from: selection.from };
}

function panelView(
  view: EditorView,
  words: EditorWords,
  undo: OwnUndo,
  plugins: () => readonly Plugin[],
  takeEnter: () => boolean,
): { update: (view: EditorView, before: EditorState) => void; destroy: () => void } {
  let open: { readonly id: NodeId; readonly panel: FootnotePanel; from: number } | undefined;

  const close = (): void => {
    open?.panel.destroy();
    open = undefined;
  };
  const leave = (focus: boolean): void => {
    const place = open && placeOf(view.state.doc, open.id);
    close();
    if (!place || !focus) return;
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, place.to)));
    view.focus();
  };
  const show = ({ node, id, from }: Selected): void => {
    close();
    const panel = createFootnotePanel(node, {
      view,
      words,
      position: () => open?.from,
      leave,
      undo: () => undo.undo(),
      redo: () => undo.redo(),
      plugins,
    });
    open = { id, panel, from };
    view.dom.parentElement?.append(panel.dom);
  };

  return {
    update: (_view, before) => {
      const selected = selectedFootnote(view.state);
      if (selected && selected.id !== open?.id) show(selected);
      if (!open) return;
      if (before.doc !== view.state.doc || selected) {
        const place = placeOf(view.state.doc, open.id);
        if (!place || (!selected && !open.panel.hasFocus)) {
          close();
          return;
        }
        open.from = place.from;
        const number = structureOf(view.state).facts.numberOf(open.id)?.short ?? '';
        open.panel.update(place.node, number);
        placeBelow(view, open.panel.dom, place.from);
      } else if (!open.panel.hasFocus) close();
      if (takeEnter() || isNew(before, selected)) open.panel.focus();
    },
    destroy: close,
  };
}

/** Whether the selected footnote was not in the document before: then its text is what comes next. */
function isNew(before: EditorState, selected: Selected | undefined): boolean {
  return selected !== undefined && selected.node.content.size === 0 && !placeOf(before.doc, selected.id);
}
