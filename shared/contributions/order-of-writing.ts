import type { Doc } from 'yjs';
import { sharedTypes } from '../rooms/rooms.ts';

/**
 * The ids of what was submitted in the room of an institution, in the order in which it was written: what came from one
 * window in exactly that order, also where a clock was set back meanwhile; what came from several by their clocks.
 */
export function orderOfWriting(contributions: Doc): readonly string[] {
  const submitted = contributions.getMap<unknown>(sharedTypes.contributions.submitted);
  const written = [...submitted._map].flatMap(([id, item]) => {
    if (item.deleted) return [];
    return [{ id, client: item.id.client, clock: item.id.clock, at: timeIn(submitted.get(id)) }];
  });
  written.sort((one, other) => one.client - other.client || one.clock - other.clock);
  let before: (typeof written)[number] | undefined;
  for (const one of written) {
    if (before?.client === one.client && one.at < before.at) one.at = before.at;
    before = one;
  }
  // Those of one client stand in their order already, and sorting is stable.
  written.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  return written.map(({ id }) => id);
}

function timeIn(stored: unknown): string {
  const { submittedAt } = Object(stored) as { readonly submittedAt?: unknown };
  return typeof submittedAt === 'string' ? submittedAt : '';
}
