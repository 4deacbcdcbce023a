import { Doc, encodeStateAsUpdate } from 'yjs';
import { awareness, message, step1, step2, update } from '../raw-client.ts';
import type { Dice } from './restless-editor.ts';

/** Names of rooms and paths that must lead nowhere, or not to where they seem to. */
export const badPaths: readonly string[] = [
  '/rooms/../rooms/contacts',
  '/rooms/text/../contacts',
  '/rooms/%2e%2e/%2e%2e/etc/passwd',
  '/rooms/..%2f..%2fetc%2fpasswd',
  '/rooms/%2e%2e%2f%2e%2e%2fcontacts',
  '/rooms/%252e%252e%252fcontacts',
  '/rooms/contributions%2fverein-1',
  '/rooms/contributions/../contacts',
  '/rooms/contributions/..',
  '/rooms/contributions/%00',
  '/rooms/text%00',
  '/rooms/text%20',
  '/rooms/text/',
  '/rooms//text',
  '//rooms/text',
  '/rooms\\text',
  '/rooms/TEXT',
  '/rooms/te%78t',
  '/rooms/',
  '/rooms',
  '/',
  '/rooms/__proto__',
  '/rooms/constructor',
  '/rooms/contributions/__proto__',
  '/rooms/#text',
  '/rooms/;text',
  'http://other.example/rooms/text/x',
  `/rooms/${'a'.repeat(3000)}`,
  `/rooms/contributions/${'a'.repeat(65)}`,
  '/rooms/contributions/\u00c3\u00a4',
];

/** What stands in place of the sub-protocols: wrong, replayed, expired, too long. */
export const badProtocols: readonly string[] = [
  'leitbild',
  'leitbild, expired',
  'leitbild, nobody',
  'leitbild, revoked',
  'leitbild-9, editor',
  'leitbild-0, editor',
  'leitbild, editor, moderator',
  'editor, moderator',
  'graphql-ws',
  `leitbild, ${'t'.repeat(300)}`,
  'leitbild-99999999999999, editor',
  'leitbild, __proto__',
];

/** Messages of an honest client under ids of its own, and wrong ones made of them. */
export interface FrameMaker {
  /** One that the host takes from whoever may read. */
  harmless(): Uint8Array;
  /** One that an editor may well send. */
  honest(): Uint8Array;
  /** One that is wrong somewhere, mostly. */
  bad(): Uint8Array;
}

/** `victims` are ids of others, under which forged messages write. */
export function createFrameMaker(dice: Dice, victims: readonly number[]): FrameMaker {
  const randomBytes = (length: number): Uint8Array => Uint8Array.from({ length }, () => dice(256));
  const pick = <T>(values: readonly T[], otherwise: T): T => values[dice(values.length)] ?? otherwise;
  const docWith = (client?: number): Doc => {
    const doc = new Doc();
    if (client !== undefined) doc.clientID = client;
    doc.getText('junk').insert(0, 'x'.repeat(1 + dice(8)));
    // Under the id of somebody else it would delete the other's work, which an editor may.
    if (client === undefined && dice(3) === 0) doc.getText('junk').delete(0, 1);
    if (dice(4) === 0) doc.getMap<unknown>('m').set(`k${String(dice(9))}`, { a: [1, null, 'b'] });
    return doc;
  };
  const honest = (): Uint8Array => update(encodeStateAsUpdate(docWith()));
  const harmless = (): Uint8Array => {
    switch (dice(6)) {
      case 0:
        return step1(docWith());
      case 1:
        return message(3);
      case 2:
        return message(100);
      case 3:
        return step2(encodeStateAsUpdate(new Doc()));
      default:
        return awareness([dice(2 ** 31), dice(100), { name: 'x' }]);
    }
  };
  const mutated = (whole: Uint8Array): Uint8Array => {
    const bytes = Uint8Array.from(whole);
    for (let changes = 1 + dice(4); changes > 0; changes -= 1) bytes[dice(bytes.length)] = dice(256);
    return bytes;
  };
  const huge = (): number => pick([2 ** 31, 2 ** 32, 2 ** 40, 2 ** 52, Number.MAX_SAFE_INTEGER], 1);
  /** One client with one run of text at a clock, as Yjs writes it: `origin` is what it stands behind. */
  const struct = (client: number, clock: number, origin: readonly [number, number] | null): Uint8Array =>
    origin === null
      ? message(1, 1, client, clock, 4, 1, 'junk', 'abc', 0)
      : message(1, 1, client, clock, [0x84], ...origin, 'abc', 0);
  const makers: readonly (() => Uint8Array)[] = [
    () => randomBytes(dice(64)),
    () => update(randomBytes(dice(64))),
    () => step2(randomBytes(dice(200))),
    () => message(1, randomBytes(dice(64))),
    () => {
      const whole = pick([honest, harmless], honest)();
      return whole.subarray(0, dice(whole.length));
    },
    () => mutated(honest()),
    () => update(mutated(encodeStateAsUpdate(docWith()))),
    () => mutated(harmless()),
    // Lengths and counts that are not there.
    () => message(0, 2, huge()),
    () => message(1, message(huge(), 1, 1, '{}')),
    () => update(message(huge(), 1, 1, 0)),
    () => update(message(1, huge(), 1, 0, 4)),
    () => update(message(0, 1, 1, huge())),
    () => message(0, 0, message(huge(), 1, 1)),
    () => update(message(1, 1, 1, 0, 8, 1, 'junk', huge())),
    // Ids of others, absurd clocks, and what waits for something that never comes.
    () => update(struct(pick(victims, 1), dice(4000), null)),
    () => update(encodeStateAsUpdate(docWith(pick(victims, 1)))),
    () => update(struct(dice(2 ** 31), huge(), null)),
    () => update(struct(dice(2 ** 31), 1 + dice(1000), null)),
    () => update(struct(dice(2 ** 31), 0, [dice(2 ** 31), dice(1000)])),
    () => update(struct(7, 5, [7, 5])),
    () => update(message(0, 1, dice(2 ** 31), 1, dice(100), 1 + dice(100))),
    () => update(message(1, 1, dice(2 ** 31), 0, 10, 1 + dice(1000), 0)),
    () => update(message(1, 1, dice(2 ** 31), 0, 9, 1, 'junk', 'guid', 118, 0, 0)),
    // What Yjs would stumble over halfway: broken UTF-8 and JSON, structs that wait for one another.
    () => update(message(1, 1, dice(2 ** 31), 0, 4, 1, 'junk', randomBytes(1 + dice(40)), 0)),
    () =>
      update(message(1, 1, dice(2 ** 31), 0, 6, 1, 'junk', 'bold', pick(['{', '', 'nul', '"\\x"'], '}'), 0)),
    () => update(message(1, 1, dice(2 ** 31), 0, 8, 1, 'junk', 1, 119, randomBytes(4), 0)),
    () => update(message(2, 1, 5, 0, [0x84], 6, 0, 'x', 1, 6, 0, [0x84], 5, 0, 'y', 0)),
    // Presence.
    () => awareness(...Array.from({ length: 300 }, () => [dice(2 ** 31), 1, { n: dice(9) }] as const)),
    () => awareness([pick(victims, 1), huge(), { name: 'forged' }], [pick(victims, 1), huge(), null]),
    () => awareness([1, 1, 'x'.repeat(20_000)]),
    () => message(1, message(1, 1, 1, '['.repeat(5000))),
    () => message(1, message(1, 1, 1, '{"__proto__":{"polluted":true}}')),
    // Types that do not exist.
    () => message(pick([2, 4, 5, 99, 101, 127, 128, 2 ** 31], 4), randomBytes(dice(16))),
    () => message(0, 3 + dice(250), randomBytes(dice(16))),
    () => new Uint8Array(),
  ];
  return { harmless, honest, bad: () => pick(makers, honest)() };
}

/** A masked frame from a client; a mask of zeros leaves the payload as it is. */
export function clientFrame(payload: Uint8Array, opcode = 2): Buffer {
  const { length } = payload;
  const header =
    length < 126
      ? Buffer.from([0x80 | opcode, 0x80 | length])
      : length < 65_536
        ? Buffer.from([0x80 | opcode, 0xfe, length >> 8, length & 255])
        : Buffer.from([
            0x80 | opcode,
            0xff,
            0,
            0,
            0,
            0,
            length >> 24,
            (length >> 16) & 255,
            (length >> 8) & 255,
            length & 255,
          ]);
  return Buffer.concat([header, Buffer.alloc(4), payload]);
}

/** What is no WebSocket frame that a host may take. */
export function brokenFrame(dice: Dice): Buffer {
  switch (dice(7)) {
    case 0: // not masked
      return Buffer.from([0x82, 1, 3]);
    case 1: // 2^62 bytes are to follow
      return Buffer.from([0x82, 0xff, 0x40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    case 2: // just above the limit of 16 MiB
      return Buffer.from([0x82, 0xff, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0]);
    case 3: // reserved bits
      return Buffer.from([0xf2, 0x81, 0, 0, 0, 0, 3]);
    case 4: // text
      return clientFrame(Buffer.from('hello'), 1);
    case 5: // a ping that is too long
      return clientFrame(new Uint8Array(126), 9);
    default: // the middle of a message that never began
      return clientFrame(Buffer.from([3]), 0);
  }
}
