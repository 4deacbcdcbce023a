import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Dialog } from 'playwright-core';
import { expect, it } from 'vitest';
import { browserOfFile } from '../../../support/app/app-page.ts';
import {
  goToGoal,
  openWindow,
  outlineOf,
  sampleHost,
  untilSaved,
  wordsInFile,
} from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

it('asks before a window is closed that alone holds what was written, and only then', async () => {
  const host = await sampleHost();
  const { page } = await openWindow(browser, host);
  const goal = outlineOf(page).locator('[data-type="goal"]').first();
  await goal.press('Enter');
  await page.keyboard.type('Gesichert. ');
  await untilSaved(page);
  const asked: Dialog[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog);
    void dialog.dismiss();
  });

  await host.close();
  await page.keyboard.type('Noch nicht. ');
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked.map((dialog) => dialog.type())).toEqual(['beforeunload']);
  expect(page.isClosed()).toBe(false);
});

it('lets a window go whose words are all on disk', async () => {
  const host = await sampleHost();
  const { page } = await openWindow(browser, host);
  await outlineOf(page).locator('[data-type="goal"]').first().press('Enter');
  await page.keyboard.type('Gesichert. ');
  await untilSaved(page);
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
});

it.each([
  ['with its log', ['', '-wal']],
  ['alone', ['']],
])(
  'says that a file has gone that was moved %s, and stores what was written meanwhile once it is back',
  async (_how, endings) => {
    const host = await sampleHost();
    const { page } = await openWindow(browser, host);
    const id = await goToGoal(page);
    await page.keyboard.type('Vorher. ');
    await untilSaved(page);
    const folder = dirname(host.path);
    const away = join(folder, 'ablage');
    mkdirSync(away);
    const parts = endings.map((ending) => `${basename(host.path)}${ending}`);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(parts));
    for (const name of parts) renameSync(join(folder, name), join(away, name));
    await page.locator('footer [data-state="storage-failed"]').waitFor();
    await page.keyboard.type('Dazwischen. ');
    expect(await page.locator('footer [data-settled]').count()).toBe(0);

    for (const name of parts) renameSync(join(away, name), join(folder, name));
    await untilSaved(page);
    expect(wordsInFile(host, id)).toMatch(/^Vorher\. Dazwischen\. /u);
    await page.keyboard.type('Danach. ');
    await untilSaved(page);
    expect(wordsInFile(host, id)).toMatch(/^Vorher\. Dazwischen\. Danach\. /u);
    expect(host.workspace.verify()).toMatchObject({ ok: true });
  },
);
