import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Doc } from 'yjs';
import { nodeId, type NodeId } from '../../../shared/ids/ids.ts';
import { parentsInRoom } from '../../../shared/rooms/text-parents.ts';
import { writeDocument } from '../../../shared/rooms/text-room.ts';
import { isOpenPlace, parentsIn } from '../../../shared/rounds/open-places.ts';
import { isIdentified, walk } from '../../../shared/schema/walk.ts';
import { passage } from '../../support/arbitrary-contribution.ts';
import { arbitraryDocument } from '../../support/arbitrary-document.ts';
import { realisticDocument } from '../../support/realistic-document.ts';

const anchorOn = (id: NodeId) => ({ on: 'node', nodeId: id, quote: '', textHash: passage.textHash }) as const;

it('RND8: a node is open exactly where it or something around it is, in any document', () => {
  let open = 0;
  fc.assert(
    fc.property(arbitraryDocument(), fc.nat(), (document, seed) => {
      const families: (readonly [NodeId, readonly NodeId[]])[] = [];
      walk(document, (node, ancestors) => {
        if (!isIdentified(node)) return;
        families.push([node.attrs.id, ancestors.filter(isIdentified).map(({ attrs }) => attrs.id)]);
      });
      const places = families.flatMap(([id], index) => ((seed + index) % 5 === 0 ? [id] : []));
      const parents = parentsIn(document);
      for (const [id, around] of families) {
        const expected = [id, ...around].some((one) => places.includes(one));
        expect([id, isOpenPlace(places, anchorOn(id), [() => parents])]).toEqual([id, expected]);
        if (expected) open += 1;
      }
    }),
    { seed: 8, numRuns: 100 },
  );
  expect(open).toBeGreaterThan(100);
});

it('RND8: the room says of its nodes what its document says', () => {
  const document = realisticDocument();
  const room = new Doc();
  writeDocument(room, document);
  expect(new Map(parentsInRoom(room))).toEqual(new Map(parentsIn(document)));
});

it('RND8: the texts are asked one after the other, and not where nothing depends on them', () => {
  const asked: string[] = [];
  const text = (name: string, parents: readonly (readonly [NodeId, NodeId | null])[]) => () => {
    asked.push(name);
    return new Map(parents);
  };
  const [a, b] = [nodeId('a'), nodeId('b')];
  const texts = [text('base', [[a, null]]), text('draft', [[a, b]])];
  expect(isOpenPlace('all', { on: 'document' }, texts)).toBe(true);
  expect(isOpenPlace([a], { on: 'document' }, texts)).toBe(false);
  expect(isOpenPlace([a], anchorOn(a), texts)).toBe(true);
  expect(asked).toEqual([]);
  expect(isOpenPlace([b], anchorOn(a), texts)).toBe(true);
  expect(asked).toEqual(['base', 'draft']);
  expect(isOpenPlace([b], anchorOn(nodeId('c')), texts)).toBe(false);
  expect(isOpenPlace([], anchorOn(a), texts)).toBe(false);
});
