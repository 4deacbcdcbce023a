import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { submitContribution } from '../../../shared/contributions/contributions-room.ts';
import { orderOfWriting } from '../../../shared/contributions/order-of-writing.ts';
import { receiptSchema } from '../../../shared/contributions/receipt.ts';
import { compareTaken, orderAfter, type Taken } from '../../../shared/contributions/voices-order.ts';
import { contributionId } from '../../../shared/ids/ids.ts';
import { sharedTypes } from '../../../shared/rooms/rooms.ts';
import { statement } from '../../support/arbitrary-contribution.ts';

const NOON = '2019-05-01T12:00:00Z';

function taken(id: string, receivedAt: string, order?: number, submittedAt = NOON): Taken {
  const receipt = { receivedAt, ...(order !== undefined && { order }) };
  return { record: { id: contributionId(id), submittedAt }, receipt };
}

const idsOf = (list: readonly Taken[]) => list.toSorted(compareTaken).map(({ record }) => record.id);

describe('the order in which the host took what was said', () => {
  it('CON21: goes by number, whatever clocks said', () => {
    const list = [
      taken('c3', '2018-01-01T00:00:00Z', 12),
      taken('c1', NOON, 10, '2030-01-01T00:00:00Z'),
      taken('c2', NOON, 11),
    ];
    expect(idsOf(list)).toEqual(['c1', 'c2', 'c3']);
  });

  it('CON21: what has no number, because it is older than numbers, comes first, by time, then author’s time, then id', () => {
    const list = [
      taken('new', '2018-01-01T00:00:00Z', 1),
      taken('b', NOON),
      taken('a', NOON),
      taken('c', NOON, undefined, '2019-05-01T11:59:00Z'),
      taken('d', '2019-05-01T11:00:00Z'),
    ];
    expect(idsOf(list)).toEqual(['d', 'c', 'a', 'b', 'new']);
  });

  it('CON21: is one order, however the list came', () => {
    const one = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      at: fc.constantFrom(NOON, '2019-05-01T12:00:01Z'),
      order: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    });
    const lists = fc.uniqueArray(one, { selector: ({ id }) => id, maxLength: 6 });
    fc.assert(
      fc.property(lists, fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), (list, keys) => {
        const made = list.map(({ id, at, order }) => taken(id, at, order));
        const shuffled = made
          .map((value, index) => ({ value, key: keys[index] ?? 0 }))
          .sort((left, right) => left.key - right.key)
          .map(({ value }) => value);
        expect(idsOf(shuffled)).toEqual(idsOf(made));
      }),
      { seed: 21 },
    );
  });

  it('CON22: a number is greater than all before it, and follows the clock where that goes forward', () => {
    expect(orderAfter(0, 0, NOON)).toBe(Date.parse(NOON) + 1);
    expect(orderAfter(Date.parse(NOON) + 1, 0, NOON)).toBe(Date.parse(NOON) + 2);
    expect(orderAfter(Date.parse(NOON) + 7, 3, '2018-05-01T12:00:00Z')).toBe(Date.parse(NOON) + 11);
    const order = orderAfter(0, 0, '9999-12-31T23:59:59Z');
    expect(receiptSchema.parse({ receivedAt: NOON, order })).toEqual({ receivedAt: NOON, order });
    expect(receiptSchema.safeParse({ receivedAt: NOON, order: 0 }).success).toBe(false);
    expect(receiptSchema.parse({ receivedAt: NOON })).toEqual({ receivedAt: NOON });
  });
});

describe('the order in which delegates wrote', () => {
  /** Two windows of one institution; the greater client id comes first in a stored document. */
  function windows() {
    const [one, other] = [new Doc(), new Doc()];
    [one.clientID, other.clientID] = [1, 2];
    const write = (doc: Doc, id: string, submittedAt: string) =>
      submitContribution(doc, statement(id, { submittedAt }));
    const merged = (): Doc => {
      const doc = new Doc();
      for (const part of [one, other]) applyUpdate(doc, encodeStateAsUpdate(part));
      return doc;
    };
    return { one, other, write, merged };
  }

  it('CON23: of one window is that of its writes, within a second and when its clock was set back', () => {
    const { one, write, merged } = windows();
    write(one, 'z', '2031-05-01T12:00:00Z');
    write(one, 'm', NOON);
    write(one, 'a', NOON);
    expect(orderOfWriting(merged())).toEqual(['z', 'm', 'a']);
  });

  it('CON23: of several windows is that of their clocks', () => {
    const { one, other, write, merged } = windows();
    write(other, 'late', '2019-05-01T12:00:09Z');
    write(one, 'early', '2019-05-01T12:00:01Z');
    write(one, 'later', '2019-05-01T12:00:10Z');
    expect(orderOfWriting(merged())).toEqual(['early', 'late', 'later']);
  });

  it('CON23: leaves out what was deleted, and bears what is no contribution', () => {
    const doc = new Doc();
    const submitted = doc.getMap<unknown>(sharedTypes.contributions.submitted);
    for (const value of ['text', null, 7, { submittedAt: 3 }, {}]) {
      submitted.set(`c${String(submitted.size)}`, value);
    }
    submitted.delete('c0');
    expect(orderOfWriting(doc)).toEqual(['c1', 'c2', 'c3', 'c4']);
  });
});
