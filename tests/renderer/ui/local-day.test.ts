import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { daysBetween, endOfDay, localDay, startOfDay } from '../../../renderer/ui/local-day.ts';

const before = process.env['TZ'];

describe('days where the person is', () => {
  beforeEach(() => {
    process.env['TZ'] = 'Europe/Berlin';
  });
  afterEach(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  it('begin and end at local midnight, in summer and in winter', () => {
    expect(startOfDay('2026-06-30')).toBe('2026-06-29T22:00:00Z');
    expect(endOfDay('2026-06-30')).toBe('2026-06-30T21:59:59Z');
    expect(endOfDay('2026-12-01')).toBe('2026-12-01T22:59:59Z');
    expect(localDay(new Date('2026-06-30T21:59:59Z'))).toBe('2026-06-30');
    expect(localDay(new Date('2026-06-30T22:00:00Z'))).toBe('2026-07-01');
  });

  it('are none where no calendar has them', () => {
    for (const day of ['', '2026-02-30', '2026-13-01', '30.06.2026', '0026-01-01']) {
      expect([day, endOfDay(day)]).toEqual([day, null]);
    }
  });

  it('are counted by midnights, over the change of the clock too', () => {
    const at = (instant: string) => new Date(instant);
    expect(daysBetween(at('2026-06-30T05:00:00Z'), at('2026-06-30T21:59:59Z'))).toBe(0);
    expect(daysBetween(at('2026-06-29T21:59:00Z'), at('2026-06-29T22:01:00Z'))).toBe(1);
    expect(daysBetween(at('2026-10-24T10:00:00Z'), at('2026-10-26T22:59:59Z'))).toBe(2);
    expect(daysBetween(at('2026-07-02T10:00:00Z'), at('2026-06-30T10:00:00Z'))).toBe(-2);
  });
});
