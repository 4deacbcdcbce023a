import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { DecorationSet } from '@tiptap/pm/view';
import type { Profile } from '../../../shared/schema/profile.ts';
import type { EditorWords } from '../editor-words.ts';
import { changeBetween, type Change } from './change-between.ts';
import { createSkeletons } from './skeletons.ts';
import {
  placeholderOf,
  REFERENCE,
  PLACEHOLDER,
  referenceDecoration,
  structureDecorations,
} from './structure-decorations.ts';
import { textFactsOf, type TextFacts } from './text-facts.ts';

export interface StructureState {
  readonly facts: TextFacts;
  readonly decorations: DecorationSet;
  /** Goes up with every change of the structure or of a heading. */
  readonly version: number;
  /** Goes up with every change of a goal's words, which the outline shows the beginning of. */
  readonly wording: number;
}

const structureKey = new PluginKey<StructureState>('structure');

/** What is computed of a state's structure. */
export function structureOf(state: EditorState): StructureState {
  const found = structureKey.getState(state);
  if (!found) throw new Error('the state has no structure plugin');
  return found;
}

/**
 * Numbers, names and placeholders of the text. Computed anew where the structure changes; a letter in a paragraph
 * only moves what is shown already.
 */
export function structurePlugin(profile: Profile, words: EditorWords): Plugin<StructureState> {
  const skeletonOf = createSkeletons();

  const computed = (doc: Node, version: number, wording: number): StructureState => {
    const facts = textFactsOf(doc, skeletonOf, profile);
    const decorations = DecorationSet.create(doc, structureDecorations(doc, { facts, profile, words }));
    return { facts, decorations, version, wording };
  };

  const afterText = (
    tr: Transaction,
    old: StructureState,
    change: Change & { kind: 'text' },
  ): StructureState => {
    let decorations = old.decorations.map(tr.mapping, tr.doc);
    const { before, after, from } = change;
    if (before.content.size === 0 || after.content.size === 0) {
      // The neighbours are found, too, where they touch.
      const stale = decorations
        .find(from, from + after.nodeSize, (spec) => spec === PLACEHOLDER)
        .filter((decoration) => decoration.from === from);
      const place = tr.doc.resolve(from);
      const group = place.depth > 0 && place.node(-1).type.name === 'goalGroup' ? place.node(-1) : null;
      const fresh = placeholderOf(after, from, place.parent, group, { profile, words });
      decorations = decorations.remove(stale);
      if (fresh) decorations = decorations.add(tr.doc, [fresh]);
    }
    if (after.type.name !== 'heading') {
      return { ...old, decorations, wording: old.wording + 1 };
    }
    const facts = textFactsOf(tr.doc, skeletonOf, profile);
    const references = decorations.find(undefined, undefined, (spec) => spec === REFERENCE);
    const current = references.flatMap((decoration) => {
      const node = tr.doc.nodeAt(decoration.from);
      return node ? [referenceDecoration(node, decoration.from, facts, words)] : [];
    });
    decorations = decorations.remove(references).add(tr.doc, current);
    return { facts, decorations, version: old.version + 1, wording: old.wording };
  };

  return new Plugin<StructureState>({
    key: structureKey,
    state: {
      init: (_config, { doc }) => computed(doc, 0, 0),
      apply: (tr, old, before) => {
        if (!tr.docChanged) return old;
        const change = changeBetween(before.doc, tr.doc);
        if (change.kind !== 'text' || !isWithinLetters(tr, before.doc, change)) {
          return computed(tr.doc, old.version + (change.kind === 'none' ? 0 : 1), old.wording);
        }
        return afterText(tr, old, change);
      },
    },
    props: { decorations: (state) => structureOf(state).decorations },
  });
}

/** Whether the steps replaced letters only, and no node that came back the same: what is shown with it would be gone. */
function isWithinLetters(
  tr: Transaction,
  before: Node,
  { from, before: block }: Change & { kind: 'text' },
): boolean {
  const [start, end] = [from + 1, from + 1 + block.content.size];
  if (tr.steps.length > 1 && block.children.some((child) => !child.isText)) return false;
  let isWithin = true;
  for (const map of tr.mapping.maps) {
    map.forEach((oldStart, oldEnd) => {
      if (oldStart < start || (tr.steps.length === 1 && oldEnd > end)) isWithin = false;
      else if (tr.steps.length === 1) {
        before.nodesBetween(oldStart, oldEnd, (node, at) => {
          if (at >= oldStart && !node.isText) isWithin = false;
        });
      }
    });
  }
  return isWithin;
}
