import { Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePreferences } from '../../client/preferences-context.tsx';
import { useWords } from '../../client/use-words.ts';
import classes from './frame.module.css';

export interface TextPaneProps {
  readonly isLoaded: boolean;
  /** Where the editor puts itself. */
  readonly onElement: (element: HTMLElement | null) => void;
  /** What stands before the text. */
  readonly children?: ReactNode;
}

/** The text in its place, as large as was chosen. */
export function TextPane({ isLoaded, onElement, children }: TextPaneProps) {
  const words = useWords();
  const { preferences } = usePreferences();
  return (
    <div className={classes['scroll']} id="text">
      {!isLoaded && (
        <div className={classes['loading']} role="status" aria-label={words.status.loading}>
          <Stack gap="md">
            <Skeleton h={36} w="60%" />
            <Skeleton h={14} mt="lg" />
            <Skeleton h={14} />
            <Skeleton h={14} w="85%" />
            <Skeleton h={22} w="40%" mt="lg" />
            <Skeleton h={14} />
            <Skeleton h={14} w="70%" />
          </Stack>
        </div>
      )}
      {isLoaded && children}
      <div className={classes['page']} style={{ '--zoom': preferences.zoom / 100 }} ref={onElement} />
    </div>
  );
}
