import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useWords } from '../../client/use-words.ts';
import { changeLines } from './change-lines.ts';
import type { PresentChanges } from './present-changes.ts';

export interface ReplaceDialogProps {
  readonly changes: PresentChanges;
  readonly presentGoals: number;
  /** Whether any goals were found in the document. */
  readonly isLeitbild: boolean;
  readonly onReplace: () => void;
  readonly onClose: () => void;
}

/** Says what the text that is there will lose and keep, before it is replaced. */
export function ReplaceDialog({ changes, presentGoals, isLeitbild, onReplace, onClose }: ReplaceDialogProps) {
  const { import: say } = useWords();
  return (
    <Modal opened onClose={onClose} title={say.replaceTitle} closeButtonProps={{ 'aria-label': say.keep }}>
      <Stack gap="sm">
        <Text>
          {isLeitbild || presentGoals === 0
            ? say.replaceText(presentGoals)
            : say.replaceWithoutGoals(presentGoals)}
        </Text>
        <List size="sm">
          {changeLines(changes, say).map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
        <Text size="sm" c="dimmed">
          {say.replaceUndo}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            {say.keep}
          </Button>
          <Button onClick={onReplace}>{say.replace}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
