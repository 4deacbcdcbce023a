import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import type { Workspace } from '../../../../electron/host/workspace/workspace.ts';
import { closeCodes, type CloseReason } from '../../../../shared/host/close-reasons.ts';
import { initialPhase, writePhase } from '../../../../shared/rooms/phase-room.ts';
import { made } from '../../../support/filled-workspace.ts';
import { connectOfficial } from './official-client.ts';
import {
  awareness,
  bodyOf,
  connectRaw,
  isStep1,
  isStep2,
  isUpdate,
  message,
  statesIn,
  step1,
  step2,
  update,
  type RawClient,
} from './raw-client.ts';
import { startHost, until, type SyncHost } from './sync-host.ts';

const SEED = 2019;
let folder = '';
let workspace: Workspace;
let host: SyncHost;
let open: RawClient[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sync-'));
  workspace = made(join(folder, 'a.leitbild'));
  host = await startHost(workspace, {
    limits: { maxPayload: 100_000, maxStructs: 5000, maxAwarenessBytes: 200, closeWithin: 200 },
  });
});
afterEach(async () => {
  for (const client of open) client.destroy();
  open = [];
  await host.close();
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

async function raw(protocols: string | readonly string[], room = 'text'): Promise<RawClient> {
  const client = await connectRaw(host.url, room, protocols);
  open.push(client);
  return client;
}

const closing = (reason: CloseReason) => ({ code: closeCodes[reason], reason });
const stored = (): string => workspace.rooms.load('text').getText('t').toJSON();

function docWith(text: string): Doc {
  const doc = new Doc();
  doc.getText('t').insert(0, text);
  return doc;
}
const stateWith = (text: string): Uint8Array => encodeStateAsUpdate(docWith(text));

describe('connecting', () => {
  it.each<[string, string | readonly string[], string, CloseReason]>([
    ['an unknown token', 'nobody', 'text', 'token-unknown'],
    ['an expired token', 'expired', 'text', 'token-expired'],
    ['no sub-protocol', [], 'text', 'token-unknown'],
    ['no token', ['leitbild'], 'text', 'token-unknown'],
    ['two tokens', ['leitbild', 'editor', 'reader'], 'text', 'token-unknown'],
    ['a token without the protocol', ['editor'], 'text', 'token-unknown'],
    ['a newer protocol', ['leitbild-2', 'editor'], 'text', 'host-too-old'],
    ['an older protocol', ['leitbild-0', 'editor'], 'text', 'client-too-old'],
    ['an unknown room', 'editor', 'nothing', 'room-unknown'],
    ['a path that climbs', 'editor', '..%2f..%2fetc', 'room-unknown'],
    ['an encoded room', 'editor', '%74ext', 'room-unknown'],
    ['an absurdly long room', 'editor', 'contributions/'.padEnd(4000, 'x'), 'room-unknown'],
    ['contacts as an editor', 'editor', 'contacts', 'room-locked'],
    ['voices that are not open yet', 'delegate', 'voices', 'room-locked'],
    ['another institution', 'delegate2', 'contributions/verein-1', 'room-locked'],
  ])('SYN3: %s is answered with its reason', async (_, protocols, room, reason) => {
    const client = await raw(protocols, room);
    expect(await client.closed).toEqual(closing(reason));
    expect(client.messages).toEqual([]);
    expect(host.sync.status().connections).toBe(0);
  });

  it('SYN4: only so many connects per second are answered from one address, and nobody else is disturbed', async () => {
    await host.close();
    host = await startHost(workspace, { limits: { connectBurst: 20, connectsPerSecond: 0.001 } });
    const [anna, ben] = [
      connectOfficial(host.url, 'text', 'editor'),
      connectOfficial(host.url, 'text', 'moderator'),
    ];
    await Promise.all([anna.synced(), ben.synced()]);
    const strike = async (): Promise<void> => {
      const socket = connect(host.port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(
        'GET /rooms/text HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
      );
      socket.resume();
      await once(socket, 'close');
    };
    const begun = performance.now();
    for (let wave = 0; wave < 10; wave += 1) {
      const flood = Array.from({ length: 1000 }, strike);
      anna.write(String(wave));
      await until(() => ben.text.endsWith(String(wave)));
      await Promise.all(flood);
    }
    process.stdout.write(`10,000 connects in ${(performance.now() - begun).toFixed(0)} ms\n`);
    expect(ben.text).toBe('0123456789');
    expect(host.sync.status().counts.turnedAway).toBeGreaterThan(9900);
    anna.destroy();
    ben.destroy();
  });
});

describe('writing', () => {
  it.each(['update', 'step 2'])(
    'SYN5: a %s with news from a reader is refused and leaves no trace',
    async (kind) => {
      const [reader, witness] = [await raw('reader'), await raw('editor')];
      await reader.next(isStep1);
      reader.send(kind === 'update' ? update(stateWith('böse')) : step2(stateWith('böse')));
      expect(await reader.closed).toEqual(closing('room-locked'));
      expect(reader.messages.some(([type, subtype]) => type === 2 && subtype === 0)).toBe(true);
      witness.send(step1(new Doc()));
      const answer = new Doc();
      applyUpdate(answer, bodyOf(await witness.next(isStep2)));
      expect(answer.getText('t').toJSON()).toBe('');
      expect(stored()).toBe('');
    },
  );

  it('SYN5: a step 2 without news is no offence of a reader', async () => {
    host.sync.edit('text', (doc) => doc.getText('t').insert(0, 'da'));
    const reader = await raw('reader');
    reader.send(step2(encodeStateAsUpdate(new Doc())));
    reader.send(step2(encodeStateAsUpdate(workspace.rooms.load('text'))));
    reader.send(step1(new Doc()));
    await reader.next(isStep2);
    expect(reader.socket.readyState).toBe(reader.socket.OPEN);
    expect(workspace.rooms.size('text').updates).toBe(1);
  });

  it('SYN5: a reader that deletes is refused', async () => {
    host.sync.edit('text', (doc) => doc.getText('t').insert(0, 'da'));
    const reader = await raw('reader');
    const copy = workspace.rooms.load('text');
    copy.getText('t').delete(0, 1);
    reader.send(step2(encodeStateAsUpdate(copy)));
    expect(await reader.closed).toEqual(closing('room-locked'));
    expect(stored()).toBe('da');
  });

  it('SYN6: who loses the right to read is sent away at once, and a revoked one too', async () => {
    host.sync.edit('process', (doc) => writePhase(doc, { ...initialPhase, voices: 'everyone' }));
    const [delegate, moderator] = [await raw('delegate', 'voices'), await raw('moderator', 'voices')];
    await Promise.all([delegate.next(isStep1), moderator.next(isStep1)]);
    host.sync.edit('process', (doc) => writePhase(doc, initialPhase));
    expect(await delegate.closed).toEqual(closing('room-locked'));
    host.sync.revoke('m');
    expect(await moderator.closed).toEqual(closing('revoked'));
  });

  it('SYN6: a moderator locks through the process room itself', async () => {
    const moderator = connectOfficial(host.url, 'process', 'moderator');
    await moderator.synced();
    const editor = await raw('editor');
    await editor.next(isStep1);
    writePhase(moderator.doc, { ...initialPhase, text: 'locked' });
    await until(() => host.sync.status().phase.text === 'locked');
    editor.send(update(stateWith('zu spät')));
    expect(await editor.closed).toEqual(closing('room-locked'));
    expect(stored()).toBe('');
    moderator.destroy();
  });

  it('SYN7: what builds on something unknown is asked for again, not kept, and only so often', async () => {
    const editor = await raw('editor');
    await editor.next(isStep1);
    const doc = docWith('abc');
    const before = encodeStateAsUpdate(doc);
    let later = new Uint8Array();
    doc.on('update', (bytes: Uint8Array) => {
      later = Uint8Array.from(bytes);
    });
    doc.getText('t').insert(3, 'def');
    editor.send(update(later));
    await until(() => editor.messages.filter(isStep1).length === 2);
    expect(workspace.rooms.size('text').updates).toBe(0);
    editor.send(step2(before));
    editor.send(update(later));
    await until(() => stored() === 'abcdef');
    doc.getText('t').insert(6, 'x');
    doc.getText('t').insert(7, 'y');
    for (let round = 0; round < 10; round += 1) editor.send(update(later));
    expect(await editor.closed).toEqual(closing('too-large'));
    expect(stored()).toBe('abcdef');
  });
});

describe('bad messages', () => {
  const deepJson = '['.repeat(3000) + ']'.repeat(3000);
  it.each<[string, Uint8Array, CloseReason]>([
    ['nothing', new Uint8Array(), 'message-invalid'],
    ['an unknown type', message(7), 'message-invalid'],
    ['an unknown sync message', message(0, 9), 'message-invalid'],
    ['a message that goes on', message(3, 3), 'message-invalid'],
    ['a truncated length', Uint8Array.of(0, 2, 200), 'message-invalid'],
    ['an endless integer', Uint8Array.of(0, 2, ...Array.from({ length: 30 }, () => 255)), 'message-invalid'],
    ['an update of random bytes', update(Uint8Array.of(1, 2, 3, 4, 5)), 'message-invalid'],
    ['a truncated update', update(stateWith('abc').slice(0, -3)), 'message-invalid'],
    ['an update without its deletions', update(stateWith('abc').slice(0, -1)), 'message-invalid'],
    ['four billion structs', update(message(1, 4e9, 5, 0)), 'too-large'],
    ['a state vector of four billion clients', message(0, 0, message(4e9)), 'message-invalid'],
    ['an absurd client id', update(Uint8Array.of(...message(1, 1, 2 ** 50, 0, 0), 1, 0)), 'message-invalid'],
    ['an absurd clock', update(message(1, 1, 5, 0, 0, 2 ** 52, 0)), 'message-invalid'],
    ['a range of length 0', update(message(1, 1, 5, 0, 0, 0, 0)), 'message-invalid'],
    ['a struct that refers to itself', update(message(1, 1, 5, 0, [132], 5, 0, 'x', 0)), 'message-invalid'],
    // 1 struct, client, clock, info (embed below root "t"), JSON
    ['JSON nested too deeply', update(message(1, 1, 5, 0, 5, 1, 't', deepJson, 0)), 'too-large'],
    ['broken JSON', update(message(1, 1, 5, 0, 5, 1, 't', '{"a', 0)), 'message-invalid'],
    ['broken UTF-8', update(message(1, 1, 5, 0, 4, 1, 't', Uint8Array.of(0xff), 0)), 'message-invalid'],
    [
      'structs in a circle',
      update(message(2, 1, 5, 0, [132], 6, 0, 'x', 1, 6, 0, [132], 5, 0, 'y', 0)),
      'message-invalid',
    ],
    ['a subdocument', update(message(1, 1, 5, 0, 9, 1, 't', 'guid', 126, 0)), 'message-invalid'],
    ['a message past the limit', new Uint8Array(100_001), 'too-large'],
    ['an awareness state of a megabyte', awareness([1, 1, { a: 'x'.repeat(900) }]), 'too-large'],
    ['an awareness state that is no JSON', message(1, message(1, 1, 1, '{')), 'message-invalid'],
    ['an awareness state that is no object', awareness([1, 1, 5]), 'message-invalid'],
    ['a truncated awareness state', message(1, message(5, 1, 1)), 'message-invalid'],
  ])('SYN8: %s ends the connection with its reason, and nobody else notices', async (_, bytes, reason) => {
    const [attacker, witness] = [await raw('editor'), await raw('editor2')];
    await Promise.all([attacker.next(isStep1), witness.next(isStep1)]);
    attacker.send(bytes);
    expect(await attacker.closed).toEqual(closing(reason));
    witness.send(update(stateWith('weiter')));
    witness.send(step1(new Doc()));
    await witness.next(isStep2);
    expect(witness.messages.some(isUpdate)).toBe(false);
    expect(stored()).toBe('weiter');
    expect(host.sync.status().counts.reloads).toBe(0);
  });

  it('SYN8: text frames are refused', async () => {
    const client = await raw('editor');
    client.socket.send('hello');
    expect(await client.closed).toEqual(closing('message-invalid'));
  });

  it('SYN9: random frames, whole and bent, neither stop the host nor change a room they may not', async () => {
    host.sync.edit('text', (doc) => doc.getText('t').insert(0, 'fest'));
    const bent = fc
      .tuple(fc.constantFrom('eins', 'zwei'), fc.nat(60), fc.nat(255))
      .map(([text, at, byte]) => {
        const bytes = update(stateWith(text));
        bytes[at % bytes.length] = byte;
        return bytes;
      });
    const frames = fc.sample(fc.oneof(fc.uint8Array({ maxLength: 40 }), bent), { seed: SEED, numRuns: 400 });
    const witness = await raw('editor');
    for (const frame of frames) {
      const client = await raw('reader');
      client.send(frame);
      client.send(message(7));
      await client.closed;
    }
    witness.send(step1(new Doc()));
    await witness.next(isStep2);
    expect(stored(), `seed ${String(SEED)}`).toBe('fest');
    expect(witness.messages.some(isUpdate)).toBe(false);
  });
});

describe('presence', () => {
  it('SYN10: a connection sets the ids it introduced, and those of others are passed over', async () => {
    const [anna, ben] = [await raw('editor'), await raw('editor2')];
    anna.send(awareness([11, 1, { name: 'A' }]));
    await ben.next((m) => m[0] === 1 && statesIn(m).some(([client]) => client === 11));
    ben.send(awareness([11, 9, { name: 'forged' }], [11, 99, null], [22, 1, { name: 'B' }]));
    const seen = await anna.next((m) => m[0] === 1 && statesIn(m).some(([client]) => client === 22));
    expect(statesIn(seen)).toEqual([[22, 1, { name: 'B' }]]);
    expect(host.sync.status().counts.foreignStates).toBe(2);
    anna.destroy();
    const left = await ben.next((m) => m[0] === 1 && statesIn(m).some(([, , state]) => state === null));
    expect(statesIn(left)).toEqual([[11, 1, null]]);
    ben.send(awareness([11, 1, { name: 'echo' }]));
    ben.send(message(3));
    const all = await ben.next(
      (m) => m[0] === 1 && statesIn(m).length > 0 && m !== left && !statesIn(m).some(([c]) => c === 11),
    );
    expect(statesIn(all)).toEqual([[22, 1, { name: 'B' }]]);
  });

  it('SYN10: a million states of one connection are not kept', async () => {
    const client = await raw('reader');
    for (let round = 0; round < 20; round += 1) {
      client.send(awareness(...Array.from({ length: 500 }, (_, n) => [round * 500 + n, 1, {}] as const)));
    }
    client.send(step1(new Doc()));
    await client.next(isStep2);
    expect(host.sync.status().rooms.find(({ room }) => room === 'text')?.present).toBe(2);
  });

  it('SYN11: nobody writes under the id of somebody else who is present', async () => {
    const [anna, ben] = [await raw('editor'), await raw('editor2')];
    anna.send(awareness([11, 1, { name: 'A' }]));
    await ben.next((m) => m[0] === 1);
    const forged = new Doc();
    forged.clientID = 11;
    forged.getText('t').insert(0, 'nicht von A');
    ben.send(update(encodeStateAsUpdate(forged)));
    expect(await ben.closed).toEqual(closing('client-id-taken'));
    expect(stored()).toBe('');
  });
});
