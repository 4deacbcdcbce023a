import fc from 'fast-check';
import { LevelFormat } from 'docx';
import { describe, expect, it } from 'vitest';
import {
  bulletPattern,
  createListRegistry,
  patternOf,
} from '../../../../../electron/host/export/docx/docx-lists.ts';
import { formatCounter } from '../../../../../shared/text/numbering.ts';

describe('patternOf', () => {
  it('DOX2: finds how a list is counted', () => {
    expect(patternOf(['a)', 'b)', 'c)'])).toEqual({
      format: LevelFormat.LOWER_LETTER,
      prefix: '',
      suffix: ')',
      start: 1,
    });
    expect(patternOf(['i)', 'ii)'])?.format).toBe(LevelFormat.LOWER_ROMAN);
    expect(patternOf(['i)'])?.format).toBe(LevelFormat.LOWER_ROMAN);
    expect(patternOf(['2.1.T2.1', '2.1.T2.2'])).toEqual({
      format: LevelFormat.DECIMAL,
      prefix: '2.1.T2.',
      suffix: '',
      start: 1,
    });
  });

  it('DOX2: finds none where Word would count otherwise', () => {
    const letters = Array.from({ length: 27 }, (_, index) => formatCounter(index + 1, 'lower-alpha'));
    expect(letters.at(-1)).toBe('aa');
    expect(patternOf(letters)).toBeNull();
    expect(patternOf(['a)', 'c)'])).toBeNull();
    expect(patternOf(['', ''])).toBeNull();
    expect(patternOf([])).toBeNull();
    expect(patternOf(['%1.1'])).toBeNull();
  });

  it('DOX2: a pattern always counts exactly the numbers it was found in', () => {
    const count = { [LevelFormat.DECIMAL]: 'decimal', [LevelFormat.LOWER_LETTER]: 'lower-alpha' } as const;
    fc.assert(
      fc.property(
        fc.constantFrom('decimal', 'lower-alpha', 'upper-alpha', 'lower-roman', 'upper-roman'),
        fc.string({ maxLength: 3 }),
        fc.string({ maxLength: 3 }),
        fc.integer({ min: 1, max: 30 }),
        (style, prefix, suffix, length) => {
          const numbers = Array.from(
            { length },
            (_, index) => prefix + formatCounter(index + 1, style) + suffix,
          );
          const pattern = patternOf(numbers);
          if (pattern?.format === LevelFormat.DECIMAL || pattern?.format === LevelFormat.LOWER_LETTER) {
            const counted = count[pattern.format];
            expect(
              numbers.map((_, index) => pattern.prefix + formatCounter(index + 1, counted) + pattern.suffix),
            ).toEqual(numbers);
          }
        },
      ),
      { seed: 20193, numRuns: 300 },
    );
  });
});

describe('createListRegistry', () => {
  it('DOX2: joins a list in a list, and begins anew where that level is taken', () => {
    const lists = createListRegistry();
    const outer = lists.begin(bulletPattern(0), 0, 400, null);
    const inner = lists.begin(bulletPattern(1), 1, 800, outer);
    const second = lists.begin(bulletPattern(1), 1, 800, outer);
    expect(inner).toEqual({ reference: outer.reference, level: 1 });
    expect(second.reference).not.toBe(outer.reference);
    expect(lists.definitions()).toHaveLength(2);
    expect(lists.definitions().every(({ levels }) => levels.length === 9)).toBe(true);
  });

  it('DOX2: keeps what is deeper than nine levels on the ninth', () => {
    expect(createListRegistry().begin(bulletPattern(12), 12, 400, null).level).toBe(8);
  });
});
