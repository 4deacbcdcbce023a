import { Plugin, PluginKey, type Command } from '@tiptap/pm/state';

/** Lets the keyboard leave the text: after Escape the next Tab goes on to the next control. */
export function leaveByTab(): { readonly plugin: Plugin; key(command: Command): Command } {
  const key = new PluginKey<boolean>('leave-by-tab');
  return {
    plugin: new Plugin<boolean>({
      key,
      state: {
        init: () => false,
        apply: (tr, leaving) => (tr.getMeta(key) as boolean | undefined) ?? (tr.docChanged ? false : leaving),
      },
      props: {
        handleKeyDown(view, event) {
          if (event.key === 'Escape') view.dispatch(view.state.tr.setMeta(key, true));
          else if (!['Tab', 'Shift'].includes(event.key) && key.getState(view.state)) {
            view.dispatch(view.state.tr.setMeta(key, false));
          }
          return false;
        },
      },
    }),
    key: (command) => (state, dispatch, view) =>
      key.getState(state) === true ? false : command(state, dispatch, view),
  };
}
