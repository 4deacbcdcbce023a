import { useEffect, useRef } from 'react';
import type { Phase } from '../../../shared/rights/rights.ts';
import type { Peer } from '../../client/presence.ts';
import { useSession } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { peerName } from '../../ui/peer-dots.tsx';
import type { SaveState } from './save-state.ts';

export interface ToldChanges {
  readonly state: SaveState;
  readonly pending: number;
  readonly phase: Phase;
  readonly peers: readonly Peer[];
  readonly announce: (message: string) => void;
}

/** Tells those who do not see the screen what changes of connection, phase and presence, and not each saving. */
export function useToldChanges({ state, pending, phase, peers, announce }: ToldChanges): void {
  const { status, frame } = useWords();
  const { place } = useSession();
  const wasOffline = useRef(false);
  useEffect(() => {
    if (state === 'offline') {
      if (!wasOffline.current)
        announce(place.local ? status.offlineWindow(pending) : status.offline(pending));
      wasOffline.current = true;
    } else if (state === 'saved' && wasOffline.current) {
      wasOffline.current = false;
      announce(`${status.back} ${place.local ? status.savedOnDevice : status.savedOnHost}.`);
    }
  }, [state, pending, place.local, status, announce]);

  const text = useRef(phase.text);
  useEffect(() => {
    if (text.current === phase.text) return;
    text.current = phase.text;
    announce(phase.text === 'locked' ? status.nowLocked : status.nowOpen);
  }, [phase.text, status, announce]);

  const known = useRef<ReadonlyMap<number, string> | null>(null);
  useEffect(() => {
    const others = new Map(
      peers.filter(({ isSelf }) => !isSelf).map((peer) => [peer.client, peerName(peer, frame.unnamed)]),
    );
    const before = known.current;
    known.current = others;
    if (before === null) return;
    for (const [client, name] of others) if (!before.has(client)) announce(status.joined(name));
    for (const [client, name] of before) if (!others.has(client)) announce(status.left(name));
  }, [peers, status, frame.unnamed, announce]);
}
