import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useWords } from '../../client/use-words.ts';
import type { LeitbildEditor } from '../../editor/index.ts';

const ID = 'vain-key';

/** Says why nothing appears at the first key typed into a text that cannot be written; null where it can. */
export function useVainKeys(editor: LeitbildEditor | null, why: 'locked' | 'reads' | null): void {
  const { vainKeys } = useWords().status;
  useEffect(() => {
    // With another language another editor takes the place of this one, in the same turn.
    if (editor === null || editor.tiptap.isDestroyed || why === null) return;
    const { dom } = editor.tiptap.view;
    const onKeyDown = (event: KeyboardEvent): void => {
      const writes = event.key.length === 1 || event.key === 'Backspace' || event.key === 'Delete';
      // The space bar turns the page for those who read.
      if (!writes || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return;
      dom.removeEventListener('keydown', onKeyDown);
      notifications.show({ id: ID, message: vainKeys[why], withCloseButton: true });
    };
    dom.addEventListener('keydown', onKeyDown);
    return () => {
      dom.removeEventListener('keydown', onKeyDown);
      notifications.hide(ID);
    };
  }, [editor, why, vainKeys]);
}
