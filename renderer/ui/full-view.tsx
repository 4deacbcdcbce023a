import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './full-view.module.css';

export interface FullViewProps {
  readonly title: ReactNode;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** Whether Escape closes it; false where that would throw work away. */
  readonly closeOnEscape?: boolean;
  readonly children: ReactNode;
}

/** A feature over the whole window: a bar with its title, and all the room below. The text waits underneath. */
export function FullView({ title, closeLabel, onClose, closeOnEscape = true, children }: FullViewProps) {
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title={title}
      closeOnEscape={closeOnEscape}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': closeLabel, size: 'lg' }}
      classNames={{
        content: classes['content'] ?? '',
        header: classes['header'] ?? '',
        title: classes['title'] ?? '',
        body: classes['body'] ?? '',
      }}
    >
      {children}
    </Modal>
  );
}
