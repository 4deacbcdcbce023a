import { ActionIcon, Badge, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconFileText, IconFileUnknown, IconX } from '@tabler/icons-react';
import type { RecentFile } from '../../../shared/api/desk-contract.ts';
import { useWords } from '../../client/use-words.ts';
import { dayAndTime } from '../../ui/format-values.ts';
import { folderOf } from './file-names.ts';
import classes from './start.module.css';

export interface RecentFilesProps {
  readonly files: readonly RecentFile[];
  readonly disabled: boolean;
  readonly onOpen: (file: RecentFile) => void;
  readonly onForget: (file: RecentFile) => void;
}

/** Files that were opened on this machine, latest first. */
export function RecentFiles({ files, disabled, onOpen, onForget }: RecentFilesProps) {
  const { start: words, language } = useWords();
  if (files.length === 0) return <Text c="dimmed">{words.recentNone}</Text>;
  return (
    <ul className={classes['recent']}>
      {files.map((file) => {
        const title = file.title === '' ? file.name : file.title;
        const Picture = file.there ? IconFileText : IconFileUnknown;
        return (
          <li key={file.path} className={classes['recentRow']} data-missing={!file.there}>
            <UnstyledButton
              className={classes['recentFile']}
              disabled={disabled}
              onClick={() => onOpen(file)}
            >
              <Picture size={24} stroke={1.4} aria-hidden className={classes['recentIcon']} />
              <span className={classes['recentText']}>
                <Text component="span" fw={600} display="block" truncate>
                  {title}
                </Text>
                <Text component="span" size="sm" c="dimmed" display="block" truncate title={file.path}>
                  {file.path}
                </Text>
              </span>
              <span className={classes['recentFacts']}>
                {file.open && (
                  <Badge variant="light" tt="none">
                    {words.isOpen}
                  </Badge>
                )}
                {!file.there && <span className={classes['missing']}>{words.missing}</span>}
                <Text component="span" size="sm" c="dimmed">
                  {words.opened(dayAndTime(file.openedAt, language))}
                </Text>
              </span>
            </UnstyledButton>
            <Tooltip label={words.forget(file.name)}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={words.forget(file.name)}
                onClick={() => onForget(file)}
              >
                <IconX size={18} aria-hidden />
              </ActionIcon>
            </Tooltip>
            {!file.there && (
              <Text size="sm" c="dimmed" className={classes['missingHelp']}>
                {words.missingHelp(folderOf(file.path))}
              </Text>
            )}
          </li>
        );
      })}
    </ul>
  );
}
