import { expect, test } from 'vitest';
import { placeOfCaret } from '../../../../renderer/features/print-preview/caret-place.ts';
import type { PageText } from '../../../../renderer/features/print-preview/page-text.ts';
import { placeAgain, readingPlace } from '../../../../renderer/features/print-preview/reading-place.ts';

const size = { width: 600, height: 800 };
const lines: readonly (readonly [top: number, text: string])[][] = [
  [
    [100, '1 Miteinander'],
    [120, 'Wir hören einander zu und lernen vonein-'],
  ],
  [
    [100, 'L1'],
    [100, 'Wir hören einander zu und ler'],
    [100, '-'],
    [120, 'nen.³ Jeden Tag gemeinsam ohne Furcht.'],
  ],
  [
    [100, '2 Wohnen'],
    [130, 'T1'],
    [130, 'Alle wohnen gut.'],
  ],
];
const pages = {
  sizes: [size, size, size],
  parts: new Map([
    ['field', { page: 1, top: 60 }],
    ['chapter', { page: 0, top: 90 }],
    ['next', { page: 2, top: 95 }],
  ]),
  text: (page: number) =>
    Promise.resolve({
      words: (lines[page] ?? []).map(([top, text]) => ({ top, text })),
    } as unknown as PageText),
};

test('the caret is found by the words of its paragraph, within its own part and over divided words and marks', async () => {
  const words = 'Wir hören einander zu und lernen. Jeden Tag gemeinsam ohne Furcht.';
  expect(await placeOfCaret(pages, { around: ['goal', 'field', 'chapter'], words })).toEqual({
    page: 1,
    top: 100,
  });
  expect(
    await placeOfCaret(pages, {
      around: ['chapter'],
      words: 'Wir hören einander zu und lernen voneinander.',
    }),
  ).toEqual({ page: 0, top: 120 });
  // What cannot be found whole is found by what follows.
  const changed = 'Hier wurde eben erst geschrieben: jeden Tag gemeinsam ohne Furcht.';
  expect(await placeOfCaret(pages, { around: ['field'], words: changed })).toEqual({ page: 1, top: 120 });
});

test('the caret stands at its part where the pages do not have its words, and nowhere without one', async () => {
  const at = (around: readonly string[], words: string) => placeOfCaret(pages, { around, words });
  expect(await at(['new', 'next'], 'Ganz neu geschrieben.')).toEqual({ page: 2, top: 95 });
  expect(await at(['next'], '')).toEqual({ page: 2, top: 95 });
  expect(await at(['gone'], 'Alle wohnen gut.')).toBeNull();
});

test('a place is found again in pages whose parts have moved, and is lost with its part', () => {
  const place = readingPlace(pages, { page: 2, top: 20 });
  expect(place).toEqual({ part: 'field', past: 760 });
  expect(placeAgain(pages, place)).toEqual({ page: 2, top: 20 });
  const moved = {
    ...pages,
    sizes: [...pages.sizes, size],
    parts: new Map([['field', { page: 2, top: 50 }]]),
  };
  expect(placeAgain(moved, place)).toEqual({ page: 3, top: 10 });
  expect(placeAgain({ ...pages, parts: new Map() }, place)).toBeNull();
  expect(placeAgain(pages, readingPlace(pages, { page: 0, top: 10 }))).toEqual({ page: 0, top: 10 });
});
