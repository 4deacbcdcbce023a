import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isSafeHref } from '../../../shared/schema/leitbild-schema.ts';
import { useWords } from '../../client/use-words.ts';
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
  return (
    <Modal opened onClose={close} title={words.link.title} closeButtonProps={{ 'aria-label': words.close }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const href = completed(address.trim());
          if (isSafeHref(href)) set(href);
          else setWrong(true);
        }}
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
        <Group justify="flex-end" mt="lg">
          {before !== '' && (
            <Button variant="subtle" color="red" mr="auto" onClick={() => set(null)}>
              {words.link.remove}
            </Button>
          )}
          <Button variant="default" onClick={close}>
            {words.cancel}
          </Button>
          <Button type="submit">{words.save}</Button>
        </Group>
      </form>
    </Modal>
  );
}

/** People type addresses without their beginning. */
function completed(address: string): string {
  if (/^[a-z]+:/i.test(address)) return address;
  return address.includes('@') ? `mailto:${address}` : `https://${address}`;
}
