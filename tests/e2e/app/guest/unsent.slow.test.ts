import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { valueOf } from '../../../../shared/errors/value-of.ts';
import { startAppHost } from '../../../support/app/app-host.ts';
import { browserOfFile, openPage } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import {
  goToGoal,
  named,
  openGuest,
  sampleHost,
  textOf,
  untilSaved,
  wordsInFile,
} from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

it('lets a guest take unsent text out of a page whose host has moved, and insert it by the new link', async () => {
  const host = await sampleHost();
  const { page } = await openGuest(browser, host, 'editor', 'Ben');
  const id = await goToGoal(page);
  await page.keyboard.type('Angekommen. ');
  await untilSaved(page);
  await host.close();
  await page.keyboard.type('Liegt noch hier. ');
  const banner = page.getByRole('status').filter({ hasText: 'Der Host antwortet nicht' });
  await banner.getByText('bitten Sie die Moderation um einen neuen Link').waitFor();
  await picture(page, 'host-moved-banner');
  expect(await accessibilityFaults(page)).toEqual([]);

  const moved = await startAppHost(host.path);
  expect(moved.url).not.toBe(host.url);
  await banner.getByRole('button', { name: 'Nicht gesendete Änderungen …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nicht gesendete Änderungen' });
  const inserted = dialog.locator('ins');
  await inserted.waitFor();
  expect((await inserted.allInnerTexts()).join('')).toBe('Liegt noch hier. ');
  expect(await dialog.getByRole('heading', { level: 3 }).count()).toBe(1);
  await picture(page, 'host-moved-unsent');
  expect(await accessibilityFaults(page)).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Als Textdatei sichern' }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  expect(text.startsWith('\uFEFFLeitbild: nicht gesendete Änderungen\r\n')).toBe(true);
  const goal = text.split('\r\n').find((line) => line.includes('Liegt noch hier. ')) ?? '';
  expect(goal).toMatch(/^Angekommen\. Liegt noch hier\. /u);

  const { token } = valueOf(
    moved.invitations.create({ role: 'editor', institution: null, expiresAt: '2099-01-01T00:00:00Z' }),
  );
  const again = await openPage(browser, `${moved.url}/join#token=${token}`, named('Ben'));
  await textOf(again.page).waitFor();
  expect(await goToGoal(again.page)).toBe(id);
  await again.page.keyboard.insertText('Liegt noch hier. ');
  await untilSaved(again.page);
  expect(wordsInFile(moved, id)).toContain('Liegt noch hier. Angekommen. ');
});

it('tells words that were deleted, and nothing of what others wrote meanwhile', async () => {
  const host = await sampleHost();
  const { page, context } = await openGuest(browser, host, 'editor', 'Ben');
  const other = await openGuest(browser, host, 'editor', 'Eva');
  await goToGoal(other.page, 1);
  await other.page.keyboard.type('Von Eva. ');
  await untilSaved(other.page);
  await textOf(page).getByText('Von Eva.').waitFor();
  await goToGoal(page);
  await context.setOffline(true);
  for (let letter = 0; letter < 3; letter += 1) await page.keyboard.press('Delete');
  const banner = page.getByRole('status').filter({ hasText: 'Der Host antwortet nicht' });
  await banner.getByRole('button', { name: 'Nicht gesendete Änderungen …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nicht gesendete Änderungen' });
  await dialog.locator('del').first().waitFor();
  expect(await dialog.getByRole('heading', { level: 3 }).count()).toBe(1);
  expect(await dialog.innerText()).not.toContain('Von Eva');
  await dialog.getByRole('button', { name: 'Schließen' }).first().click();
  await context.setOffline(false);
  await untilSaved(page);
  await banner.waitFor({ state: 'detached' });
});

it('asks a guest before the page is closed while the host is out of reach and lacks something, and only then', async () => {
  const host = await sampleHost();
  const { page, context } = await openGuest(browser, host, 'editor', 'Ben');
  await goToGoal(page);
  await page.keyboard.type('Angekommen. ');
  await untilSaved(page);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await context.setOffline(true);
  await page.keyboard.type('Noch nicht. ');
  await page.locator('footer').getByText('1 Änderung liegt auf diesem Gerät').waitFor();
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toEqual(['beforeunload']);
  expect(page.isClosed()).toBe(false);
  await context.setOffline(false);
  await untilSaved(page);
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
});
