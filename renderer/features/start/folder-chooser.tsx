import {
  Alert,
  Breadcrumbs,
  Button,
  Group,
  Loader,
  Modal,
  ScrollArea,
  Text,
  UnstyledButton,
} from '@mantine/core';
import { IconArrowUp, IconDeviceFloppy, IconFileText, IconFolder, IconHome } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DeskClient } from '../../../shared/api/client.ts';
import type { FolderEntry, FolderListing } from '../../../shared/api/desk-contract.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import { useWords } from '../../client/use-words.ts';
import { dayAndTime } from '../../ui/format-values.ts';
import { nameOfPath } from './file-names.ts';
import classes from './start.module.css';

export interface FolderChooserProps {
  readonly desk: DeskClient;
  /** `file` chooses a Leitbild file, `folder` where to put a new one. */
  readonly choose: 'file' | 'folder';
  /** Where to begin; null for the user's documents. */
  readonly folder: string | null;
  readonly onChoose: (path: string) => void;
  readonly onClose: () => void;
}

/** Looks through the folders of the machine by the desk, where there is no dialog of the system. */
export function FolderChooser({ desk, choose, folder, onChoose, onClose }: FolderChooserProps) {
  const words = useWords();
  const { start } = words;
  const [listing, setListing] = useState<FolderListing | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);
  const list = useRef<HTMLUListElement>(null);

  const browse = useCallback(
    async (to: string | null) => {
      const answered = await desk('desk.browse', { folder: to });
      setFailure(answered.ok ? null : answered.error);
      if (!answered.ok) return;
      setListing(answered.value);
      list.current?.focus();
    },
    [desk],
  );
  useEffect(() => {
    let left = false;
    void desk('desk.browse', { folder }).then(async (answered) => {
      // The folder that was meant may not be there yet.
      const found = answered.ok || folder === null ? answered : await desk('desk.browse', { folder: null });
      if (left) return;
      if (found.ok) setListing(found.value);
      else setFailure(found.error);
    });
    return () => {
      left = true;
    };
  }, [desk, folder]);

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={choose === 'file' ? start.openTitle : start.chooseFolderTitle}
      closeButtonProps={{ 'aria-label': start.close }}
    >
      {failure !== null && (
        <Alert color="red" variant="light" mb="sm" role="alert">
          {words.describe(failure)}
        </Alert>
      )}
      {listing === null ? (
        failure === null && <Loader role="status" aria-label={start.reading} />
      ) : (
        <>
          <Group gap="xs" mb="sm" role="group" aria-label={start.placesLabel}>
            {listing.places.map(({ kind, path }) => (
              <Button
                key={path}
                size="compact-sm"
                variant="light"
                leftSection={
                  kind === 'drive' ? (
                    <IconDeviceFloppy size={16} aria-hidden />
                  ) : kind === 'home' ? (
                    <IconHome size={16} aria-hidden />
                  ) : (
                    <IconFolder size={16} aria-hidden />
                  )
                }
                onClick={() => void browse(path)}
              >
                {kind === 'drive' ? path : start.places[kind]}
              </Button>
            ))}
          </Group>
          <Group gap="xs" mb="xs">
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconArrowUp size={16} aria-hidden />}
              disabled={listing.parent === null}
              onClick={() => {
                if (listing.parent !== null) void browse(listing.parent);
              }}
            >
              {start.folderUp}
            </Button>
            <Breadcrumbs separator="" style={{ flex: '1 1 8rem', minWidth: 0 }}>
              <Text size="sm" c="dimmed" truncate>
                {listing.folder}
              </Text>
            </Breadcrumbs>
          </Group>
          <ScrollArea.Autosize mah={340} className={classes['folder'] ?? ''} viewportProps={{ tabIndex: -1 }}>
            <ul
              ref={list}
              tabIndex={-1}
              className={classes['entries']}
              aria-label={start.folderContents(nameOfPath(listing.folder) || listing.folder)}
            >
              {listing.entries
                .filter(({ kind }) => choose === 'file' || kind === 'folder')
                .map((entry) => (
                  <li key={entry.path}>
                    <Entry
                      entry={entry}
                      onClick={() => {
                        if (entry.kind === 'folder') void browse(entry.path);
                        else onChoose(entry.path);
                      }}
                    />
                  </li>
                ))}
            </ul>
            {listing.entries.length === 0 && (
              <Text size="sm" c="dimmed" p="sm">
                {start.folderEmpty}
              </Text>
            )}
          </ScrollArea.Autosize>
          {listing.more && (
            <Text size="sm" c="dimmed" mt="xs">
              {start.folderMore}
            </Text>
          )}
          {choose === 'folder' && (
            <>
              {!listing.writable && (
                <Text size="sm" mt="sm">
                  {start.folderReadOnly}
                </Text>
              )}
              <Group justify="flex-end" mt="md">
                <Button variant="default" onClick={onClose}>
                  {start.cancel}
                </Button>
                <Button disabled={!listing.writable} onClick={() => onChoose(listing.folder)}>
                  {start.chooseThisFolder}
                </Button>
              </Group>
            </>
          )}
        </>
      )}
    </Modal>
  );
}

function Entry({ entry, onClick }: { readonly entry: FolderEntry; readonly onClick: () => void }) {
  const { start, language } = useWords();
  const Picture = entry.kind === 'folder' ? IconFolder : IconFileText;
  return (
    <UnstyledButton className={classes['entry']} onClick={onClick}>
      <Picture size={20} stroke={1.5} aria-label={start.folderKinds[entry.kind]} role="img" />
      <span className={classes['entryName']}>{entry.name}</span>
      <Text component="span" size="sm" c="dimmed">
        {dayAndTime(entry.changedAt, language)}
      </Text>
    </UnstyledButton>
  );
}
