import { Skeleton, Stack } from '@mantine/core';
import { useCallback, useLayoutEffect, useRef, type ReactNode } from 'react';
import { usePreferences } from '../../client/preferences-context.tsx';
import { useWords } from '../../client/use-words.ts';
import classes from './frame.module.css';
import { keepPlace, type KeptPlace } from './keep-place.ts';

export interface TextPaneProps {
  readonly isLoaded: boolean;
  /** Where the editor puts itself. */
  readonly onElement: (element: HTMLElement | null) => void;
  /** What stands before the text. */
  readonly children?: ReactNode;
}

/** The text in its place, as large as was chosen; whoever changes its size goes on where they were. */
export function TextPane({ isLoaded, onElement, children }: TextPaneProps) {
  const words = useWords();
  const { zoom } = usePreferences().preferences;
  const scroller = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const place = useRef<KeptPlace | null>(null);

  useLayoutEffect(() => {
    if (scroller.current === null) return;
    const kept = keepPlace(scroller.current);
    place.current = kept;
    return () => kept.stop();
  }, []);
  useLayoutEffect(() => {
    place.current?.around(() => page.current?.style.setProperty('--zoom', String(zoom / 100)));
  }, [zoom]);
  const onPage = useCallback(
    (element: HTMLDivElement | null) => {
      page.current = element;
      onElement(element);
    },
    [onElement],
  );

  return (
    <div className={classes['scroll']} id="text" ref={scroller}>
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
      <div className={classes['page']} ref={onPage} />
    </div>
  );
}
