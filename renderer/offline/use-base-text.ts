import { useEffect, useState } from 'react';
import { Awareness } from 'y-protocols/awareness';
import type { RoundPackage } from '../../shared/packages/round-package.ts';
import { createId } from '../client/create-id.ts';
import { useWords } from '../client/use-words.ts';
import { createLeitbildEditor, type LeitbildEditor } from '../editor/index.ts';
import { germanEditor } from '../words/de/editor.ts';
import { englishEditor } from '../words/en/editor.ts';
import { textOf } from './offline-room.ts';

/** The text that the round asks about, shown in an element for reading. */
export function useBaseText(element: HTMLElement | null, inside: RoundPackage): LeitbildEditor | null {
  const { language } = useWords();
  const [editor, setEditor] = useState<LeitbildEditor | null>(null);
  useEffect(() => {
    if (element === null) return;
    const doc = textOf(inside);
    const awareness = new Awareness(doc);
    const made = createLeitbildEditor({
      ...{ element, doc, awareness, createId, editable: false, profile: inside.base.profile },
      words: language === 'de' ? germanEditor : englishEditor,
      user: { name: '', institution: '', color: '#155f73' },
    });
    // The editor lives in the page, and can only be made once its element is there.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setEditor(made);
    return () => {
      setEditor(null);
      made.destroy();
      awareness.destroy();
      doc.destroy();
    };
  }, [element, inside, language]);
  return editor;
}
