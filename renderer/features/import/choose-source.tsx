import { Alert, Button, Text, Title } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import type { AppError } from '../../../shared/errors/errors.ts';
import { useWords } from '../../client/use-words.ts';
import { DocumentButton } from './document-button.tsx';
import classes from './import.module.css';

/** Asks for a document, by dialog or drop, and says why the last one could not be read. */
export function ChooseSource({
  failure,
  again,
  onChoose,
}: {
  readonly failure: AppError | null;
  /** The document that may be sent once more. */
  readonly again: File | null;
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
          {again === null ? words.describe(failure) : say.brokenOff(again.name)}
          {again !== null && (
            <Button mt="sm" display="block" variant="light" onClick={() => onChoose(again)}>
              {say.sendAgain}
            </Button>
          )}
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
        <DocumentButton
          size="md"
          isFirst
          label={failure === null ? say.choose : say.another}
          onChoose={onChoose}
        />
        <Text c="dimmed">{over ? say.dropNow : say.drop}</Text>
      </div>
    </div>
  );
}
