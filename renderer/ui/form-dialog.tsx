import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../client/use-words.ts';

export interface FormDialogProps {
  readonly title: string;
  /** What the button says that saves. */
  readonly save: string;
  readonly size?: 'md' | 'lg' | 'xl';
  /** False as long as there is nothing that could be saved. */
  readonly canSave?: boolean;
  /** True while it is being saved. */
  readonly isBusy?: boolean;
  /** Whether the keyboard is at the button that saves first, not at a field. */
  readonly startsAtSave?: boolean;
  /** Another thing that can be done, apart from the two ways out. */
  readonly aside?: ReactNode;
  /** Called by the button and by Enter; it closes the dialog itself where all is well. */
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks for some fields, with a way out and one to save. */
export function FormDialog(props: FormDialogProps) {
  const { title, save, size = 'md', canSave = true, isBusy = false, startsAtSave = false } = props;
  const { aside, onSave, onClose, children } = props;
  const { frame: words } = useWords();
  return (
    <Modal
      opened
      onClose={onClose}
      size={size}
      title={title}
      closeButtonProps={{ 'aria-label': words.close }}
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
            {aside}
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button
              type="submit"
              loading={isBusy}
              disabled={!canSave}
              data-autofocus={startsAtSave ? true : undefined}
            >
              {save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
