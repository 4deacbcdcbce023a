import type { Doc } from 'yjs';
import type { Contribution } from '../../../shared/contributions/contribution.ts';
import { parseContribution } from '../../../shared/contributions/contribution.ts';
import { readSubmissions } from '../../../shared/contributions/contributions-room.ts';
import { contributionId, type ContributionId } from '../../../shared/ids/ids.ts';
import { rightOf, type Principal } from '../../../shared/rights/rights.ts';
import { readPhase } from '../../../shared/rooms/phase-room.ts';
import { sharedTypes, type RoomName } from '../../../shared/rooms/rooms.ts';
import { createWordIndex, type WordIndex } from '../workspace/word-index.ts';

/** Full text of what institutions said. */
export interface VoiceSearch {
  /** See `contributions.search`. Throws `AppFailure` where a room cannot be read. */
  search(principal: Principal, query: string): readonly ContributionId[];
  close(): void;
}

/**
 * Keeps an index of what was taken, in memory alone: made at the first search and brought up to date at each, which
 * is cheap, because what was taken never changes. Where the file follows another, `voices` may not have come here;
 * then what an institution's own room has receipts for is all there is.
 */
export function createVoiceSearch(deps: {
  readonly readRoom: <T>(room: RoomName, work: (doc: Doc) => T) => T;
  /** Whether the file follows another, so that its user alone writes what receipts there are. */
  readonly follows: boolean;
}): VoiceSearch {
  const { readRoom, follows } = deps;
  let index: WordIndex | null = null;
  const addVoices = (to: WordIndex) => (voices: Doc) => {
    const map = voices.getMap<unknown>(sharedTypes.voices.contributions);
    // Written by the host alone: no need to parse them.
    to.add([...map.keys()].flatMap((id) => (to.has(id) ? [] : indexed(map.get(id) as Contribution))));
  };
  const addOwn = (to: WordIndex) => (own: Doc) => {
    const { submitted, receipts } = readSubmissions(own);
    const ids = [...receipts.keys()].filter((id) => !to.has(id));
    to.add(
      ids.flatMap((id) => {
        const parsed = parseContribution(submitted.get(id));
        return parsed.ok && parsed.value.id === id ? indexed(parsed.value) : [];
      }),
    );
  };
  return {
    search(principal, query) {
      const to = (index ??= createWordIndex());
      const { institution } = principal;
      const mayReadAll = rightOf(principal, 'voices', readRoom('process', readPhase)) !== 'none';
      const mayReadOwn = principal.role === 'delegate' && institution !== null;
      if (!mayReadAll && !mayReadOwn) return [];
      readRoom('voices', addVoices(to));
      if (mayReadOwn && follows) readRoom(`contributions/${institution}`, addOwn(to));
      const found = to.search(query, mayReadAll ? undefined : (institution ?? undefined));
      return found.map(contributionId);
    },
    close() {
      index?.close();
      index = null;
    },
  };
}

function indexed(record: Contribution) {
  const parts = [
    'anchor' in record && 'quote' in record.anchor ? record.anchor.quote : '',
    record.body,
    'wording' in record ? record.wording : '',
  ];
  return { id: record.id, owner: record.institution, words: parts.join('\n') };
}
