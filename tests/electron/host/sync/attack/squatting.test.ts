import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import type { SyncLimits } from '../../../../../electron/host/sync/sync-limits.ts';
import type { Workspace } from '../../../../../electron/host/workspace/workspace.ts';
import { closeCodes } from '../../../../../shared/host/close-reasons.ts';
import { made, opened } from '../../../../support/filled-workspace.ts';
import { connectOfficial, type OfficialClient } from '../official-client.ts';
import {
  awareness,
  connectRaw,
  isDurable,
  isStep1,
  isStep2,
  message,
  statesIn,
  step1,
  step2,
  update,
  type RawClient,
} from '../raw-client.ts';
import { startHost, until, type SyncHost } from '../sync-host.ts';

const taken = { code: closeCodes['client-id-taken'], reason: 'client-id-taken' };
const revoked = new Set<string>();
let folder = '';
let workspace: Workspace;
let host: SyncHost;
const start = async (limits: Partial<SyncLimits> = {}, now?: () => number): Promise<void> => {
  host = await startHost(workspace, {
    limits: { closeWithin: 200, ...limits },
    isRevoked: (id) => revoked.has(id),
    ...(now && { now }),
  });
};
beforeEach(async () => {
  revoked.clear();
  folder = mkdtempSync(join(tmpdir(), 'squat-'));
  workspace = made(join(folder, 'a.leitbild'));
  await start();
});
afterEach(async () => {
  await host.close();
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The host ends and another one starts with the same file. */
async function restart(): Promise<void> {
  await host.close();
  workspace.close();
  workspace = opened(join(folder, 'a.leitbild'));
  await start();
}

async function raw(token: string, room = 'text'): Promise<RawClient> {
  const client = await connectRaw(host.url, room, token);
  onTestFinished(() => client.destroy());
  await client.next(isStep1);
  return client;
}
function official(token: string, doc?: Doc): OfficialClient {
  const client = connectOfficial(host.url, 'text', token, doc ? { doc } : {});
  onTestFinished(() => client.destroy());
  return client;
}
/** Waits until the host has dealt with all that was sent. */
async function settled(client: RawClient): Promise<void> {
  client.send(step1(new Doc()));
  await Promise.race([client.next(isStep2), client.closed]);
}
const stored = (): string => workspace.rooms.load('text').getText('t').toJSON();
/** What somebody would write who goes on where `doc` was last seen. */
function forgery(doc: Doc, text: string): Uint8Array {
  const copy = new Doc();
  applyUpdate(copy, encodeStateAsUpdate(doc));
  copy.clientID = doc.clientID;
  copy.getText('t').insert(0, text);
  return encodeStateAsUpdate(copy);
}
const present = (client: RawClient): ReadonlyMap<number, unknown> =>
  new Map(
    client.messages
      .filter(([type]) => type === 1)
      .flatMap(statesIn)
      .map(([id, , state]) => [id, state] as const),
  );

describe('an editor who is away with offline work', () => {
  /** An editor that has shown itself and perhaps written, and goes on alone. */
  async function leaveWork(before: string): Promise<{ doc: Doc; seen: Doc }> {
    const editor = official('editor');
    await editor.synced();
    const witness = await raw('moderator');
    await witness.next((m) => m[0] === 1 && statesIn(m).some(([id]) => id === editor.doc.clientID));
    if (before !== '') editor.write(before);
    await until(() => stored() === before);
    editor.provider.disconnect();
    witness.destroy();
    await until(() => host.sync.status().connections === 0);
    const seen = new Doc();
    applyUpdate(seen, encodeStateAsUpdate(editor.doc));
    seen.clientID = editor.doc.clientID;
    editor.write(' offline');
    return { doc: editor.doc, seen };
  }
  async function comesIn(doc: Doc, text: string): Promise<void> {
    const editor = official('editor', doc);
    await until(() => stored() === text || editor.closes.length > 0);
    expect(editor.closes).toEqual([]);
    expect(stored()).toBe(text);
    await until(() => host.sync.status().rooms.some(({ principals }) => principals.includes('e')));
    const witness = await raw('moderator');
    await witness.next((m) => m[0] === 1 && statesIn(m).some(([id]) => id === doc.clientID));
  }

  it.each(['reader', 'editor2', 'moderator'])(
    'ATK3: comes in although a %s shows itself under its id',
    async (who) => {
      const { doc } = await leaveWork('vorher');
      const squatter = await raw(who);
      squatter.send(awareness([doc.clientID, 1e9, { name: 'forged' }]));
      await settled(squatter);
      expect(host.sync.status().counts.foreignStates).toBe(1);
      await comesIn(doc, 'vorher offline');
    },
  );

  it.each([
    ['after it has written', 'vorher', false],
    ['before it has written anything', '', false],
    ['after it has written, and the host has started again', 'vorher', true],
    ['before it has written anything, and the host has started again', '', true],
  ] as const)(
    'ATK4: an editor who writes under its id %s is refused, and it comes in',
    async (_, before, again) => {
      const { doc, seen } = await leaveWork(before);
      if (again) await restart();
      for (const make of [update, step2]) {
        const forger = await raw('editor2');
        forger.send(make(forgery(seen, 'gefälscht')));
        expect(await forger.closed).toEqual(taken);
      }
      expect(stored()).toBe(before);
      await comesIn(doc, `${before} offline`);
    },
  );

  it('ATK4: it comes in on a second connection while the host still holds the first', async () => {
    const doc = new Doc();
    doc.getText('t').insert(0, 'eins');
    const lost = await raw('editor');
    lost.send(awareness([doc.clientID, 1, { name: 'E' }]));
    lost.send(step2(encodeStateAsUpdate(doc)));
    await until(() => stored() === 'eins');
    doc.getText('t').insert(4, ' zwei');
    const witness = await raw('moderator');
    const back = await raw('editor');
    back.send(awareness([doc.clientID, 2, { name: 'E, zurück' }]));
    back.send(step2(encodeStateAsUpdate(doc)));
    await until(() => stored() === 'eins zwei');
    await until(() => JSON.stringify(present(witness).get(doc.clientID)) === '{"name":"E, zurück"}');
    lost.destroy();
    await until(() => host.sync.status().connections === 2);
    witness.send(message(3));
    witness.send(message(100));
    await witness.next(isDurable);
    expect(present(witness).get(doc.clientID)).toEqual({ name: 'E, zurück' });
    back.send(awareness([doc.clientID, 3, { name: 'E, noch da' }]));
    await until(() => JSON.stringify(present(witness).get(doc.clientID)) === '{"name":"E, noch da"}');
  });

  it('ATK4: with a new invitation, once the old one is revoked, it brings what it wrote under the old one', async () => {
    const { doc } = await leaveWork('vorher');
    const early = official('editor2', doc);
    await until(() => early.closes.length > 0);
    expect(early.closes[0]).toEqual(taken);
    revoked.add('e');
    await until(() => stored() === 'vorher offline');
  });

  it('ATK4: who is refused for an id keeps its copy and comes in as soon as the other has brought its own', async () => {
    // A copy put back from before: it lacks what everybody has.
    const { doc } = await leaveWork('vorher');
    const other = new Doc();
    applyUpdate(other, encodeStateAsUpdate(doc));
    other.getText('t').insert(other.getText('t').length, ' und mehr');
    const carrier = official('editor2', other);
    await until(() => carrier.closes.length > 0);
    expect(carrier.closes[0]).toEqual(taken);
    expect(stored()).toBe('vorher');
    await comesIn(doc, 'vorher offline');
    await until(() => stored() === 'vorher offline und mehr');
  });

  it('ATK4: moderation may bring what others wrote, and takes no id over by that', async () => {
    const { doc } = await leaveWork('vorher');
    const moderator = official(
      'moderator',
      (() => {
        const copy = new Doc();
        applyUpdate(copy, encodeStateAsUpdate(doc));
        return copy;
      })(),
    );
    await until(() => stored() === 'vorher offline');
    expect(moderator.closes).toEqual([]);
    doc.getText('t').insert(0, 'Und ');
    await comesIn(doc, 'Und vorher offline');
  });
});

describe('presence', () => {
  it('SYN23: ends when it is not renewed for 30 seconds, by a clock that no change of the time moves', async () => {
    await host.close();
    let now = 0;
    await start({ presenceExpiresAfter: 30_000 }, () => now);
    const [lazy, awake] = [await raw('reader'), await raw('editor')];
    lazy.send(awareness([11, 1, { name: 'L' }]));
    awake.send(awareness([22, 1, { name: 'A' }]));
    await until(() => host.sync.status().rooms.some(({ present: count }) => count === 2));
    now = 29_000;
    awake.send(awareness([22, 2, { name: 'A' }]));
    await settled(awake);
    now = 30_001;
    await until(() => present(awake).get(11) === null);
    expect(host.sync.status().rooms.find(({ room }) => room === 'text')?.present).toBe(1);
    lazy.send(awareness([11, 2, { name: 'L' }]));
    await until(() => present(awake).get(11) !== null);
  }, 20_000);

  it('SYN23: its id is free when its connection ends, and nobody else can use it after that', async () => {
    const [gone, other] = [await raw('editor'), await raw('editor2')];
    gone.send(awareness([11, 1, { name: 'G' }]));
    await until(() => present(other).has(11));
    gone.destroy();
    await until(() => present(other).get(11) === null);
    other.send(awareness([11, 5, { name: 'forged' }]));
    await settled(other);
    expect(host.sync.status().counts.foreignStates).toBe(1);
    const back = await raw('editor');
    back.send(awareness([11, 2, { name: 'G' }]));
    await until(() => present(other).get(11) !== null);
  });

  it('SYN23: an echo of a connection of the same principal takes no id over', async () => {
    const [first, second, witness] = [await raw('editor'), await raw('editor'), await raw('moderator')];
    first.send(awareness([11, 1, { name: 'E' }]));
    await until(() => present(second).has(11));
    second.send(awareness([11, 1, { name: 'E' }]));
    await settled(second);
    first.destroy();
    await until(() => present(witness).get(11) === null);
  });

  it('SYN23: what a window shows of somebody fits', async () => {
    const position = { type: { client: 2 ** 32 - 1, clock: 1e6 }, tname: null, item: null, assoc: 0 };
    const state = {
      user: { name: 'Ü'.repeat(120), institution: 'i'.repeat(64), color: '#aabbcc' },
      cursor: { anchor: position, head: position },
      focus: 'n'.repeat(64),
      projector: { node: 'n'.repeat(64), scale: 1.5, theme: 'dark' },
    };
    const [shown, witness] = [await raw('reader'), await raw('moderator')];
    shown.send(awareness([11, 1, state]));
    await until(() => present(witness).has(11));
    expect(JSON.stringify(state).length).toBeLessThan(1024);
    shown.send(awareness([11, 2, { ...state, more: 'x'.repeat(2048) }]));
    expect((await shown.closed).reason).toBe('too-large');
  });
});
