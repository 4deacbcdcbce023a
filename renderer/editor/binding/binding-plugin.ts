import { Plugin } from '@tiptap/pm/state';
import type { OwnUndo } from '../undo/own-undo.ts';
import type { RoomBinding } from './room-binding.ts';

/** Connects a view to its room for as long as the view lives. */
export function bindingPlugin(binding: RoomBinding, undo: OwnUndo): Plugin {
  return new Plugin({
    view: (view) => {
      binding.connect({
        get state() {
          return view.state;
        },
        dispatch: (transaction) => view.dispatch(transaction),
      });
      undo.attach(view);
      return {
        update: (_view, before) => {
          if (before.doc === view.state.doc || binding.isReceiving) return;
          undo.wrote(before, view.state, () => binding.write(before, view.state));
        },
        destroy: () => binding.close(),
      };
    },
  });
}
