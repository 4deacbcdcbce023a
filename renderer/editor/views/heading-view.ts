import type { NodeViewConstructor } from '@tiptap/pm/view';

/** The heading of a chapter is the second level of the page; below 6 there is none. */
const DEEPEST_LEVEL = 6;

/** A heading of the level that its place in the document gives it. */
export const headingView: NodeViewConstructor = (_node, view, getPos) => {
  const position = getPos() ?? 0;
  const level = Math.min(view.state.doc.resolve(position).depth + 1, DEEPEST_LEVEL);
  const dom = document.createElement(`h${String(level)}`);
  dom.className = 'heading';
  return { dom, contentDOM: dom };
};
