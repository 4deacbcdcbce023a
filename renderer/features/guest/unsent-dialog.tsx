import { Button, Group, Modal, Text } from '@mantine/core';
import { useRoom, useRoomState } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import type { ViewProps } from '../frame/view-props.ts';
import { NotTakenParts } from '../status/not-taken-parts.tsx';
import { useUnsent } from './use-unsent.ts';
import { useUnsentFile } from './use-unsent-file.ts';

/** Shows a guest what of their writing the host does not have, and lets them keep it as a file. Needs no connection. */
export function UnsentDialog({ onClose }: Pick<ViewProps, 'onClose'>) {
  const { guest, frame } = useWords();
  const words = guest.unsent;
  const { changes, parts } = useUnsent();
  const { connection } = useRoomState(useRoom('text'));
  const helps = {
    connecting: words.help,
    offline: words.help,
    refused: words.helpRefused,
    connected: words.helpEarlier,
  };
  const save = useUnsentFile();
  const lead = changes === 0 ? words.allSent : parts === null ? words.unreadable : words.lead;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={words.title}
      closeButtonProps={{ 'aria-label': frame.close }}
    >
      <Text mb="sm">{lead}</Text>
      {parts !== null && parts.length > 0 && <NotTakenParts parts={parts} />}
      {changes > 0 && (
        <Text mt="sm" size="sm" c="dimmed">
          {helps[connection]}
        </Text>
      )}
      <Group mt="lg" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {frame.close}
        </Button>
        {parts !== null && parts.length > 0 && (
          <Button data-autofocus onClick={() => save(parts)}>
            {words.save}
          </Button>
        )}
      </Group>
    </Modal>
  );
}
