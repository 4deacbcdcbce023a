import { Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { Command, Plugin } from '@tiptap/pm/state';
import type { Awareness } from 'y-protocols/awareness';
import type { Doc } from 'yjs';
import type { CreateId, NodeId } from '../../shared/ids/ids.ts';
import { sharedTypes } from '../../shared/rooms/rooms.ts';
import { goalKindOf, type Profile } from '../../shared/schema/profile.ts';
import { bindingPlugin } from './binding/binding-plugin.ts';
import { createRoomBinding } from './binding/room-binding.ts';
import { moveNode, type MoveTarget } from './commands/move.ts';
import { nearest } from './commands/places.ts';
import { createCommands, type EditorCommands } from './editor-commands.ts';
import type { EditorWords } from './editor-words.ts';
import { dragPlugin } from './drag/drag-plugin.ts';
import { footnotesPlugin } from './footnotes/footnotes-plugin.ts';
import { idsPlugin } from './ids/ids-plugin.ts';
import { linksPlugin, openElsewhere } from './links/links-plugin.ts';
import { editorKeymap } from './keys/editor-keymap.ts';
import { keepCaret } from './keys/keep-caret.ts';
import { focusText, readByKeys } from './keys/read-by-keys.ts';
import { referencesPlugin } from './references/references-plugin.ts';
import { schemaExtensions } from './schema/editor-schema.ts';
import { isSameOutline, outlineOf, type OutlineEntry } from './structure/outline.ts';
import { searchPlugin } from './search/search-plugin.ts';
import { structureOf, structurePlugin } from './structure/structure-plugin.ts';
import { markedPlacesPlugin, markPlaces, type MarkedPlace } from './marked-places/marked-places.ts';
import { pastePlugin } from './paste/paste-plugin.ts';
import { presencePlugin } from './presence/presence-plugin.ts';
import { createOwnUndo } from './undo/own-undo.ts';
import { nodeViews } from './views/node-views.ts';
import { scrollToNode } from './views/scroll-to-node.ts';
import { createNotices, type EditorNotice } from './notices.ts';

/** Who writes here, as others see it. */
export interface EditorUser {
  readonly name: string;
  readonly institution: string;
  /** A colour in `#rrggbb`. */
  readonly color: string;
}

export interface LeitbildEditorOptions {
  readonly element: HTMLElement;
  /** The document of the text room. */
  readonly doc: Doc;
  readonly awareness: Awareness;
  readonly profile: Profile;
  readonly editable: boolean;
  readonly createId: CreateId;
  readonly words: EditorWords;
  readonly user: EditorUser;
}

/** The editor of one text; see `createLeitbildEditor`. */
export interface LeitbildEditor {
  readonly tiptap: Editor;
  /** Every structural edit by name; each says whether it did something. */
  readonly commands: EditorCommands;
  /** Whether a command would do something now. */
  readonly can: EditorCommands;
  document(): Node;
  /** The goal that the selection stands in. */
  selectedGoal(): NodeId | null;
  /** Calls back when the selection or what it stands in changes. */
  onSelection(listener: () => void): () => void;
  /** Calls back after changes of the structure, of headings or of the beginning of goals, at most once a frame. */
  onStructure(listener: () => void): () => void;
  /** Calls back with what the person who writes should be told. */
  onNotice(listener: (notice: EditorNotice) => void): () => void;
  /** The lines of the outline; the same array until something in it changes. */
  outline(): readonly OutlineEntry[];
  /** Gives the text the keyboard, with the caret where it was and in view. */
  focus(): void;
  /** Brings a node to the top of the view; with `focus` the caret goes there, too. */
  scrollTo(id: NodeId, focus?: boolean): void;
  /** Marks places of the text, in place of those that were marked before. Writes nothing. */
  markPlaces(places: readonly MarkedPlace[]): void;
  /** Moves a node with all that it holds; `false` where it cannot stand there. */
  moveNode(id: NodeId, target: MoveTarget): boolean;
  /** Whether the room holds content of a newer version: then nothing of it is shown wrongly, and nothing can be written. */
  readonly isUnreadable: boolean;
  /** The kinds of goals in the text that the profile does not know; they are shown without number. */
  readonly unknownKinds: readonly string[];
  /** Lets the text be written or only read. */
  setEditable(editable: boolean): void;
  destroy(): void;
}

/**
 * Opens the editor of a text room in an element. Everything typed is in the room at once; what others write appears
 * without moving the caret. The room's content is shown repaired where a merge left it invalid, and never deleted by
 * being shown. `destroy` frees everything but the room.
 */
export function createLeitbildEditor(options: LeitbildEditorOptions): LeitbildEditor {
  const { doc, awareness, profile, words, createId } = options;
  const fragment = doc.getXmlFragment(sharedTypes.text.document);
  const notices = createNotices();
  awareness.setLocalStateField('user', options.user);
  let editable = options.editable;
  let isOpen = false;

  const binding = createRoomBinding({
    doc,
    fragment,
    isElected: () => editable && isFirstWriter(awareness),
    onUnreadable: (unreadable) => {
      if (!isOpen) return;
      applyEditable();
      if (unreadable) notices.notify({ code: 'content-unknown' });
    },
    onCameBack: (mine) =>
      notices.notify({ code: mine === 'deleted' ? 'deleted-came-back' : 'written-came-back' }),
  });
  const undo = createOwnUndo(fragment, binding);

  let outline: { readonly key: string; readonly entries: readonly OutlineEntry[] } | undefined;
  const outlineNow = (): readonly OutlineEntry[] => {
    const { facts, version, wording } = structureOf(tiptap.state);
    const key = `${String(version)}.${String(wording)}`;
    if (outline?.key === key) return outline.entries;
    const entries = outlineOf(tiptap.state.doc, profile, facts);
    outline = {
      key,
      entries: outline && isSameOutline(outline.entries, entries) ? outline.entries : entries,
    };
    return outline.entries;
  };

  const run = (command: Command): boolean => {
    undo.beginStep();
    const done = command(tiptap.state, (tr) => tiptap.view.dispatch(tr), tiptap.view);
    undo.beginStep();
    return done;
  };

  const references = (): Plugin =>
    referencesPlugin({
      words,
      outline: () => outlineNow(),
      follow: (target) => scrollToNode(tiptap.view, target, true),
    });

  const paste = (): Plugin =>
    pastePlugin(
      tiptap.schema,
      () => tiptap.state,
      (notice) => notices.notify(notice),
    );

  const plugins = Extension.create({
    name: 'leitbildPlugins',
    addProseMirrorPlugins: () => [
      structurePlugin(profile, words),
      // Before the keys of the text: what is open beside it takes its own.
      references(),
      footnotesPlugin(words, undo, () => [references(), paste()]),
      linksPlugin(openElsewhere),
      ...editorKeymap(tiptap.schema, profile, undo),
      idsPlugin(createId),
      bindingPlugin(binding, undo),
      keepCaret(),
      readByKeys(),
      presencePlugin({ awareness, binding }),
      dragPlugin({ profile, words, run: (command) => tiptap.isEditable && run(command) }),
      markedPlacesPlugin(),
      searchPlugin(),
      paste(),
      notices.plugin,
    ],
  });

  const tiptap: Editor = new Editor({
    element: null,
    extensions: [...schemaExtensions(nodeViews), plugins],
    editable,
    injectCSS: false,
    // Whoever may only read goes through the text by keyboard, too.
    coreExtensionOptions: { tabindex: { value: '0' } },
    enableInputRules: false,
    enablePasteRules: false,
    enableCoreExtensions: { keymap: false, delete: false, drop: false, paste: false, textDirection: false },
    editorProps: {
      attributes: {
        'aria-label': words.text,
        role: 'textbox',
        'aria-multiline': 'true',
        class: 'leitbild-text',
        lang: profile.language,
        spellcheck: 'true',
        translate: 'no',
      },
      scrollMargin: 80,
      scrollThreshold: 40,
    },
    onBeforeCreate: ({ editor }) => {
      editor.options.content = binding.open(editor.schema) as unknown as string;
    },
  });
  const frame = document.createElement('div');
  frame.className = 'leitbild-editor';
  options.element.append(frame);
  tiptap.mount(frame);

  const applyEditable = (): void => {
    awareness.setLocalStateField('writes', editable);
    const mayWrite = editable && !binding.isUnreadable;
    tiptap.setEditable(mayWrite, false);
    tiptap.view.dom.setAttribute('aria-readonly', String(!mayWrite));
  };
  isOpen = true;
  applyEditable();
  binding.settle();

  const test = (command: Command): boolean => command(tiptap.state);

  return {
    tiptap,
    commands: createCommands(profile, undo, (command) => tiptap.isEditable && run(command)),
    can: createCommands(profile, undo, (command) => tiptap.isEditable && test(command)),
    document: () => tiptap.state.doc,
    selectedGoal: () => {
      const goal = nearest(tiptap.state.selection.$from, 'goal');
      return (goal?.node.attrs['id'] as NodeId | undefined) ?? null;
    },
    markPlaces: (places) => tiptap.view.dispatch(markPlaces(tiptap.state.tr, places)),
    onSelection: (listener) => notices.onSelection(listener),
    onStructure: (listener) => notices.onStructure(listener),
    onNotice: (listener) => notices.onNotice(listener),
    outline: outlineNow,
    focus: () => {
      if (tiptap.isDestroyed) return;
      focusText(tiptap.view);
      tiptap.view.dispatch(tiptap.state.tr.scrollIntoView());
    },
    scrollTo: (id, focus = false) => scrollToNode(tiptap.view, id, focus),
    moveNode: (id, target) => tiptap.isEditable && run(moveNode(id, target, profile)),
    get isUnreadable() {
      return binding.isUnreadable;
    },
    get unknownKinds() {
      return unknownKindsOf(tiptap.state.doc, profile);
    },
    setEditable: (value) => {
      editable = value;
      applyEditable();
    },
    destroy: () => {
      notices.close();
      undo.close();
      tiptap.destroy();
      frame.remove();
    },
  };
}

function unknownKindsOf(doc: Node, profile: Profile): readonly string[] {
  const kinds = new Set<string>();
  doc.descendants((node) => {
    if (node.type.name === 'goalGroup') kinds.add(String(node.attrs['kind']));
    return !node.isTextblock;
  });
  return [...kinds].filter((kind) => goalKindOf(profile, kind) === undefined);
}

/** Of all who may write, the one with the lowest client id writes what is to be written once. */
function isFirstWriter(awareness: Awareness): boolean {
  for (const [client, state] of awareness.getStates()) {
    if (client < awareness.clientID && state['writes'] === true) return false;
  }
  return true;
}
