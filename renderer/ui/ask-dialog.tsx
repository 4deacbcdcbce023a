import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { FormDialog } from './form-dialog.tsx';

export interface AskDialogProps {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Asks before something that cannot be undone. */
export function AskDialog({ title, text, confirm, onConfirm, onClose, children }: AskDialogProps) {
  const save = (): void => {
    onConfirm();
    onClose();
  };
  return (
    <FormDialog title={title} save={confirm} startsAtSave onSave={save} onClose={onClose}>
      <Text size="sm">{text}</Text>
      {children}
    </FormDialog>
  );
}
