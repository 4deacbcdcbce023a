import { Alert, Button, FileButton, Text, Title } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import type { AppError } from '../../../shared/errors/errors.ts';
import { useWords } from '../../client/use-words.ts';
import { documentEndings } from '../start/file-names.ts';
import classes from './import.module.css';

/** Asks for a document, by dialog or drop, and says why the last one could not be read. */
export function ChooseSource({
  failure,
  onChoose,
}: {
  readonly failure: AppError | null;
  readonly onChoose: (file: File) => void;
}) {
  const words = useWords();
  const { import: say } = words;
  const [over, setOver] = useState(false);
  const [tooMany, setTooMany] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const { files } = event.dataTransfer;
    const [file] = files;
    setTooMany(files.length > 1);
    if (file !== undefined && files.length === 1) onChoose(file);
  };
  return (
    <div className={classes['page']}>
      <Title order={2} size="h3">
        {say.chooseTitle}
      </Title>
      <Text>{say.chooseText}</Text>
      {failure !== null && (
        <Alert color="red" variant="light" role="alert" title={say.failed} className={classes['fault'] ?? ''}>
          {words.describe(failure)}
        </Alert>
      )}
      {tooMany && (
        <Alert color="red" variant="light" role="alert">
          {say.dropMany}
        </Alert>
      )}
      <div
        className={classes['dropZone']}
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconFileImport size={44} stroke={1.2} aria-hidden />
        <FileButton
          accept={documentEndings.join(',')}
          inputProps={{ 'aria-label': say.choose }}
          onChange={(file) => {
            if (file !== null) onChoose(file);
          }}
        >
          {({ onClick }) => (
            <Button size="md" data-autofocus onClick={onClick}>
              {failure === null ? say.choose : say.another}
            </Button>
          )}
        </FileButton>
        <Text c="dimmed">{over ? say.dropNow : say.drop}</Text>
      </div>
    </div>
  );
}
