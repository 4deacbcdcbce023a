import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { createSyncServer } from '../../../../../electron/host/sync/sync-server.ts';
import type { Phase, Role } from '../../../../../shared/rights/rights.ts';
import { writePhase } from '../../../../../shared/rooms/phase-room.ts';
import { opened } from '../../../../support/filled-workspace.ts';

/**
 * Child process of `startKilledHost`: serves the rooms of the workspace named on the command line, on that port, to
 * those tokens, and takes orders as lines of JSON. Prints its port once it listens.
 */
const [path = '', port = '0', initial = '{}'] = process.argv.slice(2);
const roles = JSON.parse(initial) as Record<string, Role>;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const sync = createSyncServer({
  workspace: opened(path),
  logger: silent,
  limits: { connectBurst: 1e5, unloadAfter: 50 },
  authenticate: (token) => {
    const role = roles[token];
    if (role === undefined) return { ok: false, reason: 'token-unknown' };
    return { ok: true, principal: { id: token, role, institution: null } };
  },
});
const server = createServer();
server.on('upgrade', (request, stream, head) => sync.handleUpgrade(request, stream, head));
server.listen(Number(port), '127.0.0.1');
await once(server, 'listening');
process.stdout.write(`${String((server.address() as AddressInfo).port)}\n`);

const orders = createInterface({ input: process.stdin });
orders.on('line', (line) => {
  const order = JSON.parse(line) as { phase: Phase } | { token: string; role: Role };
  if ('phase' in order) sync.edit('process', (doc) => writePhase(doc, order.phase));
  else {
    roles[order.token] = order.role;
    sync.revoke(order.token);
  }
});
// Nobody is to be left behind by a test that was itself ended.
orders.on('close', () => process.exit());
