import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Doc, encodeStateAsUpdate } from 'yjs';
import type { Workspace } from '../../../../../electron/host/workspace/workspace.ts';
import { closeCodes } from '../../../../../shared/host/close-reasons.ts';
import type { Phase } from '../../../../../shared/rights/rights.ts';
import { writePhase } from '../../../../../shared/rooms/phase-room.ts';
import { made } from '../../../../support/filled-workspace.ts';
import {
  awareness,
  bodyOf,
  connectRaw,
  isStep2,
  isUpdate,
  message,
  statesIn,
  step1,
  step2,
  update,
  type RawClient,
} from '../raw-client.ts';
import { startHost, until, type SyncHost } from '../sync-host.ts';
import {
  allPhases,
  attackedRooms,
  attackers,
  expectedRight,
  nameOf,
  witnesses,
  type AttackedRoom,
  type Attacker,
} from './expected-rights.ts';

/** The id under which each witness is present. */
const WITNESS_ID = 77;
let folder = '';
let workspace: Workspace;
let host: SyncHost;
let cases = 0;
/** Ids are not used twice: the host remembers the clocks of those who left. */
let attackerIds = 1000;
const present = new Map<AttackedRoom, RawClient>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attack-'));
  workspace = made(join(folder, 'a.leitbild'));
  host = await startHost(workspace, {
    limits: { messagesPerSecond: 1e6, messageBurst: 1e6, connectBurst: 1e5, closeWithin: 200 },
  });
  for (const room of attackedRooms) {
    host.sync.edit(nameOf(room), (doc) => doc.getText('t').insert(0, 'secret'));
    const witness = await connectRaw(host.url, room, witnesses[room]);
    witness.send(awareness([WITNESS_ID, 5, { name: 'witness' }]));
    present.set(room, witness);
  }
});
afterAll(async () => {
  for (const witness of present.values()) witness.destroy();
  await host.close();
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

function witnessOf(room: AttackedRoom): RawClient {
  const witness = present.get(room);
  if (witness === undefined) throw new Error(`no witness in ${room}`);
  return witness;
}

/** What the witness has heard since `mark`, once everything before now is on disk and relayed. */
async function heard(witness: RawClient, mark: number): Promise<readonly Uint8Array[]> {
  witness.send(step1(new Doc()));
  await until(() => witness.messages.slice(mark).some(isStep2));
  return witness.messages.slice(mark);
}

/** Whether the host still talks to the attacker, which sends nothing more; else how it was sent away. */
async function fate(attacker: RawClient) {
  attacker.send(step1(new Doc()));
  return await Promise.race([attacker.closed, attacker.next(isStep2).then(() => 'stays' as const)]);
}

function newUpdate(): Uint8Array {
  cases += 1;
  const doc = new Doc();
  doc.getText('attack').insert(0, `case ${String(cases)};`);
  return encodeStateAsUpdate(doc);
}

function deletion(room: AttackedRoom): Uint8Array {
  const doc = workspace.rooms.load(nameOf(room));
  const before = doc.getText('attack').length;
  let bytes = new Uint8Array();
  doc.on('update', (made: Uint8Array) => {
    bytes = Uint8Array.from(made);
  });
  if (before > 0) doc.getText('attack').delete(0, 1);
  else doc.getText('t').delete(0, 1);
  return bytes;
}

const writes: readonly (readonly [string, (room: AttackedRoom) => Uint8Array])[] = [
  ['an update', () => update(newUpdate())],
  ['a step 2 with news', () => step2(newUpdate())],
  ['a deletion', (room) => update(deletion(room))],
];

/** What no role may say. */
const unknown: readonly Uint8Array[] = [
  message(2, 0, 'x'),
  message(4),
  message(99, 1),
  message(101),
  message(2 ** 40),
  message(0, 3, new Uint8Array()),
  message(0, 200, newUpdate()),
];

const locked = { code: closeCodes['room-locked'], reason: 'room-locked' };
const invalid = { code: closeCodes['message-invalid'], reason: 'message-invalid' };

async function attackWrites(who: Attacker, room: AttackedRoom, phase: Phase): Promise<void> {
  const right = expectedRight(who, room, phase);
  const witness = witnessOf(room);
  for (const [kind, bytesFor] of writes) {
    const bytes = bytesFor(room);
    const before = Buffer.from(encodeStateAsUpdate(workspace.rooms.load(nameOf(room))));
    const mark = witness.messages.length;
    const attacker = await connectRaw(host.url, room, who);
    attacker.send(bytes);
    const end = await fate(attacker);
    const updates = (await heard(witness, mark)).filter(isUpdate);
    const hasChanged = !before.equals(Buffer.from(encodeStateAsUpdate(workspace.rooms.load(nameOf(room)))));
    const where = `${who}, ${room}, ${JSON.stringify(phase)}, ${kind}`;
    expect(end, where).toEqual(right === 'write' ? 'stays' : locked);
    expect(hasChanged, where).toBe(right === 'write');
    expect(updates.map(bodyOf), where).toEqual(right === 'write' ? [bodyOf(bytes)] : []);
    if (right === 'none') expect(attacker.messages, where).toEqual([]);
    attacker.destroy();
  }
}

async function attackOtherwise(who: Attacker, room: AttackedRoom, phase: Phase): Promise<void> {
  const right = expectedRight(who, room, phase);
  const where = `${who}, ${room}, ${JSON.stringify(phase)}`;
  const witness = witnessOf(room);
  const before = workspace.rooms.size(nameOf(room));
  const mark = witness.messages.length;
  for (const bytes of unknown) {
    const attacker = await connectRaw(host.url, room, who);
    attacker.send(bytes);
    expect(await attacker.closed, where).toEqual(right === 'none' ? locked : invalid);
    attacker.destroy();
  }
  // Everything that asks or says nothing new: allowed to whoever reads.
  const reader = await connectRaw(host.url, room, who);
  for (const bytes of [message(3), message(100), step2(encodeStateAsUpdate(new Doc()))]) reader.send(bytes);
  reader.send(step2(encodeStateAsUpdate(workspace.rooms.load(nameOf(room)))));
  expect(await fate(reader), where).toEqual(right === 'none' ? locked : 'stays');
  if (right === 'none') expect(reader.messages, where).toEqual([]);
  reader.destroy();
  expect((await heard(witness, mark)).filter(isUpdate), where).toEqual([]);
  expect(workspace.rooms.size(nameOf(room)), where).toEqual(before);
}

/** Everybody at once says who it is, after it has tried to speak for the witness. */
async function attackPresence(phase: Phase): Promise<void> {
  const everybody = attackers.flatMap((who) => attackedRooms.map((room) => ({ who, room })));
  const marks = new Map(attackedRooms.map((room) => [room, witnessOf(room).messages.length]));
  const started = await Promise.all(
    everybody.map(async ({ who, room }) => {
      const id = (attackerIds += 1);
      const attacker = await connectRaw(host.url, room, who);
      // The witness itself may come back on another connection.
      if (who !== witnesses[room]) {
        attacker.send(awareness([WITNESS_ID, 1e6, { name: 'forged' }]));
        attacker.send(awareness([WITNESS_ID, 1e6, null]));
      }
      attacker.send(awareness([id, 1, { name: who }]));
      return { who, room, attacker, id };
    }),
  );
  for (const { who, room, attacker, id } of started) {
    const right = expectedRight(who, room, phase);
    const states = (): readonly (readonly [number, number, unknown])[] =>
      witnessOf(room)
        .messages.slice(marks.get(room))
        .filter(([type]) => type === 1)
        .flatMap(statesIn);
    if (right === 'none') expect(await attacker.closed).toEqual(locked);
    else await until(() => states().some(([client]) => client === id));
    expect(states().some(([client]) => client === id)).toBe(right !== 'none');
    expect(states().every(([client, clock]) => client !== WITNESS_ID || clock === 5)).toBe(true);
  }
  for (const { attacker } of started) attacker.destroy();
}

describe.each(allPhases)('text $text, contributions $contributions, voices $voices', (phase) => {
  beforeAll(() => host.sync.edit('process', (doc) => writePhase(doc, phase)));

  it('SYN5: who may not write leaves nothing in the file or with anybody else, who may does both', async () => {
    for (const who of attackers) for (const room of attackedRooms) await attackWrites(who, room, phase);
  });

  it('what no role may say is refused, what asks is answered to readers only', async () => {
    for (const who of attackers) for (const room of attackedRooms) await attackOtherwise(who, room, phase);
  });

  it('nobody speaks for somebody else, and only who reads is present', async () => {
    await attackPresence(phase);
  });
});

it('SYN6: what was sent before a lock and arrives after it is refused', async () => {
  const open: Phase = { text: 'open', contributions: 'open', voices: 'everyone' };
  const shut: Phase = { text: 'locked', contributions: 'closed', voices: 'moderation' };
  for (const [who, room] of [
    ['editor', 'text'],
    ['moderator', 'text'],
    ['delegate', 'contributions/verein-1'],
  ] as const) {
    host.sync.edit('process', (doc) => writePhase(doc, open));
    const attacker = await connectRaw(host.url, room, who);
    attacker.send(update(newUpdate()));
    expect(await fate(attacker)).toBe('stays');
    const before = encodeStateAsUpdate(workspace.rooms.load(nameOf(room)));
    attacker.send(update(newUpdate()));
    host.sync.edit('process', (doc) => writePhase(doc, shut));
    expect(await attacker.closed).toEqual(locked);
    expect(encodeStateAsUpdate(workspace.rooms.load(nameOf(room)))).toEqual(before);
    attacker.destroy();
  }
});
