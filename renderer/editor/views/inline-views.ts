import type { NodeViewConstructor } from '@tiptap/pm/view';

/** The mark of a footnote; its number is a decoration, its text is edited apart. */
export const footnoteView: NodeViewConstructor = (node) => {
  const dom = document.createElement('button');
  dom.type = 'button';
  dom.tabIndex = -1;
  dom.className = 'footnote';
  dom.dataset['id'] = String(node.attrs['id'] ?? '');
  return {
    dom,
    update: (next) => {
      if (next.type !== node.type) return false;
      dom.dataset['id'] = String(next.attrs['id'] ?? '');
      return true;
    },
    ignoreMutation: () => true,
  };
};

/** A cross-reference; what it prints today is a decoration. */
export const referenceView: NodeViewConstructor = (node) => {
  const dom = document.createElement('span');
  dom.className = 'reference';
  dom.setAttribute('role', 'link');
  dom.dataset['target'] = String(node.attrs['target']);
  return { dom, ignoreMutation: () => true };
};

/** Where the institutions will be printed; the names come from the register. */
export const participantsView: NodeViewConstructor = (node) => {
  const dom = document.createElement('div');
  dom.className = 'participants';
  dom.dataset['id'] = String(node.attrs['id'] ?? '');
  return { dom, ignoreMutation: () => true };
};
