import { FileButton, Text, UnstyledButton } from '@mantine/core';
import {
  IconFileImport,
  IconFilePlus,
  IconFolderOpen,
  IconMailOpened,
  IconEye,
  type Icon,
} from '@tabler/icons-react';
import { useWords } from '../../client/use-words.ts';
import { documentEndings } from './file-names.ts';
import classes from './start.module.css';

export interface StartActionsProps {
  readonly disabled: boolean;
  readonly onSample: () => void;
  readonly onNew: () => void;
  readonly onImport: (document: File) => void;
  readonly onOpen: () => void;
  readonly onJoin: () => void;
}

/** The five ways to begin. */
export function StartActions({ disabled, onSample, onNew, onImport, onOpen, onJoin }: StartActionsProps) {
  const { start: words } = useWords();
  const { actions } = words;
  return (
    <ul className={classes['actions']}>
      <Action icon={IconEye} {...actions.sample} disabled={disabled} onClick={onSample} />
      <Action icon={IconFilePlus} {...actions.create} disabled={disabled} onClick={onNew} />
      <FileButton
        accept={documentEndings.join(',')}
        onChange={(document) => {
          if (document !== null) onImport(document);
        }}
        inputProps={{ 'aria-label': actions.importDocument.title }}
      >
        {({ onClick }) => (
          <Action icon={IconFileImport} {...actions.importDocument} disabled={disabled} onClick={onClick} />
        )}
      </FileButton>
      <Action icon={IconFolderOpen} {...actions.open} disabled={disabled} onClick={onOpen} />
      <Action icon={IconMailOpened} {...actions.join} disabled={disabled} onClick={onJoin} />
    </ul>
  );
}

interface ActionProps {
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
}

function Action({ icon: Picture, title, text, disabled, onClick }: ActionProps) {
  return (
    <li>
      <UnstyledButton className={classes['action']} disabled={disabled} onClick={onClick}>
        <Picture size={26} stroke={1.5} aria-hidden className={classes['actionIcon']} />
        <span>
          <Text component="span" fw={600} display="block">
            {title}
          </Text>
          <Text component="span" size="sm" c="dimmed" display="block">
            {text}
          </Text>
        </span>
      </UnstyledButton>
    </li>
  );
}
