import { useEffect, useMemo } from 'react';
import type { Anchor } from '../../../shared/contributions/anchor.ts';
import { anchorResolver } from '../../../shared/contributions/resolve-anchor.ts';
import { standingOf } from '../../../shared/contributions/standing.ts';
import { listVoices } from '../../../shared/contributions/voices-room.ts';
import { textFlowOf } from '../../../shared/text/text-flow.ts';
import { useRoom } from '../../client/session-context.tsx';
import { useReading } from '../../client/use-reading.ts';
import { useFrame, useText } from '../frame/frame-context.tsx';
import { useOwnContributions, type ContributionsAccess } from './contributions-access.tsx';

/** Marks in the text the words that somebody has said something about: for those who may read all voices. */
export function MarkedVoices() {
  const voices = useReading(useRoom('voices').doc, listVoices);
  useMarks(useMemo(() => standingOf(voices).statements.map(({ record }) => record.anchor), [voices]));
  return null;
}

/** The same for what the own institution has submitted. */
export function MarkedOwn({ access }: { readonly access: ContributionsAccess }) {
  const { statements } = useOwnContributions(access);
  const anchors = useMemo(
    () =>
      statements
        .filter(({ state, supersededBy }) => state !== 'refused' && supersededBy === null)
        .map(({ record }) => record.anchor),
    [statements],
  );
  useMarks(anchors);
  return null;
}

/** Marks where these places are today; found out anew when writing pauses and there is nothing else to do. */
function useMarks(anchors: readonly Anchor[]): void {
  const { editor } = useFrame();
  const text = useText();
  useEffect(() => {
    const passages = anchors.filter(({ on }) => on === 'passage');
    if (editor === null || text === null) return;
    const handle = requestIdleCallback(() => {
      const resolve = anchorResolver(textFlowOf(editor.document()));
      editor.markPlaces(
        passages.flatMap((anchor) => {
          const found = resolve(anchor);
          return 'place' in found ? [found.place] : [];
        }),
      );
    });
    return () => cancelIdleCallback(handle);
  }, [editor, anchors, text]);
}
