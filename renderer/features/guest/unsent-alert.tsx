import { Alert, Button, Stack, Text } from '@mantine/core';
import { useWords } from '../../client/use-words.ts';
import type { Unsent } from './use-unsent.ts';
import { useUnsentFile } from './use-unsent-file.ts';

export interface UnsentAlertProps {
  readonly unsent: Unsent;
  /** What becomes of it. */
  readonly children: string;
}

/** Says that something lies on this device alone, and lets it be kept as a file. Nothing where there is nothing. */
export function UnsentAlert({ unsent: { changes, parts }, children }: UnsentAlertProps) {
  const words = useWords().guest.unsent;
  const save = useUnsentFile();
  if (changes === 0) return null;
  return (
    <Alert color="orange" variant="light" role="alert">
      <Stack gap="xs" align="start">
        <Text size="sm" fw={600}>
          {words.count(changes)}
        </Text>
        <Text size="sm">{parts === null ? words.unreadable : children}</Text>
        {parts !== null && parts.length > 0 && (
          <Button size="compact-md" variant="default" onClick={() => save(parts)}>
            {words.save}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
