import { expect, test } from 'vitest';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import { expectNoFaults, openWindow, sampleHost, textOf } from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

test('pages open where somebody writes, are words and not pictures only, and their links lead on', async () => {
  const window = await openWindow(browser, await sampleHost());
  const { page } = window;
  const goal = textOf(page).getByText('Wer Diskriminierung erlebt, findet in Ellernfurt Menschen');
  await goal.first().click();
  await page.keyboard.press('Control+p');
  const preview = page.getByRole('region', { name: 'Druckvorschau' });
  const number = preview.getByRole('textbox', { name: 'Seite', exact: true });
  await expect.poll(() => number.inputValue()).toBe('12');
  const sheet = (at: number) => preview.getByRole('group', { name: `Seite ${at} von 21`, exact: true });
  await sheet(12).locator('canvas').waitFor();

  // As it is read aloud: headings of their level, words in their order.
  await sheet(12)
    .getByRole('heading', { level: 2, name: /^6\.1\s+Übergreifende Ziele/ })
    .waitFor();
  const said = await sheet(12).innerText();
  const order = [
    'Unsere Ziele für das',
    'Leitziele',
    'In Ellernfurt entscheidet',
    'Wer Diskriminierung erlebt',
  ];
  const places = order.map((words) => said.indexOf(words));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual(places.toSorted((one, other) => one - other));

  // Words lie where they are printed, to be selected.
  const words = sheet(12).getByText('aus ihm werden kann.');
  const box = await words.boundingBox();
  expect(box?.height).toBeGreaterThan(5);
  await words.click({ clickCount: 3 });
  await expect
    .poll(() => page.evaluate(() => document.getSelection()?.toString() ?? ''))
    .toContain('aus ihm werden kann.');
  // Pages far away hold their words too, for who searches.
  await sheet(21).getByText('Beteiligte Institutionen').first().waitFor({ state: 'attached' });

  await number.fill('3');
  const entry = sheet(3).getByRole('link', { name: '6.5 Gesundheit und Pflege 17' });
  await entry.press('Enter');
  await expect.poll(() => number.inputValue()).toBe('17');
  expect(await preview.getByRole('region', { name: 'Seiten' }).evaluate((all) => all.matches(':focus'))).toBe(
    true,
  );
  await preview.getByRole('button', { name: 'Seite zeigen, an der Sie schreiben' }).press('Enter');
  await expect.poll(() => number.inputValue()).toBe('12');
  await picture(page, 'preview-words');
  expect(await accessibilityFaults(page)).toEqual([]);
  expectNoFaults(window);
});

test('the place that is looked at stays where it is in the text, whatever is written before it', async () => {
  const window = await openWindow(browser, await sampleHost());
  const { page } = window;
  await page.keyboard.press('Control+p');
  const preview = page.getByRole('region', { name: 'Druckvorschau' });
  await preview.getByText('auf dem neuesten Stand').waitFor();
  await preview.getByRole('combobox', { name: 'Gehe zu' }).press('Enter');
  await page.getByRole('option', { name: /^\s*6\.3 / }).click();
  const heading = preview.getByRole('heading', { name: /^6\.3\s+Bildung und Sprachen/ });
  const topOf = async () => (await heading.locator('[role="presentation"]').first().boundingBox())?.y ?? -1;
  await expect.poll(topOf).toBeGreaterThan(0);
  const before = await topOf();
  const pages = () => preview.locator('[data-page]').count();
  const count = await pages();

  // A foreword that grows by more than a page moves everything behind it to other pages.
  await textOf(page).locator('p').first().click();
  await page.keyboard.press('End');
  await page.keyboard.insertText(' Das ist neu und steht hier.'.repeat(160));
  await expect.poll(pages).toBeGreaterThan(count);
  await expect.poll(topOf).toBeGreaterThan(before - 3);
  expect(await topOf()).toBeLessThan(before + 3);
  expectNoFaults(window);
});
