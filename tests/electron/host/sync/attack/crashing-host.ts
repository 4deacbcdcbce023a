import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import type { Duplex } from 'node:stream';
import { createInterface } from 'node:readline';
import type { Doc } from 'yjs';
import { createSyncServer } from '../../../../../electron/host/sync/sync-server.ts';
import type { Phase, Role } from '../../../../../shared/rights/rights.ts';
import { writePhase } from '../../../../../shared/rooms/phase-room.ts';
import { made, opened } from '../../../../support/filled-workspace.ts';

/** The role of each token; a token is also its holder's id. */
export type RolesByToken = Readonly<Record<string, Role>>;

/** A host that can be ended between any two instructions, and then starts again on the same port with its file. */
export interface CrashingHost {
  readonly url: string;
  setPhase(phase: Phase): void;
  /** Gives another role to a token and ends its connections. */
  setRole(token: string, role: Role): void;
  /** Ends it, hands the text room as the file has it to `inspect`, and starts again. */
  crash(inspect: (text: Doc) => void): Promise<void>;
  /** The text room in the file; only of a host in this process, because the file is locked. */
  stored(): Doc | null;
  close(): Promise<void>;
}

const LIMITS = { connectBurst: 1e5, closeWithin: 100, unloadAfter: 50 };
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * A host in this process. A crash copies the file and its log at one moment, as a killed process would leave them to
 * the next, and cuts every socket in the same turn of the loop.
 */
export async function startCopiedHost(folder: string, initial: RolesByToken): Promise<CrashingHost> {
  const roles: Record<string, Role> = { ...initial };
  let life = 0;
  let port = 0;
  const folderOf = (): string => join(folder, String(life));
  mkdirSync(folderOf());
  made(join(folderOf(), 'a.leitbild')).close();

  const start = async () => {
    const workspace = opened(join(folderOf(), 'a.leitbild'));
    const streams = new Set<Duplex>();
    const sync = createSyncServer({
      workspace,
      logger: silent,
      limits: LIMITS,
      authenticate: (token) => {
        const role = roles[token];
        if (role === undefined) return { ok: false, reason: 'token-unknown' };
        return { ok: true, principal: { id: token, role, institution: null } };
      },
    });
    const server = createServer();
    server.on('upgrade', (request, stream, head) => {
      streams.add(stream);
      sync.handleUpgrade(request, stream, head);
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
    return { workspace, sync, server, streams };
  };
  let now = await start();

  const end = async (): Promise<void> => {
    for (const stream of now.streams) stream.destroy();
    now.server.closeAllConnections();
    const ended = once(now.server, 'close');
    now.server.close();
    await Promise.all([now.sync.close(), ended]);
    now.workspace.close();
  };

  return {
    url: `ws://127.0.0.1:${String(port)}/rooms`,
    setPhase: (phase) => now.sync.edit('process', (doc) => writePhase(doc, phase)),
    setRole(token, role) {
      roles[token] = role;
      now.sync.revoke(token);
    },
    async crash(inspect) {
      const from = folderOf();
      life += 1;
      const copied = spawnSync('cp', ['-r', from, folderOf()]);
      if (copied.status !== 0) throw new Error(String(copied.stderr));
      await end();
      const copy = opened(join(folderOf(), 'a.leitbild'));
      inspect(copy.rooms.load('text'));
      copy.close();
      now = await start();
    },
    stored: () => now.workspace.rooms.load('text'),
    close: end,
  };
}

const script = new URL('./host-process.ts', import.meta.url).pathname;

/** A host in a process of its own, which a crash ends by SIGKILL. */
export async function startKilledHost(folder: string, initial: RolesByToken): Promise<CrashingHost> {
  const roles: Record<string, Role> = { ...initial };
  const path = join(folder, 'a.leitbild');
  made(path).close();
  let port = 0;
  let child: ChildProcess;

  const start = async (): Promise<void> => {
    child = spawn(process.execPath, [script, path, String(port), JSON.stringify(roles)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    if (child.stdout === null) throw new Error('no output to read');
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    port = Number(line);
  };
  const kill = async (): Promise<void> => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  const tell = (order: object): void => void child.stdin?.write(`${JSON.stringify(order)}\n`);
  await start();

  return {
    url: `ws://127.0.0.1:${String(port)}/rooms`,
    setPhase: (phase) => tell({ phase }),
    setRole(token, role) {
      roles[token] = role;
      tell({ token, role });
    },
    async crash(inspect) {
      await kill();
      const workspace = opened(path);
      inspect(workspace.rooms.load('text'));
      workspace.close();
      await start();
    },
    stored: () => null,
    close: kill,
  };
}
