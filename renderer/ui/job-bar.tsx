import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import type { JobProgress } from '../client/jobs.ts';

export interface JobBarProps {
  readonly progress: JobProgress;
  /** What is being done, by phase; `label` for any other. */
  readonly phases: Readonly<Record<string, string>>;
  readonly label: string;
  /** What may be said beside. */
  readonly note?: string;
  readonly cancelLabel: string;
  readonly onCancel: () => void;
}

/** How far a job of the host has come, with the way to end it. */
export function JobBar({ progress, phases, label, note, cancelLabel, onCancel }: JobBarProps) {
  return (
    <Stack gap="sm">
      <Text role="status">{phases[progress.phase] ?? label}</Text>
      <Progress
        aria-label={label}
        value={progress.total > 0 ? (100 * progress.done) / progress.total : 100}
        animated={progress.total === 0}
      />
      {note !== undefined && (
        <Text size="sm" c="dimmed">
          {note}
        </Text>
      )}
      <Group justify="flex-end">
        <Button variant="default" data-autofocus onClick={onCancel}>
          {cancelLabel}
        </Button>
      </Group>
    </Stack>
  );
}
