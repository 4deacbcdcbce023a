import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { Awareness } from 'y-protocols/awareness';
import { relativePositionToJSON } from 'yjs';
import type { NodeId } from '../../../shared/ids/ids.ts';
import type { RoomBinding } from '../binding/room-binding.ts';
import { caretColours } from './caret-colours.ts';
import { createCaretElements, type CaretElements } from './caret-elements.ts';
import { readRemoteCaret } from './presence-state.ts';

interface PresenceOptions {
  readonly awareness: Awareness;
  readonly binding: RoomBinding;
}

/** How often at most the own caret is told to others. */
const TELL_MS = 120;
/**
 * How often at most carets of others are placed. Not by the frame: most stand out of view, and after a frame in which
 * nothing was painted a browser may keep the next letter waiting for a whole frame more. With the letters of their
 * owner carets move at once.
 */
const SHOW_MS = 50;

const presenceKey = new PluginKey<DecorationSet>('presence');

/**
 * Carets and selections of others, and the own one told to them. A caret is placed once when its owner tells of it and
 * moves along with the text from then on, so that what others write costs nothing per caret.
 */
export function presencePlugin({ awareness, binding }: PresenceOptions): Plugin<DecorationSet> {
  const elements = createCaretElements();

  const place = (set: DecorationSet, state: EditorState, clients: readonly number[]): DecorationSet => {
    const moved = new Set(clients);
    const stale = set.find(undefined, undefined, (spec) => moved.has((spec as { client: number }).client));
    const fresh = clients.flatMap((client) => decorationsOf(client, state));
    return set.remove(stale).add(state.doc, fresh);
  };

  const decorationsOf = (client: number, state: EditorState): Decoration[] => {
    if (client === awareness.clientID) return [];
    const caret = readRemoteCaret(awareness.getStates().get(client));
    const at = caret && binding.absolute(caret.selection);
    if (!caret || !at) return [];
    const end = state.doc.content.size;
    const [anchor, head] = [Math.min(at.anchor, end), Math.min(at.head, end)];
    const colours = caretColours(caret.color);
    const label = [caret.name, caret.institution].filter((part) => part !== '').join(', ');
    const element = elements.of(client, label, colours);
    const widget = Decoration.widget(head, () => element, {
      key: String(client),
      side: 10,
      client,
      ignoreSelection: true,
      stopEvent: () => true,
    });
    if (anchor === head) return [widget];
    const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)];
    const style = `background-color: ${colours.selection}`;
    return [widget, Decoration.inline(from, to, { style }, { client })];
  };

  return new Plugin<DecorationSet>({
    key: presenceKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, set, _before, state) => {
        const mapped = tr.docChanged ? set.map(tr.mapping, tr.doc) : set;
        const clients = tr.getMeta(presenceKey) as readonly number[] | undefined;
        return clients ? place(mapped, state, clients) : mapped;
      },
    },
    props: { decorations: (state) => presenceKey.getState(state) },
    view: (view) => connect(view, awareness, binding, elements),
  });
}

function connect(
  view: EditorView,
  awareness: Awareness,
  binding: RoomBinding,
  elements: CaretElements,
): { update: (view: EditorView, before: EditorState) => void; destroy: () => void } {
  const due = new Set<number>();
  let showTimer: ReturnType<typeof setTimeout> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = '';

  const show = (): void => {
    showTimer = undefined;
    if (view.isDestroyed) return;
    const clients = [...due];
    due.clear();
    view.dispatch(view.state.tr.setMeta(presenceKey, clients).setMeta('addToHistory', false));
    elements.wake(clients);
    for (const client of clients) if (!awareness.getStates().has(client)) elements.forget(client);
  };
  const onChange = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>): void => {
    for (const client of [...added, ...updated, ...removed])
      if (client !== awareness.clientID) due.add(client);
    if (due.size > 0) showTimer ??= setTimeout(show, SHOW_MS);
  };

  const tell = (): void => {
    timer = undefined;
    if (view.isDestroyed) return;
    const { selection } = view.state;
    const relative = view.hasFocus() ? binding.relative(selection) : null;
    const cursor = relative && {
      anchor: relativePositionToJSON(relative.anchor) as unknown,
      head: relativePositionToJSON(relative.head) as unknown,
    };
    const focus = view.hasFocus() ? focusOf(view.state) : null;
    const now = JSON.stringify([cursor, focus]);
    if (now === told) return;
    told = now;
    const state = awareness.getLocalState();
    if (state) awareness.setLocalState({ ...state, cursor, focus });
  };
  const tellSoon = (): void => {
    timer ??= setTimeout(tell, TELL_MS);
  };

  awareness.on('change', onChange);
  view.dom.addEventListener('focusin', tellSoon);
  view.dom.addEventListener('focusout', tellSoon);
  onChange({ added: [...awareness.getStates().keys()], updated: [], removed: [] });
  return {
    update: (_view, before) => {
      if (before.doc !== view.state.doc || !before.selection.eq(view.state.selection)) tellSoon();
    },
    destroy: () => {
      awareness.off('change', onChange);
      view.dom.removeEventListener('focusin', tellSoon);
      view.dom.removeEventListener('focusout', tellSoon);
      clearTimeout(showTimer);
      clearTimeout(timer);
      elements.close();
      const state = awareness.getLocalState();
      if (state) awareness.setLocalState({ ...state, cursor: null, focus: null });
    },
  };
}

/** The goal, or else the part, that the caret stands in: what the outline shows of "who is where". */
function focusOf({ selection: { $head } }: EditorState): NodeId | null {
  let part: NodeId | null = null;
  for (let depth = $head.depth; depth > 0; depth -= 1) {
    const node = $head.node(depth);
    const id = node.attrs['id'] as NodeId | null | undefined;
    if (!id) continue;
    if (node.type.name === 'goal') return id;
    if (!['paragraph', 'listItem', 'subpoint'].includes(node.type.name)) part ??= id;
  }
  return part;
}
