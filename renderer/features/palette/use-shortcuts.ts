import { useEffect, useRef } from 'react';
import { isShortcut } from '../../ui/key-names.ts';
import type { Command } from './command.ts';

/** Runs commands by their keys, in the whole window. What the text or a field has made of a key already is left alone. */
export function useShortcuts(commands: readonly Command[], isBlocked: boolean): void {
  const current = useRef({ commands, isBlocked });
  useEffect(() => {
    current.current = { commands, isBlocked };
  });
  useEffect(() => {
    const isMac = /Mac|iP(hone|ad)/.test(navigator.userAgent);
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || current.current.isBlocked) return;
      const command = current.current.commands.find(
        ({ id, keys, isEditorKey }) =>
          (keys !== null && !isEditorKey && isShortcut(event, keys, isMac)) ||
          // What most programs have for their list of keys.
          (id === 'help.keyboard' && isShortcut(event, 'Mod+/', isMac)),
      );
      if (command === undefined) return;
      // A field takes back what was typed in it by itself.
      const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (isField && (command.id === 'edit.undo' || command.id === 'edit.redo')) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
