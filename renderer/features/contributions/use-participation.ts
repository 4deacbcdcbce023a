import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Doc } from 'yjs';
import { listDecisions } from '../../../shared/decisions/decisions-room.ts';
import type { InstitutionId } from '../../../shared/ids/ids.ts';
import { successorOf } from '../../../shared/register/institution-changes.ts';
import { takesPart, type Institution } from '../../../shared/register/institution.ts';
import { readRound } from '../../../shared/rooms/phase-room.ts';
import { listInstitutions } from '../../../shared/rooms/register-room.ts';
import type { Round } from '../../../shared/rounds/round.ts';
import { roundOf } from '../../../shared/rounds/rounds-room.ts';
import type { TextFlow } from '../../../shared/text/text-flow.ts';
import { useRoom, useSession } from '../../client/session-context.tsx';
import { useReading } from '../../client/use-reading.ts';
import { useWords } from '../../client/use-words.ts';
import type { FrameAccess } from '../frame/frame-context.tsx';
import { useWeighingSource } from '../weighing/weighing-source.ts';
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
  const institutions = useReading(process.doc, listInstitutions);
  const records = useReading(decisions.doc, listDecisions);
  const { principal } = overview;
  const base = useBaseWords(round);
  return useMemo(
    () => ({
      doc: own.doc,
      absence: absenceOf(institutions, institution),
      ...{ institution, author: principal, round, takes: phase.contributions, decisions: records },
      ...{ byFile: overview.byFile, base },
      ...textPlaces(editor, lines, (node) => goTo(node, false), words),
    }),
    [
      own,
      institution,
      institutions,
      principal,
      round,
      phase.contributions,
      records,
      base,
      editor,
      lines,
      goTo,
      words,
      overview,
    ],
  );
}

/** What the round asked about, where it matters to know: where it asks about some places, and goals may have been moved. */
function useBaseWords(round: Round | null): TextFlow | null {
  const { bases } = useWeighingSource();
  const { baseOf } = useSyncExternalStore(bases.subscribe, bases.current);
  const wanted = round !== null && round.places !== 'all' ? round.id : null;
  useEffect(() => {
    if (wanted !== null) bases.want([wanted]);
  }, [bases, wanted]);
  return wanted === null ? null : (baseOf(wanted)?.flow ?? null);
}

/** That an institution takes no part any more; one that the register does not know is left to the host. */
function absenceOf(institutions: readonly Institution[], id: InstitutionId): ContributionsAccess['absence'] {
  const own = institutions.find((one) => one.id === id);
  if (own === undefined || takesPart(own)) return null;
  const successor = own.mergedInto && successorOf(institutions, own.mergedInto);
  return { successor: successor?.name ?? null };
}

function currentRound(process: Doc): Round | null {
  const id = readRound(process);
  return id === null ? null : (roundOf(process, id) ?? null);
}
