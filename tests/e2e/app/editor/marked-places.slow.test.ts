import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Harness } from '../../../support/editor/harness.ts';
import { createTextTester, type TextTester } from '../../../support/editor/text-tester.ts';

declare const window: { harness: Harness };

let tester: TextTester;

beforeAll(async () => {
  tester = await createTextTester();
});
afterAll(() => tester.close());

/** How many places are marked in the first and in the last text that is marked at all. */
const atEnds = (): Promise<readonly number[]> =>
  tester.page.evaluate(() => {
    const texts = [...document.querySelectorAll('.leitbild-text p')].filter(
      (text) => text.textContent.length > 5,
    );
    return [texts[0], texts.at(-1)].map((text) => text?.querySelectorAll('.marked-place').length ?? -1);
  });

it('marks what is near the window, and what comes there', async () => {
  await tester.open();
  await tester.page.evaluate(() => {
    const editor = window.harness.editor();
    const places: { from: number; to: number }[] = [];
    editor.tiptap.state.doc.descendants((node, at) => {
      if (node.isText && node.nodeSize > 5) places.push({ from: at, to: at + 5 });
    });
    editor.markPlaces(places);
  });
  await expect.poll(atEnds).toEqual([1, 0]);
  await tester.page.evaluate(() =>
    document.querySelector('.leitbild-text')?.scrollIntoView({ block: 'end' }),
  );
  await expect.poll(async () => (await atEnds())[1]).toBe(1);
  await tester.page.evaluate(() => document.querySelector('.leitbild-text')?.scrollIntoView());
  await expect.poll(atEnds).toEqual([1, 0]);
  expect(tester.faults).toEqual([]);
});
