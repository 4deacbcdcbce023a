import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { copyText } from '../../client/copy-text.ts';
import { useWords } from '../../client/use-words.ts';
import { useFrame } from '../frame/frame-context.tsx';

/** Puts the whole text of this window on the clipboard and says whether that went well. */
export function useCopyOwn(): () => void {
  const { editor } = useFrame();
  const words = useWords().frame;
  return useCallback(() => {
    const text = editor?.document().textBetween(0, editor.document().content.size, '\n\n') ?? '';
    void copyText(text).then((copied) =>
      notifications.show({ message: copied ? words.copied : words.copyFailed }),
    );
  }, [editor, words]);
}
