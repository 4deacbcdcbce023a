import { expect, it } from 'vitest';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import { byPalette, goToGoal, openGuest, sampleHost, textOf } from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

it('keeps the window of a guest who asks for something that only the host can bring, and opens it afterwards', async () => {
  const host = await sampleHost();
  const { page, context } = await openGuest(browser, host, 'editor', 'Ben');
  await goToGoal(page);
  await context.setOffline(true);
  await page.keyboard.type('Noch hier. ');
  await page.getByText('Der Host antwortet nicht').waitFor();
  await byPalette(page, 'Druckvorschau');
  const notice = page.getByRole('dialog', { name: 'Das lässt sich gerade nicht öffnen' });
  await notice.waitFor();
  await picture(page, 'view-offline');
  expect(await accessibilityFaults(page)).toEqual([]);
  await notice.getByRole('button', { name: 'Schließen' }).last().click();
  await notice.waitFor({ state: 'detached' });
  await textOf(page).getByText('Noch hier.').waitFor();
  await context.setOffline(false);
  await page.locator('footer').getByText('Auf dem Host gesichert').waitFor();
  await byPalette(page, 'Druckvorschau');
  await page
    .getByRole('region', { name: /vorschau/iu })
    .first()
    .waitFor();
});

it('has the dialogs of writing ready without the host', async () => {
  const host = await sampleHost();
  const { page, context } = await openGuest(browser, host, 'editor', 'Ben');
  await goToGoal(page);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await page.getByText('Der Host antwortet nicht').waitFor();
  await byPalette(page, 'Querverweis einfügen');
  await page.getByRole('dialog', { name: 'Querverweis' }).waitFor();
  await page.keyboard.press('Escape');
  await byPalette(page, 'Tastenkürzel');
  await page.getByRole('dialog', { name: 'Tastenkürzel' }).waitFor();
});
