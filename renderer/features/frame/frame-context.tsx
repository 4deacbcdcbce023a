import { createContext, useContext, useSyncExternalStore } from 'react';
import type { NodeId } from '../../../shared/ids/ids.ts';
import type { Phase } from '../../../shared/rights/rights.ts';
import type { LiveText, NumberedText } from '../../client/live-text.ts';
import type { Peer } from '../../client/presence.ts';
import type { RoomClient } from '../../client/room-client.ts';
import type { LeitbildEditor } from '../../editor/index.ts';
import type { OutlineLine } from '../outline/outline-lines.ts';
import type { ViewId } from './views.tsx';

/** What the parts of a workspace's window share. */
export interface FrameAccess {
  readonly room: RoomClient;
  /** Null until the text is there. */
  readonly editor: LeitbildEditor | null;
  readonly text: LiveText | null;
  readonly lines: readonly OutlineLine[];
  /** The line in which the caret stands. */
  readonly selected: NodeId | null;
  readonly peers: readonly Peer[];
  readonly phase: Phase;
  /** Whether this person may write the text now. */
  readonly mayWrite: boolean;
  readonly isModerator: boolean;
  /** Whether this person may see how the text came about. */
  readonly seesHistory: boolean;
  /** What this window shows on the projector; null where it leads none. */
  readonly projected: NodeId | null;
  readonly project: (id: NodeId | null) => void;
  readonly open: (view: ViewId) => void;
  /** Shows a node in the text and, where asked for, puts the caret there. */
  readonly goTo: (id: NodeId, focus: boolean) => void;
  /** Says something to those who do not see the screen. */
  readonly announce: (message: string) => void;
}

const FrameContext = createContext<FrameAccess | null>(null);

/** Gives the workspace's window to all below it. */
export const FrameProvider = FrameContext.Provider;

/** The window of the workspace. Throws outside of one. */
export function useFrame(): FrameAccess {
  const frame = useContext(FrameContext);
  if (frame === null) throw new Error('a part of the frame stands outside of it');
  return frame;
}

const never = (): (() => void) => () => undefined;

/** The text as it stood when writing last paused; null until it is there. */
export function useText(): NumberedText | null {
  const { text } = useFrame();
  return useSyncExternalStore(text?.subscribe ?? never, () => text?.current ?? null);
}
