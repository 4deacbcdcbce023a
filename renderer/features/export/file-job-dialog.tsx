import { Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AppError } from '../../../shared/errors/errors.ts';
import { useWords } from '../../client/use-words.ts';
import { JobBar } from '../../ui/job-bar.tsx';
import { ExportedFile } from './exported-file.tsx';
import type { FileJob } from './use-file-job.ts';

export interface FileJobDialogProps {
  readonly title: string;
  readonly size: 'lg' | 'xl';
  readonly job: FileJob;
  /** What is being done: by phase, and for any other. */
  readonly phases: Readonly<Record<string, string>>;
  readonly running: string;
  /** What may be said while it runs. */
  readonly note?: string;
  /** How a fault of the job is shown. */
  readonly faultOf: (fault: AppError) => ReactNode;
  readonly onClose: () => void;
  /** Asks what to make; shown while nothing runs and nothing is made. */
  readonly children: ReactNode;
}

/** A dialog that asks, makes a file with progress and cancel, and says where the file is. */
export function FileJobDialog(props: FileJobDialogProps) {
  const { title, size, job, phases, running, note, faultOf, onClose, children } = props;
  const { fault, file, saved, progress } = job;
  const { export: say } = useWords();
  return (
    <Modal
      opened
      onClose={onClose}
      size={size}
      title={title}
      closeButtonProps={{ 'aria-label': say.close }}
      closeOnClickOutside={progress === null}
    >
      <Stack gap="md">
        {fault !== null && faultOf(fault)}
        {file !== null ? (
          <ExportedFile
            file={file}
            saved={saved}
            onSave={() => void job.save()}
            onAnother={job.again}
            onClose={onClose}
          />
        ) : progress !== null ? (
          <JobBar
            {...{ progress, phases }}
            {...(note === undefined ? {} : { note })}
            label={running}
            cancelLabel={say.cancel}
            onCancel={job.cancel}
          />
        ) : (
          children
        )}
      </Stack>
    </Modal>
  );
}
