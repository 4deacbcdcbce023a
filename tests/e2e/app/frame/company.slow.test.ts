import { expect, it } from 'vitest';
import { windowUrl } from '../../../support/app/app-host.ts';
import { browserOfFile, openPage } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import {
  expectNoFaults,
  named,
  openGuest,
  openWindow,
  outlineOf,
  sampleHost,
  textOf,
} from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

it('asks for a name only when others can be here', async () => {
  const host = await sampleHost();
  const alone = await openPage(browser, windowUrl(host));
  await textOf(alone.page).waitFor();
  await outlineOf(alone.page).locator('[data-type="goal"]').first().waitFor();
  const question = alone.page.getByRole('heading', { name: 'Wie heißen Sie?' });
  expect(await question.count()).toBe(0);
  const ben = await openGuest(browser, host, 'editor', '', { storageState: { cookies: [], origins: [] } });
  await ben.page.getByRole('heading', { name: 'Wie heißen Sie?' }).waitFor();
  await question.waitFor();
  await picture(alone.page, 'name-question');
  expectNoFaults(alone, ben);
});

it('tells somebody whose tab knows nobody that they are signed out, and not that they mistyped', async () => {
  const host = await sampleHost();
  const { page } = await openPage(browser, `${host.url}/`);
  await page.getByText('Sie sind in diesem Fenster abgemeldet').waitFor();
  await picture(page, 'signed-out');
  expect(await accessibilityFaults(page)).toEqual([]);
  const mistyped = await openPage(browser, `${host.url}/join#token=abc`);
  await mistyped.page.getByText('Dieser Link führt nirgendwohin').waitFor();
});

it('says that nobody sees what is projected while no projector is open, and opens one', async () => {
  const host = await sampleHost();
  const mia = await openWindow(browser, host);
  const { page } = mia;
  await outlineOf(page).locator('[data-type="goal"]').first().press('Enter');
  await page.getByRole('button', { name: 'Auf dem Beamer zeigen' }).click();
  await page.getByText('Noch ist kein Beamer geöffnet').waitFor();
  await picture(page, 'projector-missing');
  const [projector] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Beamer öffnen' }).click(),
  ]);
  await projector.getByRole('heading', { name: 'Leitziel 6.1.L1' }).waitFor();
  await page.getByText('Noch ist kein Beamer geöffnet').waitFor({ state: 'detached' });
  // Now that it is open, nothing is said.
  await outlineOf(page).locator('[data-type="goal"]').nth(1).press('Enter');
  await page.getByRole('heading', { name: 'Leitziel 6.1.L2' }).waitFor();
  // What is shown stays, and the panel says so.
  await page.getByText('Bleibt dort, bis Sie').waitFor();
  await page.getByRole('button', { name: 'Leitziel 6.1.L1' }).waitFor();
  await page.getByRole('button', { name: 'Auf dem Beamer zeigen' }).click();
  await projector.getByRole('heading', { name: 'Leitziel 6.1.L2' }).waitFor();
  expect(await page.getByText('Noch ist kein Beamer geöffnet').count()).toBe(0);
  expectNoFaults(mia);
});

it('keeps the bar and the peers within a phone', async () => {
  const host = await sampleHost();
  const window = await openWindow(browser, host, 'Mia Moderat', {
    ...named('Mia Moderat'),
    viewport: { width: 390, height: 844 },
  });
  const { page } = window;
  for (const name of ['Ben Mit', 'Cem Cinar', 'Dora Dahl', 'Emil Ernst']) {
    await openGuest(browser, host, 'editor', name);
  }
  await page.getByRole('button', { name: '5 sind hier' }).waitFor();
  await page.getByText('+2').waitFor();
  await picture(page, 'five-on-a-phone');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const box = await page.getByRole('banner').evaluate((bar) => [bar.scrollWidth, bar.clientWidth]);
  expect(box[0]).toBe(box[1]);
  expect(await accessibilityFaults(page)).toEqual([]);
  // Colours are told apart by who is in the room.
  await page.getByRole('button', { name: '5 sind hier' }).click();
  await page.getByRole('button', { name: /Emil Ernst/ }).waitFor();
  const colours = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('li [style*="--colour"]')].map((dot) =>
      dot.style.getPropertyValue('--colour'),
    ),
  );
  expect(new Set(colours).size).toBe(5);
  expectNoFaults(window);
});
