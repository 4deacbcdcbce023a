import { Alert, Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '../../../shared/errors/errors.ts';
import type { Result } from '../../../shared/errors/result.ts';
import { answerRecords } from '../../../shared/packages/answer-records.ts';
import { useWords } from '../../client/use-words.ts';
import { useOwnContributions, type ContributionsAccess } from '../contributions/contributions-access.tsx';

export interface AnswerDialogProps {
  readonly access: ContributionsAccess;
  /** Saves the answer, signed; gives the name that it was saved under, or null where the person saved nothing. */
  readonly onSave: () => Promise<Result<string | null>>;
  readonly onClose: () => void;
}

/** Says what the answer holds, what it leaves out and where it goes, and has it saved. */
export function AnswerDialog({ access, onSave, onClose }: AnswerDialogProps) {
  const { offline: words, describe } = useWords();
  const own = useOwnContributions(access);
  const [saved, setSaved] = useState<string | null>(null);
  const [fault, setFault] = useState<AppError | null>(null);
  const count = answerRecords(access.doc).length;
  const save = async (): Promise<void> => {
    const done = await onSave();
    setFault(done.ok ? null : done.error);
    setSaved(done.ok ? done.value : null);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.answerTitle}
      closeButtonProps={{ 'aria-label': words.close }}
      size="lg"
    >
      <Stack gap="sm">
        <Text fw={600}>{count === 0 ? words.answerEmpty : words.answerHolds(count)}</Text>
        {own.drafts.length > 0 && <Alert color="yellow">{words.draftsLeft(own.drafts.length)}</Alert>}
        {own.stances.size > 0 && <Alert color="yellow">{words.stancesLeft(own.stances.size)}</Alert>}
        <List size="sm" type="ordered" spacing={4}>
          {words.answerHow.map((step) => (
            <List.Item key={step}>{step}</List.Item>
          ))}
        </List>
        {fault !== null && (
          <Alert color="red" role="alert">
            {describe(fault)}
          </Alert>
        )}
        {saved !== null && <Alert role="status">{words.answerSaved(saved)}</Alert>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {saved === null ? words.cancel : words.close}
          </Button>
          <Button onClick={() => void save()} disabled={count === 0}>
            {words.answerSave}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
