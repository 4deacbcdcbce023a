import { Alert, Button, Checkbox, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { limits } from '../../../shared/contributions/limits.ts';
import type { Decision } from '../../../shared/decisions/decision.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import { useApi } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { useFrame } from '../frame/frame-context.tsx';
import { WordingDifference } from '../../ui/wording-difference.tsx';

export interface ReopenDialogProps {
  readonly decision: Decision;
  readonly onClose: () => void;
}

/** Takes a decision back, with the reason and what becomes of the text. What was written stays where it fails. */
export function ReopenDialog({ decision, onClose }: ReopenDialogProps) {
  const words = useWords();
  const say = words.weighing.reopen;
  const api = useApi();
  const { announce } = useFrame();
  const [reason, setReason] = useState('');
  const [restoreText, setRestoreText] = useState(decision.changes.length > 0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);
  const takeBack = async (): Promise<void> => {
    setBusy(true);
    const answer = await api('decisions.reopen', {
      decision: decision.id,
      reason: reason.trim(),
      restoreText,
    });
    setBusy(false);
    if (!answer.ok) {
      setFailure(answer.error);
      return;
    }
    announce(say.done);
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={say.title}
      closeButtonProps={{ 'aria-label': words.weighing.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void takeBack();
        }}
      >
        <Stack gap="md">
          <Text size="sm">
            {say.about(decision.contributions.length)} {say.text}
          </Text>
          <Textarea
            label={say.reason}
            value={reason}
            maxLength={limits.body}
            autosize
            minRows={2}
            data-autofocus
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          {decision.changes.length > 0 && (
            <>
              <Checkbox
                label={say.restore}
                checked={restoreText}
                onChange={({ currentTarget }) => setRestoreText(currentTarget.checked)}
              />
              {restoreText &&
                decision.changes.map(({ node, before, after }) => (
                  <WordingDifference key={node} before={after} after={before} />
                ))}
            </>
          )}
          {failure !== null && (
            <Alert color="red" variant="light" role="alert" title={words.weighing.failed}>
              {words.describe(failure)}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.weighing.cancel}
            </Button>
            <Button type="submit" loading={busy}>
              {say.confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
