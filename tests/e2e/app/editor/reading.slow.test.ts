import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { listVoices } from '../../../../shared/contributions/voices-room.ts';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import { openRound } from '../../../support/app/open-round.ts';
import {
  draftOf,
  expectNoFaults,
  goToGoal,
  openGuest,
  sampleHost,
  textOf,
} from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

const selectedIn = (page: Page) => page.evaluate(() => getSelection()?.toString() ?? '');

/** Where the caret is drawn, in the window. */
async function caretOf(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const box = await page.locator('.reading-caret').boundingBox();
  if (box === null) throw new Error('no caret');
  return box;
}

/** How many letters of the text stand before the caret; -1 where it is elsewhere. */
const placeIn = (page: Page) =>
  page.evaluate(() => {
    const { focusNode, focusOffset } = getSelection() ?? {};
    const text = document.querySelector('.leitbild-text');
    if (!focusNode || !text?.contains(focusNode)) return -1;
    const range = document.createRange();
    range.setStart(text, 0);
    range.setEnd(focusNode, focusOffset ?? 0);
    return range.toString().length;
  });

it('EDT23: a delegate selects words by keyboard alone and comments on them; the text stays as it is', async () => {
  const host = await sampleHost();
  openRound(host);
  const before = draftOf(host).document;
  const anna = await openGuest(browser, host, 'delegate', 'Anna');
  const { page } = anna;
  const goal = await goToGoal(page);
  const words = await page.locator(`.leitbild-text [data-id="${goal}"] p`).first().innerText();
  expect(await textOf(page).evaluate((text) => text === document.activeElement)).toBe(true);

  const start = await caretOf(page);
  await page.keyboard.press('Control+ArrowRight');
  await expect.poll(async () => (await caretOf(page)).x).toBeGreaterThan(start.x + 5);
  await picture(page, 'reading-caret');
  await page.keyboard.press('Shift+Control+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowLeft');
  expect(await page.locator('.reading-caret').count()).toBe(0);
  const selected = (await selectedIn(page)).trim();
  expect(selected).toBe(words.split(' ')[1]);

  // What is typed changes nothing, and what is selected stays so.
  await page.keyboard.type('x');
  await page.keyboard.press('Delete');
  expect((await selectedIn(page)).trim()).toBe(selected);
  await picture(page, 'reading-selected');
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.keyboard.press('Alt+3');
  const panel = page.locator('#panel');
  await panel.locator(':focus').waitFor();
  await panel.getByRole('button', { name: 'Zur markierten Stelle schreiben' }).press('Enter');
  await panel.getByLabel('Anmerkung', { exact: true }).fill('Dieses Wort.');
  await panel.getByRole('button', { name: 'Einreichen', exact: true }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Einreichen' }).press('Enter');
  await panel.getByText(/Eingegangen am/).waitFor();
  expect(host.rooms.read('voices', listVoices).map(({ record }) => record)).toMatchObject([
    { anchor: { on: 'passage', quote: expect.stringContaining(selected) as string }, body: 'Dieses Wort.' },
  ]);
  expect(draftOf(host).document).toEqual(before);
  expectNoFaults(anna);
});

it('EDT23: arrows, Home and End lead through all of a text that may only be read, and never out of it', async () => {
  const host = await sampleHost();
  const rita = await openGuest(browser, host, 'reader', 'Rita');
  const { page } = rita;
  await goToGoal(page, 2);
  const first = await caretOf(page);
  const begin = await placeIn(page);
  await page.keyboard.press('End');
  const end = await caretOf(page);
  expect(end.x).toBeGreaterThan(first.x + 50);
  await page.keyboard.press('Home');
  expect((await caretOf(page)).x).toBe(first.x);
  await page.keyboard.press('Shift+ArrowDown');
  expect((await selectedIn(page)).trim().length).toBeGreaterThan(5);
  await page.keyboard.press('ArrowLeft');
  expect(await placeIn(page)).toBe(begin);

  // The whole text, line by line: the caret gets on with each key, through numbers, footnotes and references.
  await page.keyboard.press('Control+Home');
  const places: number[] = [];
  for (let key = 0; key < 150; key += 1) {
    places.push(await placeIn(page));
    await page.keyboard.press('ArrowDown');
  }
  // Before and behind the mark of a footnote as many letters have passed.
  expect(places).toEqual([...places].sort((left, right) => left - right));
  expect(new Set(places).size).toBeGreaterThan(140);
  await page.keyboard.press('Control+End');
  const last = await placeIn(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  expect(await placeIn(page)).toBe(last);
  await page.keyboard.press('Shift+Control+Home');
  expect((await selectedIn(page)).length).toBeGreaterThan(2_000);

  // With the pointer there is no caret, and Tab leads out.
  await textOf(page).locator('p').last().click();
  expect(await page.locator('.reading-caret').count()).toBe(0);
  await page.keyboard.press('ArrowLeft');
  expect(await page.locator('.reading-caret').count()).toBe(1);
  expectNoFaults(rita);
});
