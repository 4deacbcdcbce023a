import { isMarkActive } from '@tiptap/core';
import { useEffect, useState } from 'react';
import type { LeitbildEditor } from '../../editor/index.ts';
import { nodeAround } from './node-around.ts';

/** What can be done at the caret, and what holds there. */
export interface WritingState {
  readonly can: ReadonlySet<WritingTool>;
  readonly active: ReadonlySet<WritingTool>;
}

export type WritingTool =
  | 'edit.undo'
  | 'edit.redo'
  | 'edit.strong'
  | 'edit.emphasis'
  | 'edit.bulletList'
  | 'edit.orderedList'
  | 'edit.link'
  | 'edit.footnote'
  | 'edit.reference'
  | 'edit.split';

/** How long the caret rests before the buttons follow it, in milliseconds. */
const REST = 120;
const nothing: WritingState = { can: new Set(), active: new Set() };

/** Follows the caret when it rests; the state is another one only where something of it has changed. */
export function useWritingState(editor: LeitbildEditor | null): WritingState {
  const [state, setState] = useState(nothing);
  useEffect(() => {
    if (editor === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let key = '';
    const look = (): void => {
      timer = undefined;
      const next = writingState(editor);
      const nextKey = [[...next.can], [...next.active]].join('|');
      if (nextKey === key) return;
      key = nextKey;
      setState(next);
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(look, REST);
    };
    soon();
    editor.tiptap.on('transaction', soon);
    return () => {
      clearTimeout(timer);
      editor.tiptap.off('transaction', soon);
    };
  }, [editor]);
  return editor === null ? nothing : state;
}

function writingState(editor: LeitbildEditor): WritingState {
  const { can } = editor;
  const { state } = editor.tiptap;
  const { $from } = state.selection;
  const takesInline = $from.parent.inlineContent;
  const reference = state.schema.nodes['reference'];
  const possible: readonly (readonly [WritingTool, boolean])[] = [
    ['edit.undo', can.undo()],
    ['edit.redo', can.redo()],
    ['edit.strong', can.bold()],
    ['edit.emphasis', can.italic()],
    ['edit.bulletList', can.bulletList()],
    ['edit.orderedList', can.orderedList()],
    ['edit.link', !state.selection.empty || isMarkActive(state, 'link')],
    ['edit.footnote', can.insertFootnote()],
    [
      'edit.reference',
      takesInline &&
        reference !== undefined &&
        $from.parent.canReplaceWith($from.index(), $from.index(), reference),
    ],
    ['edit.split', editor.selectedGoal() !== null && can.splitGoal()],
  ];
  const list = nodeAround($from, 'bulletList', 'orderedList');
  const holds: readonly (readonly [WritingTool, boolean])[] = [
    ['edit.strong', isMarkActive(state, 'strong')],
    ['edit.emphasis', isMarkActive(state, 'emphasis')],
    ['edit.bulletList', list === 'bulletList'],
    ['edit.orderedList', list === 'orderedList'],
    ['edit.link', isMarkActive(state, 'link')],
  ];
  return { can: those(possible), active: those(holds) };
}

function those(tools: readonly (readonly [WritingTool, boolean])[]): ReadonlySet<WritingTool> {
  return new Set(tools.filter(([, is]) => is).map(([tool]) => tool));
}
