import { Modal, Stack, Text, Title } from '@mantine/core';
import { useSession } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import type { ViewProps } from './view-props.ts';

/** What this program is, and what is open in it. */
export function AboutDialog({ onClose }: ViewProps) {
  const { frame } = useWords();
  const words = frame.about;
  const { overview, profile } = useSession();
  return (
    <Modal opened onClose={onClose} title={words.title} closeButtonProps={{ 'aria-label': frame.close }}>
      <Stack gap="sm">
        <Text>{words.text}</Text>
        <Text>{words.local}</Text>
        <Title order={3} size="h5" mt="sm">
          {words.file}
        </Title>
        <Text>{words.counts(overview.institutions, overview.editions)}</Text>
        <Text>{words.profile(profile.name)}</Text>
        <Text size="sm" c="dimmed" mt="sm">
          {words.licence}
        </Text>
      </Stack>
    </Modal>
  );
}
