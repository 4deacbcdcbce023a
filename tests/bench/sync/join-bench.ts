import { join } from 'node:path';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import * as decoding from 'lib0/decoding';
import { made } from '../../support/filled-workspace.ts';
import { longHistory } from '../long-history.ts';
import { figureOf, type Figure } from '../measure.ts';
import { withFolder } from '../with-folder.ts';
import { startServer } from './child.ts';
import { connectLight } from './light-client.ts';

const EDITS = 100_000;
const ROUNDS = 9;
const COLD_ROUNDS = 5;

/** From connecting to a document with everything in it. */
function timeOfJoin(port: number, path: string): Promise<number> {
  globalThis.gc?.();
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    connectLight(port, path, 'moderator', (message, client) => {
      if (message[0] !== 0 || message[1] !== 1) return;
      const decoder = decoding.createDecoder(message.subarray(2));
      const doc = new Doc();
      applyUpdate(doc, decoding.readVarUint8Array(decoder));
      const time = performance.now() - begun;
      client.destroy();
      if (doc.getText('t').length === 0) reject(new Error('an empty first sync'));
      else resolve(time);
    }).then((client) => client.send(Uint8Array.of(0, 0, 1, 0)), reject);
  });
}

/**
 * Joining a room with a long history: the first client of a host that has just started, a later one, and for
 * comparison the snapshot sent by a bare socket and applied.
 */
export async function joinFigures(): Promise<readonly Figure[]> {
  const { doc, updates } = longHistory(EDITS);
  const snapshot = encodeStateAsUpdate(doc);
  const bareServer = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  await once(bareServer, 'listening');
  const head = decodable(snapshot.length);
  bareServer.on('connection', (socket) => {
    socket.on('message', () => socket.send(Buffer.concat([Uint8Array.of(0, 1), head, snapshot])));
  });
  const barePort = (bareServer.address() as AddressInfo).port;
  const [cold, bareByCold, warm, bare]: [number[], number[], number[], number[]] = [[], [], [], []];
  await withFolder(async (folder) => {
    const path = join(folder, 'long.leitbild');
    const workspace = made(path);
    for (let from = 0; from < updates.length; from += 500) {
      workspace.transaction(() => {
        for (const update of updates.slice(from, from + 500)) workspace.rooms.append('text', update);
      });
    }
    workspace.close();
    for (let round = -1; round < COLD_ROUNDS; round += 1) {
      const bareTime = await timeOfJoin(barePort, '/');
      const server = await startServer('ours', path, true);
      const coldTime = await timeOfJoin(server.port, '/rooms/text');
      if (round >= 0) {
        cold.push(coldTime);
        bareByCold.push(bareTime);
      }
      if (round === COLD_ROUNDS - 1) {
        for (let pair = -1; pair < ROUNDS; pair += 1) {
          const one = await timeOfJoin(server.port, '/rooms/text');
          const other = await timeOfJoin(barePort, '/');
          if (pair < 0) continue;
          warm.push(one);
          bare.push(other);
        }
      }
      await server.stop();
    }
  });
  bareServer.close();
  const name = `${EDITS.toLocaleString('en')} edits`;
  const ratio = (times: readonly number[], others: readonly number[]): number[] =>
    times.map((time, at) => time / (others[at] ?? Number.NaN));
  return [
    figureOf(`join, ${name}: first after a start`, 'ms', cold),
    figureOf(`join, ${name}: a later one`, 'ms', warm),
    figureOf(`join, ${name}: bare transfer and Y.applyUpdate`, 'ms', bare),
    figureOf(`join, ${name}: first / bare`, 'ratio', ratio(cold, bareByCold), 1.5),
    figureOf(`join, ${name}: later / bare`, 'ratio', ratio(warm, bare), 1.5),
  ];
}

/** An unsigned integer as lib0 writes it. */
function decodable(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Uint8Array.from([...bytes, rest]);
}
