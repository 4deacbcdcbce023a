import { connect } from 'node:net';
import { once } from 'node:events';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import type { CloseReason } from '../../../../shared/host/close-reasons.ts';
import { initialPhase, writePhase } from '../../../../shared/rooms/phase-room.ts';
import { connectOfficial } from './official-client.ts';
import {
  awareness,
  bodyOf,
  isStep1,
  isStep2,
  message,
  statesIn,
  step1,
  step2,
  update,
} from './raw-client.ts';
import { startHost, until } from './sync-host.ts';
import { closing, docWith, stateWith, strictHost } from './strict-host.ts';

const { at, raw, stored } = strictHost();

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
    ['voices that are not at.open yet', 'delegate', 'voices', 'room-locked'],
    ['another institution', 'delegate2', 'contributions/verein-1', 'room-locked'],
  ])('SYN3: %s is answered with its reason', async (_, protocols, room, reason) => {
    const client = await raw(protocols, room);
    expect(await client.closed).toEqual(closing(reason));
    expect(client.messages).toEqual([]);
    expect(at.host.sync.status().connections).toBe(0);
  });

  it('SYN4: only so many connects per second are answered from one address, and nobody else is disturbed', async () => {
    await at.host.close();
    at.host = await startHost(at.workspace, { limits: { connectBurst: 20, connectsPerSecond: 0.001 } });
    const [anna, ben] = [
      connectOfficial(at.host.url, 'text', 'editor'),
      connectOfficial(at.host.url, 'text', 'moderator'),
    ];
    await Promise.all([anna.synced(), ben.synced()]);
    const strike = async (): Promise<void> => {
      const socket = connect(at.host.port, '127.0.0.1');
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
    expect(at.host.sync.status().counts.turnedAway).toBeGreaterThan(9900);
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
    at.host.sync.edit('text', (doc) => doc.getText('t').insert(0, 'da'));
    const reader = await raw('reader');
    reader.send(step2(encodeStateAsUpdate(new Doc())));
    reader.send(step2(encodeStateAsUpdate(at.workspace.rooms.load('text'))));
    reader.send(step1(new Doc()));
    await reader.next(isStep2);
    expect(reader.socket.readyState).toBe(reader.socket.OPEN);
    expect(at.workspace.rooms.size('text').updates).toBe(1);
  });

  it('SYN5: a reader that deletes is refused', async () => {
    at.host.sync.edit('text', (doc) => doc.getText('t').insert(0, 'da'));
    const reader = await raw('reader');
    const copy = at.workspace.rooms.load('text');
    copy.getText('t').delete(0, 1);
    reader.send(step2(encodeStateAsUpdate(copy)));
    expect(await reader.closed).toEqual(closing('room-locked'));
    expect(stored()).toBe('da');
  });

  it('SYN6: who loses the right to read is sent away at once, and a revoked one too', async () => {
    at.host.sync.edit('process', (doc) => writePhase(doc, { ...initialPhase, voices: 'everyone' }));
    const [delegate, moderator] = [await raw('delegate', 'voices'), await raw('moderator', 'voices')];
    await Promise.all([delegate.next(isStep1), moderator.next(isStep1)]);
    at.host.sync.edit('process', (doc) => writePhase(doc, initialPhase));
    expect(await delegate.closed).toEqual(closing('room-locked'));
    at.host.sync.revoke('m');
    expect(await moderator.closed).toEqual(closing('revoked'));
  });

  it('SYN6: a moderator locks through the process room itself', async () => {
    const moderator = connectOfficial(at.host.url, 'process', 'moderator');
    await moderator.synced();
    const editor = await raw('editor');
    await editor.next(isStep1);
    writePhase(moderator.doc, { ...initialPhase, text: 'locked' });
    await until(() => at.host.sync.status().phase.text === 'locked');
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
    expect(at.workspace.rooms.size('text').updates).toBe(0);
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

describe('presence', () => {
  it('SYN10: a connection sets the ids it introduced, and those of others are passed over', async () => {
    const [anna, ben] = [await raw('editor'), await raw('editor2')];
    anna.send(awareness([11, 1, { name: 'A' }]));
    await ben.next((m) => m[0] === 1 && statesIn(m).some(([client]) => client === 11));
    ben.send(awareness([11, 9, { name: 'forged' }], [11, 99, null], [22, 1, { name: 'B' }]));
    const seen = await anna.next((m) => m[0] === 1 && statesIn(m).some(([client]) => client === 22));
    expect(statesIn(seen)).toEqual([[22, 1, { name: 'B' }]]);
    expect(at.host.sync.status().counts.foreignStates).toBe(2);
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
    expect(at.host.sync.status().rooms.find(({ room }) => room === 'text')?.present).toBe(2);
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
