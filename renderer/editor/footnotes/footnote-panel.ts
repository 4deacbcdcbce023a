import { toggleMark } from '@tiptap/pm/commands';
import { keymap } from '@tiptap/pm/keymap';
import type { Node } from '@tiptap/pm/model';
import { EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';
import { StepMap } from '@tiptap/pm/transform';
import { DecorationSet, EditorView, type Decoration } from '@tiptap/pm/view';
import { applyDifference } from '../binding/apply-difference.ts';
import { breakLine } from '../commands/enter.ts';
import type { EditorWords } from '../editor-words.ts';
import { referenceDecoration } from '../structure/structure-decorations.ts';
import { structureOf } from '../structure/structure-plugin.ts';
import { referenceView } from '../views/inline-views.ts';

/** What the panel needs of the editor around it. */
export interface FootnoteHolder {
  readonly view: EditorView;
  readonly words: EditorWords;
  /** Where the footnote stands now; `undefined` when it is gone. */
  position(): number | undefined;
  /** Leaves the panel; with `focus` the caret goes behind the mark. */
  leave(focus: boolean): void;
  undo(): boolean;
  redo(): boolean;
  /** What the text of a footnote has in common with the text around it: references by typing, clean paste. */
  plugins(): readonly Plugin[];
}

/** The text of one footnote, edited beside its mark. Every letter is a step of the document around it. */
export interface FootnotePanel {
  readonly dom: HTMLElement;
  /** Shows the footnote as it is now in the document. */
  update(node: Node, number: string): void;
  /** Takes the keyboard, with the caret at the end. */
  focus(): void;
  readonly hasFocus: boolean;
  destroy(): void;
}

export function createFootnotePanel(node: Node, holder: FootnoteHolder): FootnotePanel {
  const { view, words } = holder;
  const dom = document.createElement('div');
  dom.className = 'footnote-panel';
  dom.setAttribute('role', 'group');
  const label = document.createElement('span');
  label.className = 'footnote-panel-label';
  const text = document.createElement('div');
  const hint = document.createElement('span');
  hint.className = 'footnote-panel-hint';
  hint.textContent = words.footnoteHint;
  dom.append(label, text, hint);

  const { strong, emphasis } = view.state.schema.marks;
  const leave = (): boolean => {
    holder.leave(true);
    return true;
  };
  const inner = new EditorView(text, {
    state: EditorState.create({
      doc: node,
      plugins: [
        ...holder.plugins(),
        new Plugin({ props: { decorations: ({ doc }) => referencesIn(doc, holder) } }),
        keymap({
          Escape: leave,
          Enter: leave,
          Tab: leave,
          'Shift-Enter': breakLine,
          'Mod-z': () => holder.undo(),
          'Mod-y': () => holder.redo(),
          'Mod-Shift-z': () => holder.redo(),
          ...(strong && { 'Mod-b': toggleMark(strong) }),
          ...(emphasis && { 'Mod-i': toggleMark(emphasis) }),
        }),
      ],
    }),
    attributes: {
      role: 'textbox',
      'aria-label': words.footnoteText,
      spellcheck: 'true',
      class: 'footnote-text',
    },
    nodeViews: { reference: referenceView },
    editable: () => view.editable,
    dispatchTransaction: (tr) => dispatch(tr),
  });

  const dispatch = (tr: Transaction): void => {
    const { state, transactions } = inner.state.applyTransaction(tr);
    inner.updateState(state);
    const position = holder.position();
    if (!tr.docChanged || tr.getMeta(FROM_OUTSIDE) === true || position === undefined) return;
    const outer = view.state.tr;
    const offset = StepMap.offset(position + 1);
    for (const { steps } of transactions) {
      for (const step of steps) {
        const mapped = step.map(offset);
        if (mapped) outer.step(mapped);
      }
    }
    view.dispatch(outer);
  };

  return {
    dom,
    update(next, number) {
      label.textContent = number;
      dom.setAttribute('aria-label', `${words.footnote} ${number}`);
      const tr = applyDifference(inner.state.tr, next);
      if (tr.docChanged) inner.dispatch(tr.setMeta(FROM_OUTSIDE, true));
      // What a reference prints may have changed with its target.
      else inner.updateState(inner.state);
    },
    focus: () => {
      const { doc, tr } = inner.state;
      inner.dispatch(tr.setSelection(TextSelection.create(doc, doc.content.size)));
      inner.focus();
    },
    get hasFocus() {
      return inner.hasFocus();
    },
    destroy: () => {
      inner.destroy();
      dom.remove();
    },
  };
}

/** Shows what the references of a footnote print today. */
function referencesIn(footnote: Node, { view, words }: FootnoteHolder): DecorationSet {
  const { facts } = structureOf(view.state);
  const shown: Decoration[] = [];
  footnote.forEach((node, offset) => {
    if (node.type.name === 'reference') shown.push(referenceDecoration(node, offset, facts, words));
  });
  return DecorationSet.create(footnote, shown);
}

const FROM_OUTSIDE = 'from-outside';
