import { describe, expect, it } from 'vitest';
import { stateChart } from '../../../../renderer/features/overview/state-chart.ts';
import type { StateDay } from '../../../../shared/overview/state-history.ts';

const SIZE = { width: 100, height: 50 };
const on = (day: string, open: number, decided = 0): StateDay => ({
  day,
  counts: { open, decided, proposed: 0, deferred: 0, withdrawn: 0 },
});

describe('the chart of states', () => {
  it('draws what was decided below what is open, in steps, until today', () => {
    const chart = stateChart([on('2026-05-01', 4), on('2026-05-06', 2, 2)], '2026-05-10', SIZE);
    expect(chart.areas).toEqual([
      { state: 'decided', path: 'M0,50 50,50 L50,25 100,25 L100,50 50,50 L50,50 0,50Z' },
      { state: 'open', path: 'M0,0 50,0 L50,0 100,0 L100,25 50,25 L50,50 0,50Z' },
    ]);
    expect(chart.levels.map(({ count }) => count)).toEqual([0, 1, 2, 3, 4]);
    expect(chart.days[0]).toEqual({ day: '2026-05-01', x: 0 });
    expect(chart.days.at(-1)).toEqual({ day: '2026-05-10', x: 90 });
  });

  it('names few levels, whatever the number', () => {
    for (const count of [1, 3, 7, 12, 99, 101, 10_600]) {
      const { levels } = stateChart([on('2026-05-01', count)], '2026-05-01', SIZE);
      expect(levels.length).toBeLessThanOrEqual(7);
      expect(levels.at(-1)?.count).toBeGreaterThanOrEqual(count);
      expect(levels.every((level) => Number.isInteger(level.count))).toBe(true);
    }
  });

  it('is empty where nothing came in, and no wider than a day where all came today', () => {
    expect(stateChart([], '2026-05-01', SIZE).areas).toEqual([]);
    expect(stateChart([on('2026-05-01', 1)], '2026-05-01', SIZE).days).toEqual([{ day: '2026-05-01', x: 0 }]);
  });
});
