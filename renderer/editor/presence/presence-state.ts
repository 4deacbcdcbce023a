import { z } from 'zod';
import { createRelativePositionFromJSON } from 'yjs';
import type { RelativeSelection } from '../binding/room-binding.ts';

const remoteState = z.object({
  user: z.object({
    name: z.string().max(200).catch(''),
    institution: z.string().max(200).catch(''),
    color: z.string().max(20).catch(''),
  }),
  cursor: z.object({ anchor: z.unknown(), head: z.unknown() }),
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
  try {
    return {
      ...user,
      selection: {
        anchor: createRelativePositionFromJSON(cursor.anchor),
        head: createRelativePositionFromJSON(cursor.head),
      },
    };
  } catch (error) {
    // Anybody may write anything into their state; what is no position is nobody's caret.
    if (error instanceof Error) return undefined;
    throw error;
  }
}
