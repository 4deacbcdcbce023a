import { expect, it } from 'vitest';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import {
  byPalette,
  expectNoFaults,
  goToGoal,
  openGuest,
  openWindow,
  outlineOf,
  sampleHost,
  textOf,
  untilSaved,
  wordsInFile,
} from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

it('shows two moderators who is where, and brings together what both write', async () => {
  const host = await sampleHost();
  const mia = await openWindow(browser, host, 'Mia Moderat');
  const ben = await openGuest(browser, host, 'moderator', 'Ben Mit');
  await outlineOf(mia.page).locator('[data-type="goal"]').first().press('Enter');
  await outlineOf(ben.page).locator('[data-type="goal"]').nth(1).press('Enter');
  await mia.page.getByRole('button', { name: '2 sind hier' }).waitFor();
  await mia.page.getByText('Ben Mit ist jetzt da.').waitFor({ state: 'attached' });
  await outlineOf(mia.page).getByRole('img', { name: 'Hier: Ben Mit' }).waitFor();
  await outlineOf(ben.page).getByRole('img', { name: 'Hier: Mia Moderat' }).waitFor();
  await mia.page.keyboard.type('Von Mia. ');
  await ben.page.keyboard.type('Von Ben. ');
  await textOf(mia.page).getByText('Von Ben.').waitFor();
  await textOf(ben.page).getByText('Von Mia.').waitFor();
  await untilSaved(mia.page);
  await ben.page.getByText('Auf dem Host gesichert').waitFor();
  await picture(mia.page, 'two-moderators');
  await mia.page.getByRole('button', { name: '2 sind hier' }).click();
  await mia.page.getByRole('button', { name: /Ben Mit/ }).waitFor();
  await picture(mia.page, 'peers');
  expect(await accessibilityFaults(mia.page)).toEqual([]);
  await ben.context.close();
  await mia.page.getByText('Ben Mit ist gegangen.').waitFor({ state: 'attached' });
  expectNoFaults(mia);
});

it('shows on the projector what the moderator shows, in letters that fit, live while somebody types', async () => {
  const host = await sampleHost();
  const mia = await openWindow(browser, host);
  const { page } = mia;
  const goal = outlineOf(page).locator('[data-type="goal"]').first();
  await goal.press('Enter');
  const [projector] = await Promise.all([page.waitForEvent('popup'), byPalette(page, 'Beamer öffnen')]);
  await projector.getByRole('heading', { name: 'Gleich geht es weiter.' }).waitFor();
  await picture(projector, 'projector-waiting');
  await page.getByRole('button', { name: 'Auf dem Beamer zeigen' }).click();
  await projector.getByRole('heading', { name: 'Leitziel 6.1.L1' }).waitFor();
  await textOf(page).focus();
  await page.keyboard.type('Das sieht man sofort. ');
  await projector.getByText('Das sieht man sofort.').waitFor();
  const fits = await projector.evaluate(
    () => document.documentElement.scrollHeight <= document.documentElement.clientHeight,
  );
  expect(fits).toBe(true);
  await picture(projector, 'projector-light');
  expect(await accessibilityFaults(projector)).toEqual([]);
  await projector.keyboard.press('ArrowRight');
  await projector.getByRole('heading', { name: 'Leitziel 6.1.L2' }).waitFor();
  await projector.keyboard.press('d');
  await picture(projector, 'projector-dark');
  expect(await accessibilityFaults(projector)).toEqual([]);
  await outlineOf(page)
    .getByRole('treeitem', { name: /Teilhabe/ })
    .first()
    .click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Auf dem Beamer zeigen' }).click();
  await projector.getByRole('heading', { name: 'Handlungsfeld 6.2' }).waitFor();
  await picture(projector, 'projector-field');
  await projector.close();
  expectNoFaults(mia);
});

it('offers for copying what somebody was writing when the text was locked', async () => {
  const host = await sampleHost();
  const mia = await openWindow(browser, host);
  const ben = await openGuest(browser, host, 'editor', 'Ben');
  const id = await goToGoal(ben.page);
  await ben.context.setOffline(true);
  await ben.page.keyboard.type('Das darf nicht verloren gehen. ');
  await ben.page
    .getByText(/Änderung liegt/)
    .first()
    .waitFor({ state: 'attached' });
  await byPalette(mia.page, 'Text sperren');
  await mia.page.getByText('Text gesperrt', { exact: true }).waitFor();
  await ben.context.setOffline(false);
  const dialog = ben.page.getByRole('dialog', { name: 'Nicht alles wurde übernommen' });
  await dialog.waitFor();
  await dialog.getByText('Das darf nicht verloren gehen.').waitFor();
  await picture(ben.page, 'not-taken');
  expect(await accessibilityFaults(ben.page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Ich habe, was ich brauche' }).click();
  await ben.page.getByText('Text gesperrt', { exact: true }).waitFor();
  expect(await textOf(ben.page).innerText()).not.toContain('Das darf nicht verloren gehen.');
  expect(wordsInFile(host, id)).not.toContain('Das darf nicht verloren gehen.');

  await byPalette(mia.page, 'Text wieder öffnen');
  await ben.page.getByText('Text gesperrt', { exact: true }).waitFor({ state: 'detached' });
  await outlineOf(ben.page).locator('[data-type="goal"]').first().press('Enter');
  await ben.page.keyboard.type('Jetzt geht es wieder. ');
  await expect.poll(() => wordsInFile(host, id)).toContain('Jetzt geht es wieder. ');
  expectNoFaults(mia);
});
