import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { ReferenceForm } from '../../../shared/schema/document.ts';
import type { NodeId } from '../../../shared/ids/ids.ts';
import type { EditorWords } from '../editor-words.ts';
import type { OutlineEntry } from '../structure/outline.ts';
import { placeBelow } from '../views/place-below.ts';
import { createSuggestionList, type SuggestionList } from './suggestion-list.ts';
import { suggestReferences } from './reference-suggestions.ts';

interface ReferencesOptions {
  readonly words: EditorWords;
  readonly outline: () => readonly OutlineEntry[];
  /** A click on a reference leads to its target. */
  readonly follow: (target: NodeId) => void;
}

/** Where "@" was typed, and what was dismissed at that place. */
interface Typing {
  readonly from: number;
  readonly query: string;
}

/** An "@" begins a reference where it stands at the beginning of a word. Numbers and titles have no line breaks. */
const TRIGGER = /(?:^|[\s(„"»])@([^@\n]{0,40})$/u;

const referencesKey = new PluginKey<number | null>('references');

/** Cross-references by typing: "@" opens a list of what the words after it may mean. */
export function referencesPlugin({ words, outline, follow }: ReferencesOptions): Plugin<number | null> {
  let list: SuggestionList | undefined;

  const choose = (view: EditorView, entry: OutlineEntry): void => {
    const typing = typingAt(view.state);
    const type = view.state.schema.nodes['reference'];
    if (!typing || !type) return;
    const form: ReferenceForm = entry.fullNumber === '' ? 'title' : 'label';
    const { tr } = view.state;
    tr.replaceWith(typing.from, view.state.selection.from, type.create({ target: entry.id, form }));
    view.dispatch(tr.scrollIntoView());
    view.focus();
  };

  return new Plugin<number | null>({
    key: referencesKey,
    state: {
      init: () => null,
      // The place at which the list was dismissed; typing elsewhere opens it again.
      apply: (tr, dismissed) => {
        const meta = tr.getMeta(referencesKey) as number | undefined;
        if (meta !== undefined) return meta;
        return dismissed === null ? null : tr.mapping.map(dismissed);
      },
    },
    props: {
      handleKeyDown: (view, event) => {
        if (!list) return false;
        const typing = typingAt(view.state);
        if (event.key === 'Escape' && typing) {
          view.dispatch(view.state.tr.setMeta(referencesKey, typing.from));
          return true;
        }
        return list.handleKey(event);
      },
      handleClickOn: (view, _position, node, _nodePosition, event) => {
        if (node.type.name !== 'reference' || !(event.ctrlKey || event.metaKey || !view.editable))
          return false;
        follow(node.attrs['target'] as NodeId);
        return true;
      },
    },
    view: (view) => ({
      update: (_view, before) => {
        if (before.doc === view.state.doc && before.selection.eq(view.state.selection)) {
          if (referencesKey.getState(before) === referencesKey.getState(view.state)) return;
        }
        const typing = view.editable ? typingAt(view.state) : undefined;
        if (!typing || referencesKey.getState(view.state) === typing.from) {
          list?.destroy();
          list = undefined;
          return;
        }
        list ??= createSuggestionList(view.dom, words, (entry) => choose(view, entry));
        view.dom.parentElement?.append(list.dom);
        list.show(suggestReferences(outline(), typing.query));
        placeBelow(view, list.dom, typing.from);
      },
      destroy: () => list?.destroy(),
    }),
  });
}

function typingAt({ selection }: EditorState): Typing | undefined {
  const { $from, empty } = selection;
  if (!empty || !$from.parent.inlineContent) return undefined;
  const before = $from.parent.textBetween(0, $from.parentOffset, '\n', '\ufffc');
  const query = TRIGGER.exec(before)?.[1];
  return query === undefined ? undefined : { from: $from.pos - query.length - 1, query };
}
