import { useEffect, useState } from 'react';
import type { LeitbildDocument } from '../../../shared/schema/document.ts';
import { createId } from '../../client/create-id.ts';
import { createLiveText, type LiveText } from '../../client/live-text.ts';
import { readPreferences } from '../../client/preferences.ts';
import { colourFor } from '../../client/peer-colours.ts';
import type { RoomClient } from '../../client/room-client.ts';
import { useSession } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { createLeitbildEditor, type LeitbildEditor } from '../../editor/index.ts';
import { germanEditor } from '../../words/de/editor.ts';
import { englishEditor } from '../../words/en/editor.ts';

export interface OpenText {
  readonly editor: LeitbildEditor;
  readonly text: LiveText;
}

/** Opens the editor of a room in an element as soon as the room can be shown; another room brings another editor. */
export function useLeitbildEditor(
  element: HTMLElement | null,
  room: RoomClient,
  isLoaded: boolean,
  editable: boolean,
): OpenText | null {
  const { profile } = useSession();
  const { language } = useWords();
  const [open, setOpen] = useState<OpenText | null>(null);
  useEffect(() => {
    if (element === null || !isLoaded) return;
    const editor = createLeitbildEditor({
      ...{ element, profile, createId },
      doc: room.doc,
      awareness: room.awareness,
      editable: false,
      words: language === 'de' ? germanEditor : englishEditor,
      // As it is known already; the frame tells it anew when it changes.
      user: {
        name: readPreferences(document.cookie).name,
        institution: '',
        color: colourFor(room.awareness.clientID),
      },
    });
    const text = createLiveText(
      {
        read: () => editor.document().toJSON() as LeitbildDocument,
        onChange(listener) {
          const onTransaction = ({ transaction }: { transaction: { docChanged: boolean } }): void => {
            if (transaction.docChanged) listener();
          };
          editor.tiptap.on('transaction', onTransaction);
          return () => void editor.tiptap.off('transaction', onTransaction);
        },
      },
      profile,
    );
    // The editor lives in the page, and can only be made once its element is there.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setOpen({ editor, text });
    return () => {
      setOpen(null);
      text.close();
      editor.destroy();
    };
  }, [element, room, isLoaded, profile, language]);
  useEffect(() => open?.editor.setEditable(editable), [open, editable]);
  return open;
}
