import { InvalidMessage, MessageTooLarge, createByteReader } from './byte-reader.ts';
import { clientOf } from './scan-update.ts';
import { proveShallow } from './skip-content.ts';
import type { SyncLimits } from './sync-limits.ts';
import { awarenessFrame, uintBytes } from './sync-messages.ts';

/** Who is present in a room, each id in the hands of the connection that showed it last. */
export interface AwarenessStates<Owner> {
  /**
   * Takes the states that `owner` may set. Those of others are passed over, because the official provider sends back
   * whatever it hears; returns how many. Throws `InvalidMessage` or `MessageTooLarge` for a bad state of its own.
   */
  receive(owner: Owner, states: Uint8Array): number;
  /** Removes what is in the hands of a connection. */
  leave(owner: Owner): void;
  /** Removes what was not renewed for too long; false where nothing was. */
  expire(): boolean;
  readonly size: number;
  /** What everybody present shows: JSON values. */
  states(): readonly { readonly owner: Owner; readonly state: unknown }[];
  /** A frame of everybody present; `null` where nobody is. */
  everybody(): Buffer | null;
  /** A frame of what has changed since the last call; `null` where nothing has. */
  takeChanges(): Buffer | null;
}

interface Entry<Owner> {
  readonly owner: Owner;
  readonly clock: number;
  /** When it was last renewed. */
  readonly at: number;
  /** JSON, as it was sent. */
  readonly state: Uint8Array;
}

/** What clients name the part of a state that says what is shown to the whole room. */
const PROJECTOR = 'projector';
const NULL_STATE = new Uint8Array(Buffer.from('null'));
/** Ids of those who left are remembered, so that an echo does not bring them back. */
const MAX_REMEMBERED = 1000;

export interface AwarenessDeps<Owner> {
  readonly limits: SyncLimits;
  /** Milliseconds that never go back. */
  readonly now: () => number;
  /** Notes that a connection shows an id; false where the id is somebody else's. */
  readonly mayShow: (owner: Owner, client: number) => boolean;
  /** Whether a connection may say what the projector shows; of others, that part of a state is left out. */
  readonly mayProject: (owner: Owner) => boolean;
}

export function createAwarenessStates<Owner>(deps: AwarenessDeps<Owner>): AwarenessStates<Owner> {
  const { limits, now, mayShow, mayProject } = deps;
  const entries = new Map<number, Entry<Owner>>();
  const owned = new Map<Owner, Set<number>>();
  const gone = new Map<number, number>();
  const changed = new Set<number>();

  const remember = (client: number, clock: number): void => {
    gone.delete(client);
    gone.set(client, clock);
    for (const oldest of gone.keys()) {
      if (gone.size <= MAX_REMEMBERED) return;
      gone.delete(oldest);
      if (!entries.has(oldest)) changed.delete(oldest);
    }
  };

  const remove = (client: number, { owner, clock }: Pick<Entry<Owner>, 'owner' | 'clock'>): void => {
    entries.delete(client);
    owned.get(owner)?.delete(client);
    remember(client, clock);
    changed.add(client);
  };

  const frameOf = (clients: Iterable<number>): Buffer => {
    const parts: Uint8Array[] = [];
    let count = 0;
    for (const client of clients) {
      const entry = entries.get(client);
      const clock = entry?.clock ?? gone.get(client);
      if (clock === undefined) continue;
      const state = entry?.state ?? NULL_STATE;
      parts.push(uintBytes(client), uintBytes(clock), uintBytes(state.length), state);
      count += 1;
    }
    return awarenessFrame(Buffer.concat([uintBytes(count), ...parts]));
  };

  const take = (owner: Owner, client: number, clock: number, state: Uint8Array): boolean => {
    const entry = entries.get(client);
    const isOwn = entry?.owner === owner;
    const isNull = state.length === 4 && state.every((byte, index) => byte === NULL_STATE[index]);
    const known = entry?.clock ?? gone.get(client) ?? -1;
    if (isNull) {
      if (!isOwn) return false;
      if (clock >= known) remove(client, { owner, clock });
      return true;
    }
    // An echo is never newer than what it repeats, so it takes nothing over.
    if (clock <= known) return isOwn;
    const own = owned.get(owner) ?? new Set<number>();
    if (!isOwn && (own.size >= limits.maxAwarenessIds || !mayShow(owner, client))) return false;
    const proven = provenState(state, limits.maxAwarenessBytes);
    const shown =
      PROJECTOR in proven && !mayProject(owner) ? withoutProjector(proven) : Uint8Array.from(state);
    // Its holder has come back before the connection that it lost was found dead.
    if (entry !== undefined && !isOwn) owned.get(entry.owner)?.delete(client);
    owned.set(owner, own.add(client));
    gone.delete(client);
    entries.set(client, { owner, clock, at: now(), state: shown });
    changed.add(client);
    return true;
  };

  return {
    receive(owner, states) {
      if (states.length > limits.maxAwarenessBytes * 64) throw new MessageTooLarge('too many states');
      const reader = createByteReader(states);
      let passedOver = 0;
      for (let left = reader.uint(); left > 0; left -= 1) {
        const client = clientOf(reader.uint());
        const clock = reader.uint();
        if (!take(owner, client, clock, reader.bytes())) passedOver += 1;
      }
      if (!reader.atEnd) throw new InvalidMessage('goes on after its end');
      return passedOver;
    },
    leave(owner) {
      for (const client of [...(owned.get(owner) ?? [])]) {
        const entry = entries.get(client);
        if (entry !== undefined) remove(client, entry);
      }
      owned.delete(owner);
    },
    expire() {
      const oldest = now() - limits.presenceExpiresAfter;
      const late = [...entries].filter(([, { at }]) => at <= oldest);
      for (const [client, entry] of late) remove(client, entry);
      return late.length > 0;
    },
    get size() {
      return entries.size;
    },
    states: () =>
      Array.from(entries.values(), ({ owner, state }) => ({
        owner,
        // Proven to be JSON when it came.
        state: JSON.parse(new TextDecoder().decode(state)) as unknown,
      })),
    everybody: () => (entries.size === 0 ? null : frameOf(entries.keys())),
    takeChanges() {
      if (changed.size === 0) return null;
      const frame = frameOf(changed);
      changed.clear();
      return frame;
    },
  };
}

function withoutProjector(state: object): Uint8Array {
  const others = Object.entries(state).filter(([key]) => key !== PROJECTOR);
  return Buffer.from(JSON.stringify(Object.fromEntries(others)));
}

/** A state must be a JSON object: the clients of others would stumble over anything else. */
function provenState(state: Uint8Array, limit: number): object {
  if (state.length > limit) throw new MessageTooLarge('a state is too large');
  proveShallow(state);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(state));
  } catch {
    throw new InvalidMessage('a state is no JSON');
  }
  if (typeof value !== 'object' || value === null) throw new InvalidMessage('a state is no object');
  return value;
}
