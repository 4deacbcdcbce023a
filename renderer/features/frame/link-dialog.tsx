import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isSafeHref } from '../../../shared/schema/leitbild-schema.ts';
import { useWords } from '../../client/use-words.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useFrame } from './frame-context.tsx';
import type { ViewProps } from './view-props.ts';

/** Links the selected words to an address, or takes the link away. */
export function LinkDialog({ onClose }: ViewProps) {
  const { frame: words } = useWords();
  const { editor } = useFrame();
  const before = String(editor?.tiptap.getAttributes('link')['href'] ?? '');
  const [address, setAddress] = useState(before);
  const [isWrong, setWrong] = useState(false);
  // It is mounted open, so the dialog itself does not know where the keyboard came from.
  const close = (): void => {
    onClose();
    editor?.tiptap.commands.focus();
  };
  const set = (href: string | null): void => {
    editor?.commands.link(href);
    close();
  };
  const save = (): void => {
    const href = completed(address.trim());
    if (isSafeHref(href)) set(href);
    else setWrong(true);
  };
  return (
    <FormDialog
      title={words.link.title}
      save={words.save}
      aside={
        before !== '' && (
          <Button variant="subtle" color="red" mr="auto" onClick={() => set(null)}>
            {words.link.remove}
          </Button>
        )
      }
      onSave={save}
      onClose={close}
    >
      <TextInput
        label={words.link.address}
        description={words.link.hint}
        placeholder="https://"
        value={address}
        error={isWrong && words.link.wrong}
        onChange={(event) => {
          setAddress(event.currentTarget.value);
          setWrong(false);
        }}
        data-autofocus
      />
    </FormDialog>
  );
}

/** People type addresses without their beginning. */
function completed(address: string): string {
  if (/^[a-z]+:/i.test(address)) return address;
  return address.includes('@') ? `mailto:${address}` : `https://${address}`;
}
