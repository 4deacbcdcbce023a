import { z } from 'zod';
import { createRelativePositionFromJSON } from 'yjs';
import { sharedTypes } from '../../../shared/rooms/rooms.ts';
import type { RelativeSelection } from '../binding/room-binding.ts';

const itemId = z.object({ client: z.int().nonnegative(), clock: z.int().nonnegative() });

/** A place as Yjs writes it, in the text and nowhere else. */
const place = z.object({
  type: itemId.nullish(),
  tname: z.literal(sharedTypes.text.document).nullish(),
  item: itemId.nullish(),
  assoc: z.number().optional(),
});

const remoteState = z.object({
  user: z.object({
    name: z.string().max(200).catch(''),
    institution: z.string().max(200).catch(''),
    color: z.string().max(20).catch(''),
  }),
  cursor: z.object({ anchor: place, head: place }),
});

/** Where another person's caret is, as their editor told it. */
export interface RemoteCaret {
  readonly name: string;
  readonly institution: string;
  readonly color: string;
  readonly selection: RelativeSelection;
}

/** Reads what another editor told of itself; `undefined` where it has no caret in the text or tells nonsense. */
export function readRemoteCaret(state: unknown): RemoteCaret | undefined {
  const parsed = remoteState.safeParse(state);
  if (!parsed.success) return undefined;
  const { user, cursor } = parsed.data;
  return {
    ...user,
    selection: {
      anchor: createRelativePositionFromJSON(cursor.anchor),
      head: createRelativePositionFromJSON(cursor.head),
    },
  };
}
