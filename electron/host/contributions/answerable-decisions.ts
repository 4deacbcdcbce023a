import type { Doc } from 'yjs';
import type { Decision } from '../../../shared/decisions/decision.ts';
import {
  decidedBy,
  listDecisions,
  type DecidedContributions,
} from '../../../shared/decisions/decisions-room.ts';
import type { ContributionId, DecisionId } from '../../../shared/ids/ids.ts';
import { sharedTypes } from '../../../shared/rooms/rooms.ts';

/** Decisions that wait for what institutions say to them. */
export interface AnswerableDecisions {
  /** The contributions about which a decision is proposed and still holds; none where it is not, or there is no such. */
  proposedAbout(decisions: Doc, decision: DecisionId): readonly ContributionId[];
}

/** Reads the room again only where records came: they are added, and never changed or taken away. */
export function createAnswerableDecisions(): AnswerableDecisions {
  let read: {
    readonly doc: Doc;
    readonly size: number;
    readonly byId: ReadonlyMap<string, Decision>;
    readonly decided: DecidedContributions;
  } | null = null;
  const readNow = (doc: Doc): NonNullable<typeof read> => {
    const { size } = doc.getMap(sharedTypes.decisions.decisions);
    if (read?.doc === doc && read.size === size) return read;
    const records = listDecisions(doc);
    const decisions = records.filter((record) => record.type === 'decision');
    read = {
      ...{ doc, size, decided: decidedBy(records) },
      byId: new Map(decisions.map((decision) => [decision.id, decision])),
    };
    return read;
  };
  return {
    proposedAbout(doc, id) {
      const { byId, decided } = readNow(doc);
      const decision = byId.get(id);
      if (decision?.stage !== 'proposed') return [];
      return decision.contributions.filter((one) => decided.holding(one)?.id === id);
    },
  };
}
