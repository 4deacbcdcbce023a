import { Button, Group, Modal, Text } from '@mantine/core';
import { useWords } from '../../client/use-words.ts';
import type { ViewProps } from './view-props.ts';

/** Stands in for a view that could not be loaded from the host. */
export function ViewMissing({ onClose }: Pick<ViewProps, 'onClose'>) {
  const { frame } = useWords();
  return (
    <Modal
      opened
      onClose={onClose}
      title={frame.viewMissing.title}
      closeButtonProps={{ 'aria-label': frame.close }}
    >
      <Text>{frame.viewMissing.text}</Text>
      <Group mt="lg" justify="flex-end">
        <Button data-autofocus onClick={onClose}>
          {frame.close}
        </Button>
      </Group>
    </Modal>
  );
}
