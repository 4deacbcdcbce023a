import { Alert, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { assessmentLabels } from '../../../shared/assessment/assessment-labels.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import { listInstitutions } from '../../../shared/rooms/register-room.ts';
import { listRounds } from '../../../shared/rounds/rounds-room.ts';
import { useJob } from '../../client/jobs.ts';
import { useRoom, useSession } from '../../client/session-context.tsx';
import { useReading } from '../../client/use-reading.ts';
import { useWords } from '../../client/use-words.ts';
import { JobBar } from '../../ui/job-bar.tsx';
import { ExportedFile } from '../export/exported-file.tsx';
import { saveFile, type FileResult, type SavedFile } from '../export/save-file.ts';
import type { ViewProps } from '../frame/view-props.ts';
import { AssessmentChoice } from './assessment-choice.tsx';
import { firstChoice, requestOf, type AssessmentKind } from './assessment-request.ts';

/** Gives the assessment table out as a file. */
export function AssessmentTableDialog({ onClose }: ViewProps) {
  return <AssessmentDialog kind="table" onClose={onClose} />;
}

/** Writes to each institution what became of its contributions. */
export function AssessmentLettersDialog({ onClose }: ViewProps) {
  return <AssessmentDialog kind="letters" onClose={onClose} />;
}

interface AssessmentDialogProps {
  readonly kind: AssessmentKind;
  readonly onClose: () => void;
}

/** Asks, writes with progress and cancel, and says where the file is. */
function AssessmentDialog({ kind, onClose }: AssessmentDialogProps) {
  const words = useWords();
  const { assessmentExport: say } = words;
  const session = useSession();
  const process = useRoom('process').doc;
  const rounds = useReading(process, listRounds);
  const institutions = useReading(process, listInstitutions);
  // Letters are written in the language of the document, whatever that of the window is.
  const [chosen, setChosen] = useState(() =>
    firstChoice(assessmentLabels[session.profile.language].letter.introduction),
  );
  const [fault, setFault] = useState<AppError | null>(null);
  const [file, setFile] = useState<FileResult | null>(null);
  const [saved, setSaved] = useState<SavedFile | null>(null);
  const { progress, run, cancel } = useJob();

  const save = async (result: FileResult): Promise<void> => {
    const outcome = await saveFile(result, session, window, say[kind].title);
    if (outcome.ok) setSaved(outcome.value);
    else setFault(outcome.error);
  };
  const start = async (): Promise<void> => {
    setFault(null);
    const done = await run(() => session.api('assessment.export', requestOf(kind, chosen)));
    if (!done.ok) {
      if (done.error.code !== 'cancelled') setFault(done.error);
    } else if (done.value.kind === 'file') {
      setFile(done.value);
      await save(done.value);
    }
  };

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={say[kind].title}
      closeButtonProps={{ 'aria-label': say.close }}
      closeOnClickOutside={progress === null}
    >
      <Stack gap="md">
        {fault !== null && (
          <Alert color="red" variant="light" role="alert" title={words.export.failed}>
            {words.describe(fault)}
          </Alert>
        )}
        {file !== null ? (
          <ExportedFile
            file={file}
            saved={saved}
            onSave={() => void save(file)}
            onAnother={() => {
              setFile(null);
              setSaved(null);
              setFault(null);
            }}
            onClose={onClose}
          />
        ) : progress !== null ? (
          <JobBar
            progress={progress}
            phases={say.phases}
            label={say.running}
            note={say.large}
            cancelLabel={say.cancel}
            onCancel={cancel}
          />
        ) : (
          <AssessmentChoice
            {...{ kind, chosen, rounds, institutions }}
            onChange={(change) => setChosen((before) => ({ ...before, ...change }))}
            onStart={() => void start()}
            onCancel={onClose}
          />
        )}
      </Stack>
    </Modal>
  );
}
