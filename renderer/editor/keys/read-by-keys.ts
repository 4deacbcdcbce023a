import { Plugin, Selection, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { nextLine, type LinePlace } from './next-line.ts';
import { createReadingCaret, type ReadingCaret } from '../views/reading-caret.ts';

/** One step of the caret, as browsers call it. */
interface Step {
  /** To the right or down. */
  readonly isForward: boolean;
  readonly by: 'character' | 'word' | 'line' | 'lineboundary' | 'paragraph' | 'text';
}

/**
 * Arrows, Home and End move a caret in a text that may only be read, and with Shift they select, as they do where it can
 * be written: browsers themselves have no caret there. Nothing is made editable for it.
 */
export function readByKeys(): Plugin {
  let caret: ReadingCaret | undefined;
  /** Where the caret wants to be in each line that it goes up or down. */
  let column: number | null = null;
  let side: LinePlace['side'] = 1;
  return new Plugin({
    view(view) {
      const created = createReadingCaret(view);
      caret = created;
      return { update: () => created.follow(), destroy: () => created.close() };
    },
    props: {
      handleDOMEvents: {
        keydown(view, event) {
          if (view.editable) return false;
          const step = stepOf(event, /mac/i.test(navigator.userAgent));
          if (step === null) return false;
          event.preventDefault();
          if (step.by === 'line') {
            const { head } = view.state.selection;
            column ??= view.coordsAtPos(head, side).left;
            goTo(view, nextLine(view, { at: head, side }, column, step.isForward), event.shiftKey);
          } else {
            column = null;
            goTo(view, headAfter(view, step, event.shiftKey), event.shiftKey);
          }
          side = step.by === 'lineboundary' && step.isForward ? -1 : 1;
          caret?.show(side);
          return true;
        },
        focus(view) {
          // Where the pointer has brought it here, nobody looks for a caret.
          if (view.dom.matches(':focus-visible')) caret?.show();
          return false;
        },
        mousedown() {
          column = null;
          side = 1;
          caret?.hide();
          return false;
        },
        blur() {
          caret?.hide();
          return false;
        },
      },
    },
  });
}

/** Gives the text the keyboard, also where it may only be read, with the caret where it was. */
export function focusText(view: EditorView): void {
  if (view.editable) {
    view.focus();
    return;
  }
  view.dom.focus({ preventScroll: true });
  const shown = view.dom.ownerDocument.getSelection();
  if (shown !== null) showSelection(view, shown);
}

function stepOf(event: KeyboardEvent, isMac: boolean): Step | null {
  const { key, ctrlKey, altKey, metaKey } = event;
  const [word, edge] = isMac ? [altKey, metaKey] : [ctrlKey, false];
  // With other keys held these mean something else.
  if (isMac ? ctrlKey : altKey || metaKey) return null;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return {
        isForward: key === 'ArrowRight',
        by: edge ? 'lineboundary' : word ? 'word' : 'character',
      };
    case 'ArrowUp':
    case 'ArrowDown':
      return {
        isForward: key === 'ArrowDown',
        by: edge ? 'text' : word ? 'paragraph' : 'line',
      };
    case 'Home':
    case 'End':
      return {
        isForward: key === 'End',
        by: isMac || ctrlKey ? 'text' : 'lineboundary',
      };
    default:
      return null;
  }
}

/** Takes the caret to a place, or the end of the selection; stays where there is none. */
function goTo(view: EditorView, head: number | null, extend: boolean): void {
  if (head === null) return;
  const { doc, selection, tr } = view.state;
  const anchor = extend ? selection.anchor : head;
  const bias = head < selection.head ? -1 : 1;
  view.dispatch(
    tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head), bias)).scrollIntoView(),
  );
}

/** Where a step leads, other than to another line; null where there is no way on. */
function headAfter(view: EditorView, { isForward, by }: Step, extend: boolean): number | null {
  const { doc, selection } = view.state;
  const { $head } = selection;
  if (by === 'text') return (isForward ? Selection.atEnd(doc) : Selection.atStart(doc)).head;
  if (by === 'paragraph' && !isForward && $head.parentOffset > 0) return $head.start();
  if (by === 'line' || by === 'paragraph') return nextBlock(selection, isForward, true);
  const shown = view.dom.ownerDocument.getSelection();
  if (shown === null) return null;
  if (headOf(view, shown) !== selection.head) showSelection(view, shown);
  for (;;) {
    const { focusNode: node, focusOffset: offset } = shown;
    shown.modify(extend ? 'extend' : 'move', isForward ? 'right' : 'left', by);
    const head = headOf(view, shown);
    if (head !== null && (head !== selection.head || (!extend && !selection.empty))) return head;
    // A number or a mark has places within it that are none of the text.
    const isStuck = node === shown.focusNode && offset === shown.focusOffset;
    if (head !== null && !isStuck) continue;
    showSelection(view, shown);
    // For browsers a block that is not laid out yet is none.
    return by === 'lineboundary' ? null : nextBlock(selection, isForward, isForward);
  }
}

/** The beginning or the end of the block before or after that of the caret; null at the edge of the text. */
function nextBlock({ $head }: Selection, isForward: boolean, atStart: boolean): number | null {
  if ($head.depth === 0) return null;
  const from = $head.doc.resolve(isForward ? $head.after() : $head.before());
  const $found = Selection.findFrom(from, isForward ? 1 : -1, true)?.$head;
  return $found === undefined ? null : atStart ? $found.start() : $found.end();
}

/** Where in the text the browser's selection ends; null where it is elsewhere. */
function headOf(view: EditorView, { focusNode, focusOffset }: globalThis.Selection): number | null {
  return focusNode !== null && view.dom.contains(focusNode) ? view.posAtDOM(focusNode, focusOffset) : null;
}

function showSelection(view: EditorView, shown: globalThis.Selection): void {
  const { anchor, head } = view.state.selection;
  const from = view.domAtPos(anchor);
  const to = view.domAtPos(head);
  shown.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}
