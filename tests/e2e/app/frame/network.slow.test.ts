import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import { startAppHost } from '../../../support/app/app-host.ts';
import {
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

it('loses nothing of a guest whose network goes and comes back', async () => {
  const host = await sampleHost();
  const { page, context } = await openGuest(browser, host, 'editor', 'Ben');
  const id = await goToGoal(page);
  await page.keyboard.type('Mit Netz. ');
  await expect.poll(() => wordsInFile(host, id)).toContain('Mit Netz. ');
  await context.setOffline(true);
  await page.keyboard.type('Ohne Netz. ');
  await page.locator('footer').getByText('Offline – 1 Änderung liegt auf diesem Gerät').waitFor();
  await page.getByText('Der Host antwortet nicht').waitFor();
  await picture(page, 'guest-offline');
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(wordsInFile(host, id)).not.toContain('Ohne Netz. ');
  await context.setOffline(false);
  await page.locator('footer').getByText('Auf dem Host gesichert').waitFor();
  await untilSaved(page);
  expect(wordsInFile(host, id)).toContain('Ohne Netz. ');
  await page.getByText(/Wieder verbunden/).waitFor({ state: 'attached' });
});

it('loses nothing of a guest who closes the tab without network and opens the link again', async () => {
  const host = await sampleHost();
  const { page, context, link } = await openGuest(browser, host, 'editor', 'Ben');
  const goal = outlineOf(page).locator('[data-type="goal"]').first();
  const id = (await goal.getAttribute('id'))?.slice('outline-'.length) ?? '';
  await context.setOffline(true);
  await goal.press('Enter');
  await page.keyboard.type('Vor dem Schließen. ');
  await page.locator('footer').getByText('Offline – 1 Änderung liegt').waitFor();
  await page.close();
  await context.setOffline(false);
  expect(wordsInFile(host, id)).not.toContain('Vor dem Schließen. ');
  const again = await context.newPage();
  await again.goto(link);
  await textOf(again).getByText('Vor dem Schließen.').waitFor();
  await again.locator('footer').getByText('Auf dem Host gesichert').waitFor();
  await untilSaved(again);
  expect(wordsInFile(host, id)).toContain('Vor dem Schließen. ');
});

it('goes on when the host stops and comes back under the same address, with what was written meanwhile', async () => {
  const secret = randomBytes(32);
  const sameSecret = () => {
    let isFirst = true;
    return (size: number): Uint8Array => {
      if (!isFirst || size !== secret.length) return randomBytes(size);
      isFirst = false;
      return secret;
    };
  };
  const host = await sampleHost({ randomBytes: sameSecret() });
  const { page } = await openWindow(browser, host);
  const id = await goToGoal(page);
  await page.keyboard.type('Vorher. ');
  await untilSaved(page);
  await host.close();
  await page.locator('footer').getByText('Keine Verbindung').waitFor();
  await page.keyboard.type('Währenddessen. ');
  await page.getByText('Der Host antwortet nicht').waitFor();
  await page.locator('footer').getByText('1 Änderung wartet').waitFor();
  await picture(page, 'host-gone');
  expect(await accessibilityFaults(page)).toEqual([]);

  const port = Number(new URL(host.url).port);
  const again = await startAppHost(host.path, { port, randomBytes: sameSecret() });
  await page.locator('footer').getByText('Gesichert auf diesem Gerät').waitFor();
  await untilSaved(page);
  expect(wordsInFile(again, id)).toContain('Währenddessen. ');
  expect(await textOf(page).innerText()).toContain('Vorher. Währenddessen. ');
});
