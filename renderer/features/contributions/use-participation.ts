import { useMemo } from 'react';
import type { Doc } from 'yjs';
import { listDecisions } from '../../../shared/decisions/decisions-room.ts';
import type { InstitutionId } from '../../../shared/ids/ids.ts';
import { readRound } from '../../../shared/rooms/phase-room.ts';
import type { Round } from '../../../shared/rounds/round.ts';
import { roundOf } from '../../../shared/rounds/rounds-room.ts';
import { useRoom, useSession } from '../../client/session-context.tsx';
import { useReading } from '../../client/use-reading.ts';
import { useWords } from '../../client/use-words.ts';
import type { FrameAccess } from '../frame/frame-context.tsx';
import type { ContributionsAccess } from './contributions-access.tsx';
import { textPlaces } from './text-places.ts';

/** What a delegate's window needs to take part in the current round. */
export function useParticipation(
  institution: InstitutionId,
  { editor, lines, phase, goTo }: Pick<FrameAccess, 'editor' | 'lines' | 'phase' | 'goTo'>,
): ContributionsAccess {
  const { overview } = useSession();
  const words = useWords();
  const own = useRoom(`contributions/${institution}`);
  const process = useRoom('process');
  const decisions = useRoom('decisions');
  const round = useReading(process.doc, currentRound);
  const records = useReading(decisions.doc, listDecisions);
  const { principal } = overview;
  return useMemo(
    () => ({
      doc: own.doc,
      ...{ institution, author: principal, round, takes: phase.contributions, decisions: records },
      byFile: overview.byFile,
      ...textPlaces(editor, lines, (node) => goTo(node, false), words),
    }),
    [own, institution, principal, round, phase.contributions, records, editor, lines, goTo, words, overview],
  );
}

function currentRound(process: Doc): Round | null {
  const id = readRound(process);
  return id === null ? null : (roundOf(process, id) ?? null);
}
