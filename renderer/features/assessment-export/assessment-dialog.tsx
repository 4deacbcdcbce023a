import { Alert } from '@mantine/core';
import { useMemo, useState } from 'react';
import { assessmentLabels } from '../../../shared/assessment/assessment-labels.ts';
import { assessmentSize } from '../../../shared/assessment/assessment-size.ts';
import { listVoices } from '../../../shared/contributions/voices-room.ts';
import { listInstitutions } from '../../../shared/rooms/register-room.ts';
import { listRounds } from '../../../shared/rounds/rounds-room.ts';
import { useRoom, useSession } from '../../client/session-context.tsx';
import { useReading } from '../../client/use-reading.ts';
import { useWords } from '../../client/use-words.ts';
import { FileJobDialog } from '../export/file-job-dialog.tsx';
import { useFileJob } from '../export/use-file-job.ts';
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
  const voices = useReading(useRoom('voices').doc, listVoices);
  const { round, institutions: wanted } = chosen;
  const size = useMemo(
    () =>
      assessmentSize(
        voices.map(({ record }) => record),
        { round, institutions: wanted.length === 0 ? null : wanted },
      ),
    [voices, round, wanted],
  );
  const job = useFileJob(say[kind].title);

  const start = (): Promise<void> =>
    job.start(() => session.api('assessment.export', requestOf(kind, chosen)));

  return (
    <FileJobDialog
      title={say[kind].title}
      size="lg"
      job={job}
      phases={say.phases}
      running={say.running}
      note={say.large}
      faultOf={(fault) => (
        <Alert color="red" variant="light" role="alert" title={words.export.failed}>
          {words.describe(fault)}
        </Alert>
      )}
      onClose={onClose}
    >
      <AssessmentChoice
        {...{ kind, chosen, rounds, institutions, size }}
        onChange={(change) => setChosen((before) => ({ ...before, ...change }))}
        onStart={() => void start()}
        onCancel={onClose}
      />
    </FileJobDialog>
  );
}
