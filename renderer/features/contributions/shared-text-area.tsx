import { Textarea, type TextareaProps } from '@mantine/core';
import { useLayoutEffect, useRef, useSyncExternalStore, type KeyboardEvent } from 'react';
import { UndoManager, type Text, type YTextEvent } from 'yjs';
import { writeDraftText } from '../../../shared/contributions/draft-text.ts';
import { originOf } from '../../../shared/rooms/named-writes.ts';

export interface SharedTextAreaProps extends Omit<TextareaProps, 'value' | 'onChange' | 'ref'> {
  readonly text: Text;
}

/** A field for a text that several people write at once. The caret stays at its letters; undo takes back only what was written here. */
export function SharedTextArea({ text, ...props }: SharedTextAreaProps) {
  const field = useRef<HTMLTextAreaElement | null>(null);
  const caret = useRef<readonly [number, number] | null>(null);
  const undo = useRef<UndoManager | null>(null);
  const value = useSyncExternalStore(
    (listener) => {
      text.observe(listener);
      return () => text.unobserve(listener);
    },
    () => text.toJSON(),
  );

  useLayoutEffect(() => {
    const manager = new UndoManager(text, { trackedOrigins: new Set([originOf('contribution.draft')]) });
    undo.current = manager;
    // Before React sets the value, which would put the caret at the end.
    const keepCaret = (event: YTextEvent): void => {
      const element = field.current;
      if (element === null || document.activeElement !== element || event.transaction.local) return;
      const { selectionStart, selectionEnd } = element;
      caret.current = [moved(selectionStart, event), moved(selectionEnd, event)];
    };
    text.observe(keepCaret);
    return () => {
      text.unobserve(keepCaret);
      manager.destroy();
    };
  }, [text]);

  useLayoutEffect(() => {
    const places = caret.current;
    caret.current = null;
    if (places !== null) field.current?.setSelectionRange(...places);
  }, [value]);

  const takeBack = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z') return;
    event.preventDefault();
    if (event.shiftKey) undo.current?.redo();
    else undo.current?.undo();
  };

  return (
    <Textarea
      autosize
      minRows={3}
      maxRows={16}
      {...props}
      ref={field}
      value={value}
      onKeyDown={takeBack}
      onChange={({ currentTarget }) => {
        const end = currentTarget.selectionEnd;
        caret.current = [end, end];
        writeDraftText(text, currentTarget.value, end);
      }}
    />
  );
}

/** Where a place in the text is after a change by somebody else. */
function moved(place: number, { delta }: YTextEvent): number {
  let at = 0;
  let result = place;
  for (const { retain, insert, delete: removed } of delta) {
    if (typeof retain === 'number') at += retain;
    if (typeof insert === 'string') {
      if (at < result) result += insert.length;
      at += insert.length;
    }
    if (typeof removed === 'number' && at < result) result -= Math.min(removed, result - at);
  }
  return result;
}
