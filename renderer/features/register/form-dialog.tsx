import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../client/use-words.ts';

export interface FormDialogProps {
  readonly title: string;
  /** What the button says that saves. */
  readonly save: string;
  readonly isWide?: boolean;
  /** Called by the button and by Enter; it closes the dialog itself where all is well. */
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks for some fields, with a way out and one to save. */
export function FormDialog({ title, save, isWide = false, onSave, onClose, children }: FormDialogProps) {
  const { register: words } = useWords();
  return (
    <Modal
      opened
      onClose={onClose}
      size={isWide ? 'lg' : 'md'}
      title={title}
      closeButtonProps={{ 'aria-label': words.cancel }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
      >
        <Stack gap="md">
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit">{save}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
