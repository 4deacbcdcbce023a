import { Loader, Text } from '@mantine/core';
import { useState } from 'react';
import type { ExportFormat } from '../../../shared/api/export-calls.ts';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { useSession } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { useEditions } from '../editions/use-editions.ts';
import type { ViewProps } from '../frame/view-props.ts';
import { ExportChoice, type ExportSource } from './export-choice.tsx';
import { FileJobDialog } from './file-job-dialog.tsx';
import { PrintingFault } from './printing-fault.tsx';
import { useFileJob } from './use-file-job.ts';

export interface ExportDialogProps extends ViewProps {
  /** What is chosen at first; left out, the draft for moderation and the newest edition for others. */
  readonly source?: ExportSource;
}

/** Gives the draft or an edition out as a file, with progress, cancel, and word of where the file is. */
export function ExportDialog({ onClose, source: given, text, onJump }: ExportDialogProps) {
  const { export: say } = useWords();
  const session = useSession();
  const jump = (node: NodeId): void => {
    onClose();
    onJump(node);
  };
  const { list, failure } = useEditions();
  const mayExportDraft = session.overview.role === 'moderator';
  const [chosen, setSource] = useState<ExportSource | null>(
    given ?? (mayExportDraft ? { kind: 'draft' } : null),
  );
  const [format, setFormat] = useState<ExportFormat>('pdf');
  const job = useFileJob(say.save);

  const newest = list?.[0];
  const source = chosen ?? (newest === undefined ? null : { kind: 'edition' as const, label: newest.label });

  const start = async (): Promise<void> => {
    if (source !== null) await job.start(() => session.api('export.start', { source, format }));
  };

  return (
    <FileJobDialog
      title={say.title}
      size="xl"
      job={job}
      phases={say.phases}
      running={say.running}
      faultOf={(fault) => (
        <PrintingFault error={fault} text={source?.kind === 'draft' ? text : null} onJump={jump} />
      )}
      onClose={onClose}
    >
      {list === null ? (
        failure === null ? (
          <Loader role="status" aria-label={say.running} />
        ) : (
          <PrintingFault error={failure} text={null} onJump={jump} />
        )
      ) : source === null ? (
        <Text>{say.nothing}</Text>
      ) : (
        <ExportChoice
          {...{ editions: list, mayExportDraft, source, format }}
          onSource={setSource}
          onFormat={setFormat}
          onStart={() => void start()}
          onCancel={onClose}
        />
      )}
    </FileJobDialog>
  );
}
