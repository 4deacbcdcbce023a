import { join } from 'node:path';
import type { Doc } from 'yjs';
import { createReplica, type Replica, type ReplicaDeps } from '../../../../electron/host/replica/replica.ts';
import type { RoomStatus } from '../../../../electron/host/replica/replica-status.ts';
import type { SyncLimits } from '../../../../electron/host/sync/sync-limits.ts';
import type { RefusedCopy, Workspace } from '../../../../electron/host/workspace/workspace.ts';
import type { RoomName } from '../../../../shared/rooms/rooms.ts';
import { made } from '../../../support/filled-workspace.ts';
import { people, startHost, type SyncHost } from '../sync/sync-host.ts';

/** A host with its own file, which may follow another one. */
export interface ReplicaHost {
  readonly workspace: Workspace;
  readonly host: SyncHost;
  readonly replica: Replica | null;
  /** Every status since the beginning, oldest first. */
  readonly history: readonly RoomStatus[];
  readonly refused: readonly RefusedCopy[];
  follow(url: string, token: string, options?: Partial<ReplicaDeps>): Replica;
  leave(): void;
  status(room: RoomName): RoomStatus | undefined;
  write(text: string, room?: RoomName): void;
  text(room?: RoomName): string;
  close(): Promise<void>;
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

export async function startReplicaHost(
  folder: string,
  name: string,
  options: {
    readonly limits?: Partial<SyncLimits>;
    readonly port?: number;
    readonly workspace?: Workspace;
  } = {},
): Promise<ReplicaHost> {
  const workspace = options.workspace ?? made(join(folder, `${name}.leitbild`));
  const history: RoomStatus[] = [];
  let replica: Replica | null = null;
  const host = await startHost(workspace, {
    ...(options.limits !== undefined && { limits: options.limits }),
    ...(options.port !== undefined && { port: options.port }),
    onCommitted: (room: RoomName, doc: Doc) => replica?.onCommitted(room, doc),
  });
  return {
    workspace,
    host,
    get replica() {
      return replica;
    },
    history,
    get refused() {
      return workspace.refusedCopies.list().map((copy) => {
        const state = workspace.refusedCopies.state(copy.id) ?? new Uint8Array();
        return { ...copy, state };
      });
    },
    follow(url, token, changes = {}) {
      const principal = people[token];
      if (principal === undefined) throw new Error(`nobody has the token ${token}`);
      let seed = 1;
      replica = createReplica({
        sync: host.sync,
        upstream: { url, token, principal, fingerprint: null },
        workspace,
        clock: { now: () => '2019-04-01T10:00:00Z' },
        logger: silent,
        random: () => (seed = (seed * 16807) % 2147483647) / 2147483647,
        backoff: { first: 10, atMost: 40 },
        ...changes,
      });
      replica.onStatus((status) => void history.push(status));
      return replica;
    },
    leave() {
      replica?.close();
      replica = null;
    },
    status: (room) => replica?.status().find((status) => status.room === room),
    write: (text, room = 'text') =>
      host.sync.edit(room, (doc) => doc.getText('t').insert(doc.getText('t').length, text)),
    text: (room = 'text') => workspace.rooms.load(room).getText('t').toJSON(),
    async close() {
      replica?.close();
      await host.close();
      workspace.close();
    },
  };
}
