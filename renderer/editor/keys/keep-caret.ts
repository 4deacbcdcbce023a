import { Plugin } from '@tiptap/pm/state';

/**
 * Puts the caret back where it was when the keyboard comes back to the text, as from a dialog: a browser would put it to
 * the beginning of the text, or wherever it stood in the page last. With the pointer, the place that is pressed counts.
 */
export function keepCaret(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        focus(view) {
          if (view.editable) view.focus();
          return false;
        },
      },
    },
  });
}
