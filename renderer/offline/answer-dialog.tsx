import { Alert, Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ANSWER_ENDING, packageFileName } from '../../shared/packages/package-files.ts';
import { sealAnswer, type OpenedRound } from '../../shared/packages/open-package.ts';
import { useWords } from '../client/use-words.ts';
import {
  useOwnContributions,
  type ContributionsAccess,
} from '../features/contributions/contributions-access.tsx';
import { answerRecords } from './offline-room.ts';
import { saveAs } from './save-as.ts';

export interface AnswerDialogProps {
  readonly access: ContributionsAccess;
  readonly opened: OpenedRound;
  readonly onClose: () => void;
}

/** Says what the answer holds, what it leaves out and where it goes, and saves it, signed. */
export function AnswerDialog({ access, opened: { inside, hash }, onClose }: AnswerDialogProps) {
  const { offline: words } = useWords();
  const own = useOwnContributions(access);
  const [saved, setSaved] = useState<string | null>(null);
  const records = answerRecords(access.doc);
  const { leitbild, round, institution, key } = inside;
  const save = (): void => {
    const name = packageFileName(round.name, institution.name, ANSWER_ENDING);
    const answer = { leitbild, round: round.id, institution: institution.id, answers: hash };
    saveAs(sealAnswer({ ...answer, createdAt: access.now(), records }, key), name);
    setSaved(name);
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
        <Text fw={600}>{records.length === 0 ? words.answerEmpty : words.answerHolds(records.length)}</Text>
        {own.drafts.length > 0 && <Alert color="yellow">{words.draftsLeft(own.drafts.length)}</Alert>}
        {own.stances.size > 0 && <Alert color="yellow">{words.stancesLeft(own.stances.size)}</Alert>}
        <List size="sm" type="ordered" spacing={4}>
          {words.answerHow.map((step) => (
            <List.Item key={step}>{step}</List.Item>
          ))}
        </List>
        {saved !== null && <Alert role="status">{words.answerSaved(saved)}</Alert>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {saved === null ? words.cancel : words.close}
          </Button>
          <Button onClick={save} disabled={records.length === 0}>
            {words.answerSave}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
