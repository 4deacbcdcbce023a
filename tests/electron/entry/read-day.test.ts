import { describe, expect, it } from 'vitest';
import { readDay } from '../../../electron/entry/read-day.ts';
import { AppFailure } from '../../../shared/errors/errors.ts';

describe('readDay', () => {
  it.each([
    ['11.12.2019', '2019-12-11'],
    ['1.2.2019', '2019-02-01'],
    ['29.02.2020', '2020-02-29'],
    ['2019-12-11', '2019-12-11'],
    [' 2019-12-11 ', '2019-12-11'],
  ])('reads %j', (text, day) => {
    expect(readDay(text, '--adopted-on')).toBe(day);
  });

  it.each([
    '',
    'gestern',
    '31.02.2019',
    '29.02.2019',
    '2019-13-01',
    '11.12.19',
    '12/11/2019',
    '2019-12-11T00:00:00Z',
  ])('refuses %j', (text) => {
    expect(() => readDay(text, '--adopted-on')).toThrow(AppFailure);
  });
});
