import { Button, Group, Stack, Text } from '@mantine/core';
import { shellOf } from '../../client/shell.ts';
import { useWords } from '../../client/use-words.ts';
import { fileSize } from '../../ui/format-values.ts';
import type { FileResult, SavedFile } from './save-file.ts';

export interface ExportedFileProps {
  readonly file: FileResult;
  /** Null as long as it is being saved, or where saving failed. */
  readonly saved: SavedFile | null;
  readonly onSave: () => void;
  readonly onAnother: () => void;
  readonly onClose: () => void;
}

/** Says how large the file is and where it went. */
export function ExportedFile({ file, saved, onSave, onAnother, onClose }: ExportedFileProps) {
  const { export: say, language } = useWords();
  const shell = shellOf(window);
  const path = saved?.kind === 'path' ? saved.path : null;
  return (
    <Stack gap="sm">
      <Text role="status">
        {say.finished(file.name, fileSize(file.bytes, language))} {path !== null && say.savedTo(path)}
        {saved?.kind === 'download' && say.inDownloads}
        {saved?.kind === 'declined' && say.notSaved}
      </Text>
      <Group justify="flex-end">
        <Button variant="subtle" onClick={onAnother}>
          {say.another}
        </Button>
        {(saved === null || saved.kind === 'declined') && (
          <Button variant="default" onClick={onSave}>
            {say.save}
          </Button>
        )}
        {path !== null && shell !== null && (
          <Button variant="default" onClick={() => void shell.showInFolder(path)}>
            {say.showInFolder}
          </Button>
        )}
        <Button data-autofocus onClick={onClose}>
          {say.done}
        </Button>
      </Group>
    </Stack>
  );
}
