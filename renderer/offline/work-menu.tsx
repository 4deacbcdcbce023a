import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef } from 'react';
import { encodeStateAsUpdate, type Doc } from 'yjs';
import { packageFileName } from '../../shared/packages/package-files.ts';
import type { RoundPackage } from '../../shared/packages/round-package.ts';
import { useWords } from '../client/use-words.ts';
import { mergeInto } from './offline-room.ts';
import { saveAs } from './save-as.ts';
import { readWork, WORK_ENDING, writeWork } from './work-file.ts';

export interface WorkMenuProps {
  readonly doc: Doc;
  /** Of the package. */
  readonly hash: string;
  readonly inside: RoundPackage;
}

/** Saves unfinished work as a file, and goes on with one. */
export function WorkMenu({ doc, hash, inside }: WorkMenuProps) {
  const { offline: words } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const save = (): void => {
    const name = packageFileName(inside.round.name, inside.institution.name, WORK_ENDING);
    saveAs(writeWork(hash, encodeStateAsUpdate(doc)), name);
    notifications.show({ message: words.saved(name) });
  };
  const load = async (file: File): Promise<void> => {
    const read = readWork(hash, await file.text());
    if (!read.ok) {
      notifications.show({ color: 'red', message: words.loadFaults[read.error] });
      return;
    }
    try {
      mergeInto(doc, read.value);
      notifications.show({ message: words.loaded });
    } catch {
      // Yjs has no closed list of what bytes that are no state throw.
      notifications.show({ color: 'red', message: words.loadFaults.damaged });
    }
  };
  return (
    <>
      <Menu position="bottom-end" shadow="md" withinPortal={false}>
        <Menu.Target>
          <Button variant="subtle">{words.more}</Button>
        </Menu.Target>
        <Menu.Dropdown aria-label={words.more}>
          <Menu.Item onClick={save}>{words.save}</Menu.Item>
          <Menu.Item onClick={() => input.current?.click()}>{words.load}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <input
        ref={input}
        type="file"
        accept={`.${WORK_ENDING}`}
        aria-label={words.load}
        hidden
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = '';
          if (file !== undefined) void load(file);
        }}
      />
    </>
  );
}
