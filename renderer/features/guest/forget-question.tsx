import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useWords } from '../../client/use-words.ts';
import { UnsentAlert } from './unsent-alert.tsx';
import type { Unsent } from './use-unsent.ts';

export interface ForgetQuestionProps {
  readonly unsent: Unsent;
  readonly onForget: () => void;
  readonly onClose: () => void;
}

/** Asks before a device forgets, and says what is lost by it. */
export function ForgetQuestion({ unsent, onForget, onClose }: ForgetQuestionProps) {
  const { guest, frame } = useWords();
  const words = guest.forget;
  return (
    <Modal opened onClose={onClose} title={words.title} closeButtonProps={{ 'aria-label': frame.close }}>
      <Stack gap="md">
        <Text>{words.text}</Text>
        <UnsentAlert unsent={unsent}>{words.lost}</UnsentAlert>
        <Text size="sm" c="dimmed">
          {words.hint}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {frame.cancel}
          </Button>
          <Button color="red" onClick={onForget}>
            {words.confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
