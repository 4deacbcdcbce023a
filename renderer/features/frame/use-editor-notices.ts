import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useWords } from '../../client/use-words.ts';
import type { EditorNotice, LeitbildEditor } from '../../editor/index.ts';

/** How long a notice stays, unless it is closed before. */
const READING_MS = 15_000;

/** Tells what the editor has to say: that something was too long to paste, that content is newer than the program. */
export function useEditorNotices(editor: LeitbildEditor | null): void {
  const { notices } = useWords();
  useEffect(() => {
    if (editor === null) return;
    const show = (message: string): void => {
      notifications.show({ message, color: 'yellow', autoClose: READING_MS, withCloseButton: true });
    };
    const tell = (notice: EditorNotice): void => {
      show(
        notice.code === 'paste-too-long'
          ? notices.pasteTooLong(notice.length, notice.most)
          : notices.contentUnknown,
      );
    };
    if (editor.isUnreadable) show(notices.contentUnknown);
    return editor.onNotice(tell);
  }, [editor, notices]);
}
