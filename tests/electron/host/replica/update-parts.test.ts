import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyUpdate,
  Doc,
  encodeStateAsUpdate,
  encodeStateVector,
  equalSnapshots,
  snapshot,
  Text,
} from 'yjs';
import { partsOf, type PartLimits } from '../../../../electron/host/replica/update-parts.ts';
import { judgeUpdate } from '../../../../electron/host/sync/judge-update.ts';
import { scanUpdate } from '../../../../electron/host/sync/scan-update.ts';

const SEED = 4711;
const tiny: PartLimits = { bytes: 40, structs: 5, clients: 2, deletedRanges: 3 };

/** Who does what where; `peer` of `peers` writes, deletes, or takes over all that another one has. */
const step = fc.record({
  peer: fc.nat(4),
  kind: fc.constantFrom('insert', 'insert', 'delete', 'set', 'nest', 'merge'),
  at: fc.nat(1000),
  other: fc.nat(4),
});
interface Step {
  readonly peer: number;
  readonly kind: string;
  readonly at: number;
  readonly other: number;
}

/** What came of it: all updates of the first peer, in order, and its document. */
function play(steps: readonly Step[]): { readonly doc: Doc; readonly updates: readonly Uint8Array[] } {
  const docs = Array.from({ length: 5 }, (_, index) => {
    const doc = new Doc();
    doc.clientID = index + 1;
    return doc;
  });
  const [first = new Doc()] = docs;
  const updates: Uint8Array[] = [];
  first.on('update', (update: Uint8Array) => updates.push(update));
  for (const { peer, kind, at, other } of steps) {
    const doc = docs[peer] ?? first;
    const [text, map] = [doc.getText('t'), doc.getMap<unknown>('m')];
    if (kind === 'insert') text.insert(at % (text.length + 1), `${String(at)}ü`);
    else if (kind === 'delete' && text.length > 0) {
      const from = at % text.length;
      text.delete(from, Math.min(3, text.length - from));
    } else if (kind === 'set') map.set(String(at % 3), { at });
    else if (kind === 'nest') map.set(String(at % 3), new Text('x'));
    else applyUpdate(doc, encodeStateAsUpdate(docs[other] ?? first, encodeStateVector(doc)));
  }
  for (const doc of docs) applyUpdate(first, encodeStateAsUpdate(doc));
  return { doc: first, updates };
}

function applyAll(target: Doc, parts: Iterable<Uint8Array>): number {
  let count = 0;
  for (const part of parts) {
    expect(judgeUpdate(scanUpdate(part, 1000), target).hasGap).toBe(false);
    applyUpdate(target, part);
    expect(target.store.pendingStructs).toBeNull();
    expect(target.store.pendingDs).toBeNull();
    count += 1;
  }
  return count;
}

describe('updates in parts', () => {
  it('RPL3: each part can be applied by itself, and all together are the whole', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { doc, updates } = play(steps);
        for (const source of [[encodeStateAsUpdate(doc)], updates]) {
          const copy = new Doc();
          applyAll(copy, partsOf(source, tiny));
          expect(equalSnapshots(snapshot(copy), snapshot(doc))).toBe(true);
          expect(copy.getText('t').toJSON()).toBe(doc.getText('t').toJSON());
          expect(copy.getMap('m').toJSON()).toEqual(doc.getMap('m').toJSON());
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('RPL3: what another one has already is left out, as its state vector says', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.array(step, { maxLength: 30 }), (before, after) => {
        const copy = new Doc();
        applyUpdate(copy, encodeStateAsUpdate(play(before).doc));
        const { doc } = play([...before, ...after]);
        applyAll(copy, partsOf([encodeStateAsUpdate(doc, encodeStateVector(copy))], tiny));
        expect(copy.getText('t').toJSON()).toBe(doc.getText('t').toJSON());
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it('RPL3: nothing gives no part, and parts keep to their limits', () => {
    expect([...partsOf([encodeStateAsUpdate(new Doc())])]).toEqual([]);
    const doc = new Doc();
    for (let index = 0; index < 2000; index += 1) doc.getText('t').insert(0, 'abc');
    const parts = [...partsOf([encodeStateAsUpdate(doc)], { ...tiny, bytes: 1000, structs: 1000 })];
    expect(parts.length).toBeGreaterThan(10);
    for (const part of parts) expect(part.length).toBeLessThan(1100);
  });
});
