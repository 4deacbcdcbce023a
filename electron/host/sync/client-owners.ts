import { clearTimeout, setTimeout } from 'node:timers';
import { AppFailure } from '../../../shared/errors/errors.ts';
import { rightOf, type Phase, type Principal } from '../../../shared/rights/rights.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { StorageGate } from './storage-gate.ts';

/** Whose the client ids of one room are. */
export interface RoomOwners {
  /** Notes that somebody shows itself under an id; false where the id is somebody else's. */
  show(principal: Principal, client: number): boolean;
  /** Whether somebody may write under an id. */
  mayWrite(principal: Principal, client: number): boolean;
  /** Notes that somebody writes under ids under which it may. */
  write(principal: Principal, clients: readonly number[]): void;
}

/** Whose the client ids of all rooms are; outlives the rooms in memory. */
export interface ClientOwners {
  of(room: RoomName): RoomOwners;
  /** Stores what is not yet in the file, as far as it takes writes. */
  close(): void;
}

/** Ids of those who may only read are remembered while there are no more of them than this in a room. */
const MAX_READERS = 10_000;
/** Ids under which one principal has shown itself and that go into the file, since the start of the host. */
const MAX_SHOWN = 1000;
/** Ids that come within so many milliseconds share a commit; a crash before it costs no more than their protection. */
const STORE_WITHIN = 100;
/** All that may ever be open. */
const widest: Phase = { text: 'open', contributions: 'open', voices: 'everyone' };

/**
 * Binds client ids to principals: to the one from whom the host has heard of an id first. Since ids are random, and
 * others only learn of them from the host, that is the one whose document has made it. Throws `AppFailure` where the
 * file cannot be read.
 */
export function createClientOwners(deps: {
  readonly workspace: Workspace;
  readonly gate: StorageGate;
  /** Whether somebody will never come back, so that its ids are free. */
  readonly isRevoked: (principalId: string) => boolean;
}): ClientOwners {
  const { workspace, gate, isRevoked } = deps;
  const writers = new Map<RoomName, Map<number, string>>();
  const readers = new Map<RoomName, Map<number, string>>();
  const shown = new Map<string, number>();
  let waiting: { readonly room: RoomName; readonly principal: string; readonly clients: number[] }[] = [];
  let timer: NodeJS.Timeout | undefined;

  const writersOf = (room: RoomName): Map<number, string> => entryOf(writers, room);
  for (const { room, principal, clients } of workspace.clientOwners.list()) {
    const known = writersOf(room);
    for (const client of clients) known.set(client, principal);
  }

  const store = (): void => {
    timer = undefined;
    if (waiting.length === 0 || gate.failure !== null || workspace.readOnly) return;
    try {
      gate.write(() =>
        workspace.transaction(() => {
          for (const owner of waiting) workspace.clientOwners.add(owner);
        }),
      );
      waiting = [];
    } catch (error) {
      // The gate has logged it; what waits goes with the next.
      if (!(error instanceof AppFailure)) throw error;
    }
  };
  const bind = (room: RoomName, { id }: Principal, clients: readonly number[]): void => {
    const known = writersOf(room);
    for (const client of clients) known.set(client, id);
    const last = waiting.at(-1);
    if (last?.room === room && last.principal === id) last.clients.push(...clients);
    else waiting.push({ room, principal: id, clients: [...clients] });
    timer ??= setTimeout(store, STORE_WITHIN).unref();
  };
  const isFree = (owner: string | undefined): boolean => owner === undefined || isRevoked(owner);

  return {
    of: (room) => ({
      show(principal, client) {
        const { id } = principal;
        const owner = writersOf(room).get(client);
        if (owner === id) return true;
        if (!isFree(owner)) return false;
        const seen = entryOf(readers, room);
        const before = seen.get(client);
        if (before !== undefined && before !== id && !isFree(before)) return false;
        const times = (shown.get(id) ?? 0) + 1;
        if (rightOf(principal, room, widest) === 'write' && times <= MAX_SHOWN) {
          shown.set(id, times);
          bind(room, principal, [client]);
        } else {
          seen.set(client, id);
          const [oldest] = seen.keys();
          if (seen.size > MAX_READERS && oldest !== undefined) seen.delete(oldest);
        }
        return true;
      },
      mayWrite(principal, client) {
        const owner = writersOf(room).get(client);
        // Moderation may bring what others wrote: after a backup was put back, or by a machine that has guests.
        return owner === principal.id || principal.role === 'moderator' || isFree(owner);
      },
      write(principal, clients) {
        const known = writersOf(room);
        const fresh = clients.filter(
          (client) => known.get(client) !== principal.id && isFree(known.get(client)),
        );
        if (fresh.length > 0) bind(room, principal, fresh);
      },
    }),
    close() {
      clearTimeout(timer);
      store();
    },
  };
}

function entryOf(rooms: Map<RoomName, Map<number, string>>, room: RoomName): Map<number, string> {
  const known = rooms.get(room) ?? new Map<number, string>();
  rooms.set(room, known);
  return known;
}
