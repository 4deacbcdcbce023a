import type { Awareness } from 'y-protocols/awareness';
import { isNodeId, type NodeId } from '../../shared/ids/ids.ts';
import { plainName } from '../../shared/text/visible-text.ts';

/** Somebody whose window shows the text. */
export interface Peer {
  readonly client: number;
  readonly isSelf: boolean;
  /** Empty where none was given. */
  readonly name: string;
  /** Name of the institution; empty for none. */
  readonly institution: string;
  /** A CSS colour. */
  readonly colour: string;
  /** The goal or part in which they write or read. */
  readonly place: NodeId | null;
}

/** What a window tells the others of itself. `user` is also what the carets in the text show. */
export interface OwnPresence {
  readonly user: { readonly name: string; readonly institution: string; readonly color: string };
  readonly place: NodeId | null;
  readonly projector: Projected | null;
  /** Whether the window is the projector. */
  readonly isProjector: boolean;
}

/** What is to be shown on the projector; of several windows the one that said it last counts. */
export interface Projected {
  /** Null where nothing is to be shown any more. */
  readonly nodeId: NodeId | null;
  /** Milliseconds, later than whatever was known when it was said. */
  readonly at: number;
}

/** Tells the others something of this window. */
export function setPresence<Key extends keyof OwnPresence>(
  awareness: Awareness,
  key: Key,
  value: OwnPresence[Key],
): void {
  awareness.setLocalStateField(key, value);
}

/** Who is here, from what anybody may have sent. */
export function readPeers(awareness: Awareness): readonly Peer[] {
  const peers: Peer[] = [];
  for (const [client, state] of awareness.getStates()) {
    const user = asRecord(state['user']);
    const place: unknown = state['place'];
    if (state['user'] === undefined) continue;
    peers.push({
      client,
      isSelf: client === awareness.clientID,
      name: textOf(user['name']),
      institution: textOf(user['institution']),
      colour: colourOf(user['color']),
      place: isNodeId(place) ? place : null,
    });
  }
  return peers.sort((left, right) => left.client - right.client);
}

/** What the projector shows: the latest that any window has said; null where none has. */
export function readProjected(awareness: Awareness): Projected | null {
  let latest: Projected | null = null;
  for (const state of awareness.getStates().values()) {
    const { nodeId, at } = asRecord(state['projector']);
    if (typeof at !== 'number' || !Number.isFinite(at) || at <= (latest?.at ?? -Infinity)) continue;
    latest = { nodeId: isNodeId(nodeId) ? nodeId : null, at };
  }
  return latest;
}

/** Whether any window is open in which what is projected can be seen. */
export function hasProjector(awareness: Awareness): boolean {
  return [...awareness.getStates().values()].some((state) => state['isProjector'] === true);
}

/** Shows a node on the projector, or nothing, over whatever anybody has shown before. */
export function project(awareness: Awareness, nodeId: NodeId | null): void {
  const at = Math.max(Date.now(), (readProjected(awareness)?.at ?? 0) + 1);
  setPresence(awareness, 'projector', { nodeId, at });
}

/** Follows who is here; the list is a new one only where something of it has changed, and not with each caret. */
export function createPeers(awareness: Awareness): {
  readonly current: () => readonly Peer[];
  readonly subscribe: (listener: () => void) => () => void;
} {
  let peers = readPeers(awareness);
  let key = JSON.stringify(peers);
  return {
    current: () => peers,
    subscribe: (listener) => {
      const look = (): void => {
        const next = readPeers(awareness);
        const nextKey = JSON.stringify(next);
        if (nextKey === key) return;
        peers = next;
        key = nextKey;
        listener();
      };
      look();
      awareness.on('change', look);
      return () => awareness.off('change', look);
    },
  };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? plainName(value).slice(0, 120) : '';
}

function colourOf(value: unknown): string {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value : '#455a64';
}
