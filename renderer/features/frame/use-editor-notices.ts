import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useWords } from '../../client/use-words.ts';
import type { EditorNotice, LeitbildEditor } from '../../editor/index.ts';
import type { AppWords } from '../../words/app-words.ts';

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
      show(messageOf(notice, notices));
    };
    if (editor.isUnreadable) show(notices.contentUnknown);
    const { unknownKinds } = editor;
    if (unknownKinds.length > 0) show(notices.unknownKinds(unknownKinds));
    return editor.onNotice(tell);
  }, [editor, notices]);
}

function messageOf(notice: EditorNotice, words: AppWords['notices']): string {
  switch (notice.code) {
    case 'paste-too-long':
      return words.pasteTooLong(notice.length, notice.most);
    case 'content-unknown':
      return words.contentUnknown;
    case 'deleted-came-back':
      return words.deletedCameBack;
    case 'written-came-back':
      return words.writtenCameBack;
  }
}
