import fc from 'fast-check';
import { expect, it } from 'vitest';
import { momentsToDrop } from '../../../../electron/host/history/retention.ts';
import { momentCauses } from '../../../../shared/history/moment.ts';

const now = '2024-06-30T12:00:00Z';
const HOUR = 3_600_000;

it('HIS4: the last 30 days stay, and of older days the last moment and what was frozen', () => {
  const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 24 * 90 }), fc.constantFrom(...momentCauses)));
  fc.assert(
    fc.property(some, (drawn) => {
      const moments = drawn
        .toSorted(([a], [b]) => b - a)
        .map(([hoursAgo, cause], index) => ({
          id: index + 1,
          to: new Date(Date.parse(now) - hoursAgo * HOUR).toISOString(),
          cause,
        }));
      const dropped = new Set(momentsToDrop(moments, now));
      const kept = moments.filter(({ id }) => !dropped.has(id));
      const day = (one: { readonly to: string }): string => one.to.slice(0, 10);
      for (const moment of moments) {
        const age = Date.parse(now) - Date.parse(moment.to);
        if (age <= 30 * 24 * HOUR || moment.cause === 'freeze') expect(kept).toContain(moment);
        // Every day with a moment keeps its last one.
        expect(kept).toContain(moments.findLast((other) => day(other) === day(moment)));
      }
      const old = kept.filter(
        ({ to, cause }) => Date.parse(now) - Date.parse(to) > 30 * 24 * HOUR && cause !== 'freeze',
      );
      expect(new Set(old.map(day)).size).toBe(old.length);
      expect(momentsToDrop(kept, now)).toEqual([]);
    }),
  );
});
