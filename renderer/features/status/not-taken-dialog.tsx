import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { copyText } from '../../client/copy-text.ts';
import { useWords } from '../../client/use-words.ts';
import { NotTakenParts } from './not-taken-parts.tsx';
import type { RefusedText } from './use-refused-text.ts';

/** Shows what was written here and could not be taken over, to be copied. It stays until its author puts it away. */
export function NotTakenDialog({ parts, isLocked, dismiss }: RefusedText) {
  const words = useWords();
  const { notTaken } = words.status;
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = (): void => {
    const text = parts.map(({ name, own }) => `${name}\n${own === '' ? notTaken.removed : own}`).join('\n\n');
    void copyText(text).then(setCopied);
  };
  return (
    <Modal
      opened
      onClose={dismiss}
      title={notTaken.title}
      size="lg"
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Text mb="sm">{isLocked ? notTaken.locked : notTaken.replaced}</Text>
      <NotTakenParts parts={parts} />
      <Text mt="sm" size="sm" c="dimmed">
        {copied === false ? words.frame.copyFailed : notTaken.help}
      </Text>
      <Group mt="lg" justify="flex-end">
        <Button variant="default" onClick={copy}>
          {copied === true ? words.frame.copied : notTaken.copyAll}
        </Button>
        <Button onClick={dismiss}>{notTaken.done}</Button>
      </Group>
    </Modal>
  );
}
