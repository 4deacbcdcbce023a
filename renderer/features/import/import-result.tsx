import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { AppError } from '../../../shared/errors/errors.ts';
import type { ImportView } from '../../../shared/import/import-view.ts';
import { useSession } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { ImportSummary } from './import-summary.tsx';
import type { AppliedImport } from './use-import.ts';

export interface ImportResultProps {
  readonly view: ImportView;
  readonly result: AppliedImport;
  readonly undo: 'open' | 'running' | 'done' | AppError;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** What was taken over, and the way back. */
export function ImportResult({ view, result, undo, onUndo, onClose }: ImportResultProps) {
  const words = useWords();
  const { import: say } = words;
  const { profile } = useSession();
  const isUndone = undo === 'done';
  const title = isUndone ? say.undoneTitle : result.import === null ? say.unchangedTitle : say.appliedTitle;
  return (
    <Stack gap="md">
      <div role="status">
        <Title order={2} size="h3">
          {title}
        </Title>
        {isUndone && <Text>{say.undoneText}</Text>}
        {result.import === null && <Text>{say.unchangedText}</Text>}
      </div>
      {!isUndone && (
        <ImportSummary view={view} changes={null} profile={profile} onShowLine={() => undefined} />
      )}
      {!isUndone && result.addedInstitutions > 0 && (
        <Text>{say.addedInstitutions(result.addedInstitutions)}</Text>
      )}
      {!isUndone && result.keptHeader.length > 0 && (
        <Text>{say.keptHeader(result.keptHeader.map((part) => say.headerParts[part]))}</Text>
      )}
      {typeof undo === 'object' && (
        <Alert color="red" variant="light" role="alert">
          {words.describe(undo)}
        </Alert>
      )}
      <Group>
        <Button data-autofocus onClick={onClose}>
          {say.toText}
        </Button>
        {result.import !== null && !isUndone && (
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={18} aria-hidden />}
            loading={undo === 'running'}
            onClick={onUndo}
          >
            {say.undo}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
