import type { Doc } from 'yjs';
import type { InstitutionId, RoundId } from '../../../shared/ids/ids.ts';
import type { Phase } from '../../../shared/rights/rights.ts';
import { readPhase, readRound } from '../../../shared/rooms/phase-room.ts';
import { listInstitutions, readInstitution } from '../../../shared/rooms/register-room.ts';
import { isOpenPlace, parentsIn, type NodeParents } from '../../../shared/rounds/open-places.ts';
import { invitedTo, type Round } from '../../../shared/rounds/round.ts';
import { hasRoundEntry, roundOf } from '../../../shared/rounds/rounds-room.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { RoundTerms } from './examine-submission.ts';

/** On what it depends whether something is taken from an institution, as the process room says. */
export interface RoundConditions {
  readonly contributions: Phase['contributions'];
  readonly round: RoundId | null;
  /** Equal while nothing has changed that anything depends on. */
  readonly key: string;
}

/** What rounds ask, of whom and about what. */
export interface RoundTermsReader {
  /** What is taken at this time. */
  takes(process: Doc): Pick<RoundConditions, 'contributions' | 'round'>;
  conditions(process: Doc): RoundConditions;
  /** What a round asks an institution; the draft's parents are asked for where the base does not say. */
  termsOf(
    process: Doc,
    round: RoundId,
    institution: InstitutionId,
    draft: () => NodeParents,
  ): RoundTerms | undefined;
}

/** Reads what rounds ask; the text of a base, which never changes, is read once. */
export function createRoundTerms(roundBases: Workspace['roundBases']): RoundTermsReader {
  let lastBase: { readonly round: RoundId; readonly parents: NodeParents } | null = null;
  const parentsInBase = (round: RoundId): NodeParents => {
    if (lastBase?.round === round) return lastBase.parents;
    const found = roundBases.get(round);
    if (found === undefined) return new Map();
    lastBase = { round, parents: parentsIn(found.base.document) };
    return lastBase.parents;
  };
  const takes = (process: Doc): Pick<RoundConditions, 'contributions' | 'round'> => ({
    contributions: readPhase(process).contributions,
    round: readRound(process),
  });
  return {
    takes,
    conditions(process) {
      const { contributions, round } = takes(process);
      const entry = round === null ? undefined : roundOf(process, round);
      const invited = entry && [...invitedIds(process, entry)].sort();
      const isThere = round !== null && hasRoundEntry(process, round);
      const key = JSON.stringify([contributions, round, isThere, invited, entry?.places]);
      return { contributions, round, key };
    },
    termsOf(process, round, institution, draft) {
      const entry = roundOf(process, round);
      if (entry === undefined) {
        // What is damaged, or was taken away behind the host's back, opens nothing.
        const isOlder =
          !hasRoundEntry(process, round) && !roundBases.list().some((base) => base.round === round);
        return isOlder && readRound(process) === round ? { isInvited: true, isOpen: () => true } : undefined;
      }
      return {
        isInvited: isInvited(process, entry, institution),
        isOpen: (anchor) => isOpenPlace(entry.places, anchor, [() => parentsInBase(round), draft]),
      };
    },
  };
}

/** Reads the one entry: an answer package for each of a thousand must not read a thousand each. */
function isInvited(process: Doc, round: Round, id: InstitutionId): boolean {
  const institution = readInstitution(process, id);
  return institution !== undefined && invitedTo(round, [institution]).length > 0;
}

function invitedIds(process: Doc, round: Round): ReadonlySet<InstitutionId> {
  return new Set(invitedTo(round, listInstitutions(process)).map(({ id }) => id));
}
