import { expect, it } from 'vitest';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import {
  byPalette,
  expectNoFaults,
  goToGoal,
  openWindow,
  outlineOf,
  sampleHost,
  untilSaved,
  wordsInFile,
} from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

it('tells who changed what, shows a goal as it was, and brings its wording back', async () => {
  const host = await sampleHost({ limits: { history: { quiet: 1_500, longest: 60_000 } } });
  const window = await openWindow(browser, host, 'Mia Moderat');
  const { page } = window;
  const id = await goToGoal(page);
  const before = wordsInFile(host, id) ?? '';
  await page.keyboard.type('Zuerst. ');
  const panel = page.getByRole('complementary', { name: 'Zur Auswahl' });
  await panel.getByText('Bearbeitet, Mia Moderat').first().waitFor();
  await page.keyboard.type('Dann. ');
  await expect.poll(() => panel.getByText('Bearbeitet, Mia Moderat').count()).toBe(2);
  await picture(page, 'goal-history');

  await byPalette(page, 'Versionsverlauf');
  const dialog = page.getByRole('dialog', { name: 'Versionsverlauf' });
  const moments = dialog.getByRole('region', { name: 'Zeitpunkte' }).getByRole('button');
  await expect.poll(() => moments.count()).toBeGreaterThanOrEqual(2);
  await dialog.locator('ins', { hasText: 'Dann.' }).waitFor();
  await picture(page, 'history-changes');
  expect(await accessibilityFaults(page)).toEqual([]);
  await moments.nth(1).click();
  await dialog.getByText('Stand jetzt').click();
  await dialog.locator('del, ins').filter({ hasText: 'Dann.' }).waitFor();
  await dialog.getByRole('button', { name: 'Leitziel 6.1.L1 auf diesen Wortlaut zurücksetzen' }).click();
  await page.getByText('Leitziel 6.1.L1 hat wieder den früheren Wortlaut.').waitFor();
  await untilSaved(page);
  await expect.poll(() => wordsInFile(host, id)).toBe(`Zuerst. ${before}`);

  await dialog.getByRole('button', { name: 'Schließen' }).click();
  await panel
    .getByRole('button', { name: /Bearbeitet/ })
    .nth(1)
    .click();
  await panel.getByRole('button', { name: 'Diesen Wortlaut wiederherstellen' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expectNoFaults(window);
});

it('brings the whole text back as an edit that can be undone', async () => {
  const host = await sampleHost({ limits: { history: { quiet: 1_500, longest: 60_000 } } });
  const window = await openWindow(browser, host);
  const { page } = window;
  const goal = outlineOf(page).locator('[data-type="goal"]').first();
  const id = (await goal.getAttribute('id'))?.slice('outline-'.length) ?? '';
  const before = wordsInFile(host, id);
  await goal.press('Enter');
  await page.keyboard.type('Das soll weg. ');
  await untilSaved(page);
  await byPalette(page, 'Versionsverlauf');
  const dialog = page.getByRole('dialog', { name: 'Versionsverlauf' });
  const moments = dialog.getByRole('region', { name: 'Zeitpunkte' }).getByRole('button');
  await expect.poll(() => moments.count()).toBeGreaterThanOrEqual(2);
  await moments.last().click();
  await dialog.getByRole('button', { name: 'Diesen Stand wiederherstellen' }).click();
  await page
    .getByRole('dialog', { name: 'Den ganzen Text auf diesen Stand zurücksetzen?' })
    .getByRole('button', { name: 'Diesen Stand wiederherstellen' })
    .click();
  await page.getByText('Der Text steht wieder auf dem gewählten Stand.').waitFor();
  await expect.poll(() => wordsInFile(host, id)).toBe(before);
  await page.locator('.mantine-Notification-root').getByRole('button', { name: 'Rückgängig' }).click();
  await expect.poll(() => wordsInFile(host, id)).toContain('Das soll weg. ');
  expectNoFaults(window);
});
