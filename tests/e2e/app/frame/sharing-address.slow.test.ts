import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { valueOf } from '../../../../shared/errors/value-of.ts';
import { startAppHost } from '../../../support/app/app-host.ts';
import { browserOfFile, openPage } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import {
  byPalette,
  named,
  openWindow,
  outlineOf,
  sampleHost,
  textOf,
  wordsInFile,
} from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

async function openDialog(page: Page) {
  await outlineOf(page).getByRole('treeitem').first().waitFor();
  await byPalette(page, 'Freigabe …');
  return page.getByRole('dialog', { name: 'Freigabe', exact: true });
}

it('asks before guests are disconnected; shared again, the same link takes them on with what they wrote meanwhile', async () => {
  const host = await sampleHost();
  const { page } = await openWindow(browser, host);
  const dialog = await openDialog(page);
  await dialog.getByRole('switch', { name: 'Verschlüsselt (HTTPS)' }).click();
  await dialog.getByRole('button', { name: 'Freigabe starten' }).click();
  const stop = dialog.getByRole('button', { name: 'Freigabe beenden' });
  await stop.waitFor();
  const before = host.sharing.status();
  const port = String(host.sharing.listener?.port);
  const { token } = valueOf(
    host.invitations.create({ role: 'editor', institution: null, expiresAt: '2099-01-01T00:00:00Z' }),
  );
  const guest = await openPage(browser, `http://127.0.0.1:${port}/join#token=${token}`, named('Ben'));
  const goal = outlineOf(guest.page).locator('[data-type="goal"]').first();
  const id = (await goal.getAttribute('id'))?.slice('outline-'.length) ?? '';

  await stop.click();
  const asked = page.getByRole('dialog', { name: 'Freigabe beenden?' });
  await asked.getByText('Gerade sind Gäste verbunden').waitFor();
  await picture(page, 'sharing-stop-asked');
  expect(await accessibilityFaults(page)).toEqual([]);
  await asked.getByRole('button', { name: 'Abbrechen' }).click();
  expect(host.sharing.status()).toEqual(before);
  await stop.click();
  await asked.getByRole('button', { name: 'Freigabe beenden' }).click();
  await dialog.getByRole('button', { name: 'Freigabe starten' }).waitFor();
  await goal.press('Enter');
  await guest.page.keyboard.type('Inzwischen geschrieben. ');
  await guest.page
    .locator('footer')
    .getByText(/Offline – .* auf diesem Gerät/)
    .waitFor();

  // The switch stands as it was chosen before.
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await openDialog(page);
  expect(await dialog.getByRole('switch', { name: 'Verschlüsselt (HTTPS)' }).isChecked()).toBe(false);
  await dialog.getByRole('button', { name: 'Freigabe starten' }).click();
  await stop.waitFor();
  expect(host.sharing.status()).toEqual(before);
  expect(await dialog.getByText('Die Adresse hat sich geändert').count()).toBe(0);
  await guest.page.locator('footer').getByText('Auf dem Host gesichert').waitFor();
  await expect.poll(() => wordsInFile(host, id)).toContain('Inzwischen geschrieben. ');
});

it('says in the window that sharing ended with a crash, and after sharing again that links are dead', async () => {
  const first = await sampleHost();
  await first.sharing.start({ port: null, tls: false });
  const port = first.sharing.listener?.port ?? 0;
  await first.close();
  const other = createServer().listen({ port, host: '0.0.0.0', exclusive: true });
  onTestFinished(() => void other.close());
  await once(other, 'listening');
  const host = await startAppHost(first.path, { resumeSharing: { port, fingerprint: null } });
  const { page } = await openWindow(browser, host);
  const banner = page.getByRole('alert').filter({ hasText: 'Die Freigabe wurde beendet' });
  await banner.waitFor();
  await picture(page, 'sharing-lost');
  expect(await accessibilityFaults(page)).toEqual([]);
  await banner.getByRole('button', { name: 'Freigabe wieder starten' }).click();
  const dialog = page.getByRole('dialog', { name: 'Freigabe', exact: true });
  await dialog.getByText('Die Adresse hat sich geändert').waitFor();
  await banner.waitFor({ state: 'detached' });
  await picture(page, 'sharing-moved');
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(host.sharing.status()).toMatchObject({ state: 'on', moved: true });
});

it('says whom a link is for and what guests will see, and takes no institution over to the next invitation', async () => {
  const host = await sampleHost();
  const { page } = await openWindow(browser, host);
  const dialog = await openDialog(page);
  await dialog.getByRole('button', { name: 'Freigabe starten' }).click();
  await dialog.getByRole('button', { name: 'Freigabe beenden' }).waitFor();
  await dialog.getByRole('combobox', { name: 'Als was?' }).click();
  await page.getByRole('option', { name: 'Delegierte' }).click();
  const institution = dialog.getByRole('combobox', { name: 'Für welche Institution?' });
  await institution.click();
  const option = page.getByRole('option').first();
  const name = await option.innerText();
  await option.click();
  await dialog.getByRole('button', { name: 'Einladung ausstellen' }).click();
  const issued = page.getByRole('dialog', { name: `Einladung: Delegierte, ${name}` });
  await issued.getByText('Beim ersten Öffnen warnt der Browser').waitFor();
  await picture(page, 'issued-tls');
  expect(await accessibilityFaults(page)).toEqual([]);
  await issued.getByRole('button', { name: 'Fertig' }).click();
  expect(await institution.inputValue()).toBe('');
  await dialog.getByRole('button', { name: 'Freigabe beenden' }).click();
  // Nobody is connected, so nobody is asked about.
  await dialog.getByRole('button', { name: 'Freigabe starten' }).waitFor();
  await textOf(page).waitFor();
});
