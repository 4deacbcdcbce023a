import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Doc } from 'yjs';
import { createSyncServer, type SyncServer } from '../../../../electron/host/sync/sync-server.ts';
import type { SyncLimits } from '../../../../electron/host/sync/sync-limits.ts';
import type { Workspace } from '../../../../electron/host/workspace/workspace.ts';
import { institutionId } from '../../../../shared/ids/ids.ts';
import type { Principal } from '../../../../shared/rights/rights.ts';
import type { RoomName } from '../../../../shared/rooms/rooms.ts';

/** A host on port 0, with everything that it logged and counted. */
export interface SyncHost {
  readonly url: string;
  readonly port: number;
  readonly sync: SyncServer;
  readonly log: readonly string[];
  /** The first moment at which `condition` holds, asked again after each turn of the loop. */
  until(condition: () => boolean): Promise<void>;
  close(): Promise<void>;
}

const institution = institutionId('verein-1');

/** The tokens that the test host knows. */
export const people: Readonly<Record<string, Principal>> = {
  moderator: { id: 'm', role: 'moderator', institution: null },
  editor: { id: 'e', role: 'editor', institution: null },
  editor2: { id: 'e2', role: 'editor', institution: null },
  reader: { id: 'r', role: 'reader', institution: null },
  delegate: { id: 'd', role: 'delegate', institution },
  delegate2: { id: 'd2', role: 'delegate', institution: institutionId('verein-2') },
};

export async function startHost(
  workspace: Workspace,
  options: {
    readonly limits?: Partial<SyncLimits>;
    readonly port?: number;
    readonly onCommitted?: (room: RoomName, doc: Doc) => void;
    readonly isRevoked?: (principalId: string) => boolean;
    readonly now?: () => number;
  } = {},
): Promise<SyncHost> {
  const log: string[] = [];
  const write = (facts: object, message: string): void =>
    void log.push(`${message} ${JSON.stringify(facts)}`);
  const sync = createSyncServer({
    workspace,
    logger: { info: write, warn: write, error: write },
    authenticate: (token) => {
      const principal = people[token];
      if (principal !== undefined) return { ok: true, principal };
      return { ok: false, reason: token === 'expired' ? 'token-expired' : 'token-unknown' };
    },
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    ...(options.onCommitted === undefined ? {} : { onCommitted: options.onCommitted }),
    ...(options.isRevoked === undefined ? {} : { isRevoked: options.isRevoked }),
    ...(options.now === undefined ? {} : { now: options.now }),
  });
  const server = createServer();
  server.on('upgrade', (request, stream, head) => sync.handleUpgrade(request, stream, head));
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${String(port)}/rooms`,
    port,
    sync,
    log,
    until,
    async close() {
      await sync.close();
      server.close();
    },
  };
}

export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
