import { Button, Group, Input, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DeskState } from '../../../shared/api/desk-contract.ts';
import type { DeskSession } from '../../client/desk-session.ts';
import { useWords } from '../../client/use-words.ts';
import { folderOf, nameOfPath, pathIn, withEnding, WORKSPACE_ENDING } from './file-names.ts';
import { FolderChooser } from './folder-chooser.tsx';
import classes from './start.module.css';

/** Where a new file is to be: a folder, and a name without ending. */
export interface FilePlace {
  readonly folder: string;
  readonly name: string;
}

export interface PlaceFieldProps {
  readonly session: DeskSession;
  readonly state: DeskState;
  readonly place: FilePlace;
  readonly error: string | null;
  readonly onChange: (place: FilePlace) => void;
}

/** Folder and name of a new file; the folder by the system's dialog where there is one. */
export function PlaceField({ session, state, place, error, onChange }: PlaceFieldProps) {
  const { start } = useWords();
  const [browsing, setBrowsing] = useState(false);
  const choose = async (): Promise<void> => {
    if (session.shell === null) {
      setBrowsing(true);
      return;
    }
    const path = await session.shell.saveDialog({
      title: start.fieldPlace,
      filters: [{ name: start.fileKind, extensions: [WORKSPACE_ENDING.slice(1)] }],
      defaultPath: pathIn(place.folder, withEnding(place.name), state.platform),
    });
    if (path === null) return;
    onChange({ folder: folderOf(path), name: nameOfPath(path).replace(/\.leitbild$/i, '') });
  };
  return (
    <Input.Wrapper component="fieldset" className={classes['fieldset'] ?? ''}>
      <legend className={classes['legend']}>{start.fieldPlace}</legend>
      <p className={classes['help']}>{start.fieldPlaceHelp}</p>
      <TextInput
        label={start.fieldFile}
        value={place.name}
        error={error}
        rightSection={<span className={classes['ending']}>{WORKSPACE_ENDING}</span>}
        rightSectionWidth={84}
        onChange={({ currentTarget: { value } }) => onChange({ ...place, name: value })}
      />
      <Group align="end" mt="xs">
        <TextInput
          label={start.fieldFolder}
          value={place.folder}
          style={{ flex: '1 1 11rem' }}
          onChange={({ currentTarget: { value } }) => onChange({ ...place, folder: value })}
        />
        <Button variant="default" onClick={() => void choose()}>
          {start.choosePlace}
        </Button>
      </Group>
      {browsing && (
        <FolderChooser
          desk={session.desk}
          choose="folder"
          folder={place.folder}
          onClose={() => setBrowsing(false)}
          onChoose={(folder) => {
            setBrowsing(false);
            onChange({ ...place, folder });
          }}
        />
      )}
    </Input.Wrapper>
  );
}
