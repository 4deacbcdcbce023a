import { expect, it } from 'vitest';
import { browserOfFile, openPage } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import { openRound } from '../../../support/app/open-round.ts';
import {
  byPalette,
  expectNoFaults,
  named,
  openGuest,
  openWindow,
  outlineOf,
  sampleHost,
  textOf,
} from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

it('shares on the network, invites a reader who comes in by the link, and sends them away again', async () => {
  const host = await sampleHost();
  const mia = await openWindow(browser, host);
  const { page } = mia;
  await outlineOf(page).getByRole('treeitem').first().waitFor();
  await byPalette(page, 'Freigabe …');
  const dialog = page.getByRole('dialog', { name: 'Freigabe', exact: true });
  await dialog.getByRole('switch', { name: 'Verschlüsselt (HTTPS)' }).click();
  await dialog.getByRole('button', { name: 'Freigabe starten' }).click();
  await dialog.getByRole('button', { name: 'Freigabe beenden' }).waitFor();
  expect(host.sharing.status().state).toBe('on');
  await dialog.getByRole('button', { name: 'Einladung ausstellen' }).click();
  const issued = page.getByRole('dialog', { name: 'Einladung: Lesend' });
  const link = await issued.getByRole('textbox', { name: 'Einladungslink' }).inputValue();
  await issued.getByRole('img', { name: 'Einladungslink als QR-Code' }).waitFor();
  await picture(page, 'issued');
  expect(await accessibilityFaults(page)).toEqual([]);
  await issued.getByRole('button', { name: 'Fertig' }).click();
  await dialog.getByText('war noch nicht da').waitFor();
  await picture(page, 'sharing-on');
  expect(await accessibilityFaults(page)).toEqual([]);

  // The same link on the loopback listener: tests reach no other address.
  const here = link.replace(/^http:\/\/[^/]+/, host.url);
  const rita = await openPage(browser, here, named('Rita'));
  await textOf(rita.page).waitFor();
  expect(new URL(rita.page.url()).hash).toBe('');
  expect(await textOf(rita.page).innerText()).toContain('Grußwort der Oberbürgermeisterin');
  await rita.page.locator('footer').getByText('Lesend').waitFor();
  await rita.page.keyboard.press('Control+k');
  await rita.page.getByRole('textbox', { name: 'Befehle und Ziele' }).fill('sperren');
  await rita.page.getByText('Nichts gefunden').waitFor();
  await rita.page.keyboard.press('Escape');
  await picture(rita.page, 'reader');

  await dialog.getByRole('button', { name: /Einladung für Lesend zurücknehmen/ }).click();
  await page
    .getByRole('dialog', { name: /zurücknehmen\?/ })
    .getByRole('button', { name: 'Zurücknehmen' })
    .click();
  await rita.page.getByText('Ihre Einladung gilt nicht mehr').waitFor();
  expect(await textOf(rita.page).innerText()).toContain('Grußwort der Oberbürgermeisterin');
  await picture(rita.page, 'revoked');
  expect(await accessibilityFaults(rita.page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Freigabe beenden' }).click();
  await dialog.getByRole('button', { name: 'Freigabe starten' }).waitFor();
  expect(host.sharing.status().state).toBe('off');
  expectNoFaults(mia);
});

it('says what is wrong with a link that nobody was given', async () => {
  const host = await sampleHost();
  const { page } = await openPage(browser, `${host.url}/join#token=${'A'.repeat(43)}`);
  await page.getByRole('heading', { name: 'Das Leitbild lässt sich nicht öffnen' }).waitFor();
  await page.getByText('Diese Einladung ist hier nicht bekannt').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  const cut = await openPage(browser, `${host.url}/join#token=zu-kurz`);
  await cut.page.getByRole('heading', { name: 'Dieser Link führt nirgendwohin' }).waitFor();
});

it('asks for a name once, without standing in the way', async () => {
  const host = await sampleHost();
  const window = await openPage(browser, `${host.url}/#secret=${host.secret}`);
  const { page } = window;
  await textOf(page).waitFor();
  await openGuest(browser, host, 'editor', 'Ben Mit');
  await page.getByRole('heading', { name: 'Wie heißen Sie?' }).waitFor();
  await picture(page, 'name-question');
  expect(await accessibilityFaults(page)).toEqual([]);
  await textOf(page).click();
  await page.getByRole('textbox', { name: 'Ihr Name' }).fill('Mia Moderat');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Wie heißen Sie?' }).waitFor({ state: 'detached' });
  await page.reload();
  await textOf(page).waitFor();
  expect(await page.getByRole('heading', { name: 'Wie heißen Sie?' }).count()).toBe(0);
  expectNoFaults(window);
});

it('says that an invitation ends before the round that runs, and makes one until its end', async () => {
  const host = await sampleHost();
  const { closesAt } = openRound(host);
  const mia = await openWindow(browser, host);
  const { page } = mia;
  await outlineOf(page).getByRole('treeitem').first().waitFor();
  await byPalette(page, 'Freigabe …');
  const dialog = page.getByRole('dialog', { name: 'Freigabe', exact: true });
  const choose = async (field: string, option: string | RegExp): Promise<void> => {
    await dialog.getByRole('combobox', { name: field, exact: true }).click();
    await page.getByRole('option', { name: option }).first().click();
  };
  const warning = dialog.getByText('Die Einladung endet vor der Beteiligungsrunde.');
  expect(await warning.count()).toBe(0);
  await choose('Als was?', 'Delegierte');
  await warning.waitFor();
  await picture(page, 'sharing-before-round');
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Bis zum Ende der Runde' }).click();
  await warning.waitFor({ state: 'detached' });
  await choose('Für welche Institution?', /./);
  await dialog.getByRole('button', { name: 'Einladung ausstellen' }).click();
  await page.getByRole('dialog', { name: /^Einladung: / }).waitFor();
  const made = host.invitations.list().filter(({ role }) => role === 'delegate');
  expect(made.map(({ expiresAt }) => expiresAt)).toEqual([closesAt]);
  expectNoFaults(mia);
});
