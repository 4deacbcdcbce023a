import { Button, Group, Text, Title } from '@mantine/core';
import { IconDownload, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { childrenOf } from '../../../shared/schema/walk.ts';
import type { NumberedText } from '../../client/live-text.ts';
import { useWords } from '../../client/use-words.ts';
import { PrintedText } from '../../ui/printed-text.tsx';
import layout from '../../ui/side-list.module.css';
import classes from './editions.module.css';

export interface DraftDetailsProps {
  readonly title: string;
  readonly text: NumberedText | null;
  readonly mayFreeze: boolean;
  readonly onFreeze: () => void;
  readonly onExport: () => void;
  readonly modes: (text: ReactNode) => ReactNode;
}

/** The draft beside the editions: to be read, compared, given out and frozen. */
export function DraftDetails({ title, text, mayFreeze, onFreeze, onExport, modes }: DraftDetailsProps) {
  const { editions: say } = useWords();
  const isEmpty = text === null || childrenOf(text.document).length === 0;
  return (
    <>
      <div className={layout['head']}>
        <div>
          <Title order={2} className={classes['editionTitle'] ?? ''}>
            {say.draft}
          </Title>
          <p className={classes['editionName']}>{title === '' ? say.untitled : title}</p>
        </div>
        {mayFreeze && (
          <Group gap="sm">
            <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} onClick={onExport}>
              {say.exportIt}
            </Button>
            <Button leftSection={<IconLock size={18} aria-hidden />} onClick={onFreeze}>
              {say.freeze}
            </Button>
          </Group>
        )}
      </div>
      {modes(
        isEmpty ? (
          <Text c="dimmed">{say.emptyDraft}</Text>
        ) : (
          <div className={classes['paper']} lang={text.profile.language}>
            <PrintedText text={text} missingReference={say.missingReference} />
          </div>
        ),
      )}
    </>
  );
}
