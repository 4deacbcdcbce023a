import type { Node } from '@tiptap/pm/model';
import type { NodeViewConstructor } from '@tiptap/pm/view';

/** A node that holds others, with its id and type where styles and the outline find them. */
export function partView(tag: string): NodeViewConstructor {
  return (node) => {
    const dom = document.createElement(tag);
    let shown = node;
    const show = (next: Node): void => {
      dom.dataset['id'] = String(next.attrs['id'] ?? '');
      if ('kind' in next.attrs) dom.dataset['kind'] = String(next.attrs['kind']);
    };
    dom.className = node.type.name;
    dom.dataset['leitbild'] = node.type.name;
    show(node);
    return {
      dom,
      contentDOM: dom,
      update(next) {
        if (next.type !== shown.type) return false;
        if (next.attrs !== shown.attrs) show(next);
        shown = next;
        return true;
      },
    };
  };
}
