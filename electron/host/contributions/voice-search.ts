import { setImmediate } from 'node:timers/promises';
import type { Doc } from 'yjs';
import type { Contribution } from '../../../shared/contributions/contribution.ts';
import { parseContribution } from '../../../shared/contributions/contribution.ts';
import { readSubmissions } from '../../../shared/contributions/contributions-room.ts';
import { contributionId, type ContributionId } from '../../../shared/ids/ids.ts';
import { rightOf, type Principal } from '../../../shared/rights/rights.ts';
import { readPhase } from '../../../shared/rooms/phase-room.ts';
import { sharedTypes, type RoomName } from '../../../shared/rooms/rooms.ts';
import { createWordIndex, type IndexedWords, type WordIndex } from '../workspace/word-index.ts';

/** Full text of what institutions said. */
export interface VoiceSearch {
  /** See `contributions.search`. Rejects with `AppFailure` where a room cannot be read. */
  search(principal: Principal, query: string): Promise<readonly ContributionId[]>;
  close(): void;
}

/** Characters that are indexed in one turn; more of them would keep everybody waiting. */
const PER_TURN = 60_000;

/**
 * Keeps what was taken indexed, in memory alone: made at the first search and brought up to date at each, which is
 * cheap, because what was taken never changes. Whoever may not read all searches an index of its own institution: what
 * others said would show in the order and the time of the answer. Where the file follows another, `voices` may not have
 * come here; then what an institution's own room has receipts for is all there is.
 */
export function createVoiceSearch(deps: {
  readonly readRoom: <T>(room: RoomName, work: (doc: Doc) => T) => T;
  /** Whether the file follows another, so that its user alone writes what receipts there are. */
  readonly follows: boolean;
}): VoiceSearch {
  const { readRoom, follows } = deps;
  const indexes = new Map<RoomName, WordIndex>();
  let isClosed = false;

  /** The room whose contributions somebody may find; `null` for none. */
  const scopeOf = (principal: Principal): RoomName | null => {
    if (rightOf(principal, 'voices', readRoom('process', readPhase)) !== 'none') return 'voices';
    return ownRoomOf(principal);
  };

  const missingIn = (index: WordIndex, scope: RoomName, own: RoomName | null): readonly Contribution[] => {
    /** Where the host wrote it itself there is no need to parse it. */
    const recordIn = (stored: unknown, id: string, isProven: boolean): Contribution | undefined => {
      if (isProven) return stored as Contribution;
      const parsed = parseContribution(stored);
      return parsed.ok && parsed.value.id === id ? parsed.value : undefined;
    };
    const taken = readRoom('voices', (voices) => {
      const map = voices.getMap<unknown>(sharedTypes.voices.contributions);
      return [...map.entries()].flatMap(([id, stored]) => {
        const record = index.has(id) ? undefined : recordIn(stored, id, !follows);
        const isWanted = scope === 'voices' || scope === `contributions/${record?.institution ?? ''}`;
        return record !== undefined && isWanted ? [record] : [];
      });
    });
    if (!follows || own === null) return taken;
    const received = readRoom(own, (doc) => {
      const { submitted, receipts } = readSubmissions(doc);
      return [...receipts.keys()].flatMap((id) => {
        return (index.has(id) ? undefined : recordIn(submitted.get(id), id, false)) ?? [];
      });
    });
    return [...taken, ...received];
  };

  const search: VoiceSearch['search'] = async (principal, query) => {
    const scope = scopeOf(principal);
    if (scope === null || isClosed) return [];
    const index = indexes.get(scope) ?? createWordIndex();
    indexes.set(scope, index);
    const turns = inTurns(missingIn(index, scope, ownRoomOf(principal)));
    for (const turn of turns) {
      index.add(turn.map(indexed));
      await setImmediate();
      // Closed meanwhile.
      if (indexes.get(scope) !== index) return [];
    }
    // Rights may have changed meanwhile.
    if (turns.length > 0) return search(principal, query);
    return index.search(query).map(contributionId);
  };

  return {
    search,
    close() {
      isClosed = true;
      for (const index of indexes.values()) index.close();
      indexes.clear();
    },
  };
}

function ownRoomOf({ role, institution }: Principal): RoomName | null {
  return role === 'delegate' && institution !== null ? `contributions/${institution}` : null;
}

function inTurns(records: readonly Contribution[]): readonly (readonly Contribution[])[] {
  const turns: Contribution[][] = [];
  let left = 0;
  for (const record of records) {
    const turn = left > 0 ? turns.at(-1) : undefined;
    if (turn === undefined) turns.push([record]);
    else turn.push(record);
    const length = wordsOf(record).reduce((sum, words) => sum + words.length, 1);
    left = (turn === undefined ? PER_TURN : left) - length;
  }
  return turns;
}

function indexed(record: Contribution): IndexedWords {
  return { id: record.id, words: wordsOf(record).join('\n') };
}

function wordsOf(record: Contribution): readonly string[] {
  const quote = 'anchor' in record && 'quote' in record.anchor ? record.anchor.quote : '';
  return [quote, record.body, 'wording' in record ? (record.wording ?? '') : ''];
}
