import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyUpdate,
  decodeUpdate,
  Doc,
  encodeStateAsUpdate,
  encodeStateVector,
  XmlElement,
  XmlText,
} from 'yjs';
import { InvalidMessage, MessageTooLarge } from '../../../../electron/host/sync/byte-reader.ts';
import { judgeUpdate } from '../../../../electron/host/sync/judge-update.ts';
import { scanUpdate } from '../../../../electron/host/sync/scan-update.ts';
import { message, type MessagePart } from './raw-client.ts';

const SEED = 2014;
const MANY = 100_000;

/** Edits of every kind of content, at places that numbers choose. */
const edits = fc.array(fc.tuple(fc.nat(7), fc.nat(1000), fc.string({ maxLength: 6, unit: 'grapheme' })), {
  maxLength: 25,
});
type Edits = readonly (readonly [kind: number, place: number, text: string])[];

function edit(doc: Doc, steps: Edits): void {
  const text = doc.getText('t');
  const fragment = doc.getXmlFragment('x');
  for (const [kind, place, word] of steps) {
    const at = place % (text.length + 1);
    if (kind === 0) text.insert(at, `${word}ä😀`);
    else if (kind === 1) text.delete(at, Math.min(3, text.length - at));
    else if (kind === 2) text.format(0, text.length, { bold: { deep: [word] } });
    else if (kind === 3) text.insertEmbed(at, { word });
    else if (kind === 4) fragment.insert(0, [new XmlElement('goal'), new XmlText(word)]);
    else if (kind === 5) doc.getMap('m').set(word, { a: [1, 1.5, null, true, word], b: new Uint8Array(3) });
    else if (kind === 6) doc.getArray('l').insert(0, [word, place, -place, new Uint8Array([1])]);
    else if (fragment.length > 0) fragment.delete(0, 1);
  }
}

function docWith(client: number, steps: Edits): Doc {
  const doc = new Doc();
  doc.clientID = client;
  edit(doc, steps);
  return doc;
}

describe('scanning', () => {
  it('SYN18: finds in every update of Yjs the clocks and deletions that Yjs finds', () => {
    fc.assert(
      fc.property(edits, edits, (first, second) => {
        const doc = docWith(1, first);
        applyUpdate(doc, encodeStateAsUpdate(docWith(2, second)));
        const update = encodeStateAsUpdate(doc);
        const { structs, ds } = decodeUpdate(update);
        const ends = new Map<number, number>();
        for (const { id, length } of structs) ends.set(id.client, id.clock + length);
        const scan = scanUpdate(update, MANY);
        expect(new Map(scan.runs.map(({ client, end }) => [client, end]))).toEqual(ends);
        expect(scan.deletes).toHaveLength([...ds.clients.values()].flat().length);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('SYN18: tells news, gaps and what is known as applying would', () => {
    fc.assert(
      fc.property(edits, edits, (first, second) => {
        const room = docWith(1, first);
        const author = new Doc();
        author.clientID = 2;
        applyUpdate(author, encodeStateAsUpdate(room));
        const updates: Uint8Array[] = [];
        author.on('update', (update: Uint8Array) => updates.push(update));
        edit(author, second);
        for (const update of updates) {
          const before = encodeStateAsUpdate(room);
          const { hasGap, hasNews } = judgeUpdate(scanUpdate(update, MANY), room);
          applyUpdate(room, update);
          expect(hasGap).toBe(false);
          expect(room.store.pendingStructs).toBeNull();
          expect(hasNews).toBe(!Buffer.from(before).equals(encodeStateAsUpdate(room)));
          expect(judgeUpdate(scanUpdate(update, MANY), room)).toMatchObject({
            hasGap: false,
            hasNews: false,
          });
        }
        const [last] = updates.slice(-1);
        if (last === undefined || updates.length < 2) return;
        const empty = new Doc();
        const judged = judgeUpdate(scanUpdate(last, MANY), empty);
        applyUpdate(empty, last);
        expect(judged.hasGap).toBe(empty.store.pendingStructs !== null || empty.store.pendingDs !== null);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('SYN18: what it lets through of bent updates never damages a room', () => {
    let passed = 0;
    fc.assert(
      fc.property(edits, fc.nat(5000), fc.nat(255), fc.boolean(), (steps, place, byte, cut) => {
        const whole = encodeStateAsUpdate(docWith(1, steps));
        const bent = cut ? whole.slice(0, place % whole.length) : Uint8Array.from(whole);
        if (bent.length > 0) bent[place % bent.length] = byte;
        const room = docWith(3, [[0, 0, 'da']]);
        try {
          const { hasGap, hasCircle } = judgeUpdate(scanUpdate(bent, MANY), room);
          if (hasGap || hasCircle) return;
        } catch (error) {
          if (error instanceof InvalidMessage || error instanceof MessageTooLarge) return;
          throw error;
        }
        passed += 1;
        applyUpdate(room, bent);
        expect(room.store.pendingStructs).toBeNull();
        const copy = new Doc();
        applyUpdate(copy, encodeStateAsUpdate(room));
        expect(encodeStateVector(copy)).toEqual(encodeStateVector(room));
      }),
      { seed: SEED, numRuns: 3000 },
    );
    expect(passed).toBeGreaterThan(100);
  });

  it('SYN18: refuses broken UTF-8 and JSON wherever Yjs would decode them', () => {
    const bad = Uint8Array.of(0xff);
    const lone = Uint8Array.of(0xed, 0xa0, 0x80);
    // 1 struct, client, clock, then info and parent (root "t" unless said otherwise), content; no deletions.
    const one = (...parts: readonly MessagePart[]) => message(1, 1, 5, 0, ...parts, 0);
    const root = [1, 't'] as const;
    const broken: Readonly<Record<string, Uint8Array>> = {
      text: one(4, ...root, bad),
      'a lone surrogate': one(4, ...root, lone),
      'the name of a root': one(4, 1, bad, 'x'),
      'a key': one(4 | 32, ...root, bad, 'x'),
      'the name of an element': one(7, ...root, 3, bad),
      'the key of a format': one(6, ...root, bad, 'null'),
      'the value of a format': one(6, ...root, 'bold', '{'),
      'an embed': one(5, ...root, 'undefined'),
      'an embed that is no text': one(5, ...root, bad),
      'an old value': one(2, ...root, 1, '[1,'),
      'a value': one(8, ...root, 1, ...[119, bad]),
      'the key of a value': one(8, ...root, 1, ...[118, 1, bad, 126]),
      'an integer that never ends': one(
        8,
        ...root,
        1,
        125,
        ...Array.from({ length: 12 }, () => [0xff] as const),
        1,
      ),
    };
    for (const [name, update] of Object.entries(broken)) {
      expect(() => scanUpdate(update, MANY), name).toThrow(InvalidMessage);
      expect(() => applyUpdate(new Doc(), update), name).toThrow();
    }
    scanUpdate(one(2, ...root, 1, 'undefined'), MANY);
  });

  it('SYN18: finds structs that wait for one another in a circle, and only those', () => {
    const references = fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3), fc.nat(3)), { maxLength: 12 });
    let circles = 0;
    fc.assert(
      fc.property(references, (drawn) => {
        const origins = new Map(drawn.map(([client, clock, on, at]) => [client * 4 + clock, { on, at }]));
        const update = message(
          4,
          ...[0, 1, 2, 3].flatMap((client) => [
            ...[4, client + 1, 0],
            ...[0, 1, 2, 3].flatMap((clock) => {
              const origin = origins.get(client * 4 + clock);
              const isOwn = origin === undefined || origin.on === client;
              return isOwn ? [4, 1, 't', 'x'] : [[0x84] as const, origin.on + 1, origin.at, 'x'];
            }),
          ]),
          0,
        );
        const doc = new Doc();
        const { hasCircle, hasGap } = judgeUpdate(scanUpdate(update, MANY), doc);
        applyUpdate(doc, update);
        expect(hasGap).toBe(false);
        expect(hasCircle).toBe(doc.store.pendingStructs !== null);
        if (hasCircle) circles += 1;
      }),
      { seed: SEED, numRuns: 2000 },
    );
    expect(circles).toBeGreaterThan(100);
  });

  it('SYN18: costs no more than its bytes, whatever counts it claims', () => {
    const claims = Uint8Array.of(1, 255, 255, 255, 255, 15, 5, 0, 0, 1);
    expect(() => scanUpdate(claims, MANY)).toThrow(MessageTooLarge);
    expect(() => scanUpdate(claims, 2 ** 40)).toThrow(InvalidMessage);
  });
});
