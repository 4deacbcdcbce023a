import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { parseEdition } from '../../../../shared/editions/parse-edition.ts';
import { appFolder } from '../../../support/app/app-host.ts';
import { openBrowser } from '../../../support/app/app-page.ts';
import {
  byPalette,
  draftOf,
  expectNoFaults,
  openGuest,
  openWindow,
  sampleHost,
  textOf,
} from '../../../support/app/workspace-window.ts';

/** The machine may have other things to do. */
const patience = { timeout: 20_000 };

/** Chooses a format in the dialog, starts, and hands back the file that the browser would save. */
async function exported(page: Page, format: string): Promise<Buffer> {
  const dialog = page.getByRole('dialog', { name: 'Exportieren' });
  await dialog.getByRole('radio', { name: format }).click();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Exportieren' }).click();
  const path = await (await download).path();
  await dialog.getByText('ist fertig').waitFor();
  return readFileSync(path);
}

test("freezes with the council's data by keyboard; the exported JSON has the hash that is shown", async () => {
  const host = await sampleHost();
  const window = await openWindow(await openBrowser(), host);
  const { page } = window;
  await byPalette(page, 'Editionen');
  const view = page.getByRole('dialog', { name: 'Editionen' });
  await view.getByRole('button', { name: 'Als Edition festschreiben …' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Entwurf als Edition festschreiben' });
  await dialog.getByText(/Alles lässt sich drucken \(\d+ Seiten\)/).waitFor();
  const freeze = dialog.getByRole('button', { name: /^Edition .* festschreiben$/ });
  const label = dialog.getByRole('textbox', { name: 'Bezeichnung' });
  expect(await label.evaluate((field) => field === document.activeElement)).toBe(true);

  await label.fill('2019');
  await dialog.getByText('Eine Edition „2019“ gibt es schon.').waitFor();
  await label.fill('2026');
  expect(await freeze.isDisabled()).toBe(true);
  await dialog.getByRole('checkbox', { name: 'Ich habe die Angaben geprüft' }).press('Space');
  await freeze.press('Enter');
  await dialog.getByText('Bitte ausfüllen.').first().waitFor();
  expect(host.workspace.editions.list()).toHaveLength(3);

  await dialog.getByRole('textbox', { name: 'Beschließendes Gremium' }).fill('Rat der Stadt Ellernfurt');
  await dialog.getByLabel('Tag des Beschlusses').fill('2026-03-18');
  await dialog.getByRole('textbox', { name: 'Nummer der Vorlage' }).fill('V/0815/2026');
  await freeze.press('Enter');
  await view.getByRole('heading', { name: 'Edition 2026' }).waitFor();
  await view.getByText('Rat der Stadt Ellernfurt, 18. März 2026, Vorlage V/0815/2026').waitFor();

  const stored = host.workspace.editions.list().at(-1);
  expect(stored).toMatchObject({ label: '2026' });
  await view.getByText(`${stored?.hash.slice(0, 16) ?? ''}…`).waitFor();
  await view.getByRole('button', { name: 'Prüfen' }).press('Enter');
  await view.getByText('Unverändert. Die Prüfsumme stimmt').waitFor();

  await view.getByRole('button', { name: 'Exportieren …' }).press('Enter');
  const json = await exported(page, 'JSON');
  const hash = createHash('sha256').update(json).digest('hex');
  expect(hash).toBe(stored?.hash);
  const read = parseEdition(json, '2026', hash);
  expect(read).toMatchObject({
    value: {
      content: { adoption: { body: 'Rat der Stadt Ellernfurt', date: '2026-03-18', paper: 'V/0815/2026' } },
    },
  });
  expectNoFaults(window);
});

test('gives an edition out as a PDF that holds its text, and compares two editions', async () => {
  const host = await sampleHost();
  const window = await openWindow(await openBrowser(), host);
  const { page } = window;
  await byPalette(page, 'Exportieren');
  const dialog = page.getByRole('dialog', { name: 'Exportieren' });
  await dialog.getByRole('combobox', { name: 'Was soll exportiert werden?' }).click();
  await page.getByRole('option', { name: /Edition 2014/ }).click();
  const pdf = join(appFolder(), 'edition.pdf');
  writeFileSync(pdf, await exported(page, 'PDF'));
  const words = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' });
  expect(words).toContain('Leitbild Migration und Integration');
  expect(words).toContain('V/0342/2014');
  await dialog.getByRole('button', { name: 'Fertig' }).click();

  await byPalette(page, 'Editionen');
  const view = page.getByRole('dialog', { name: 'Editionen' });
  await view.getByRole('button', { name: /^Edition 2014/ }).click();
  await view.getByText('Vergleichen', { exact: true }).click();
  await view.getByRole('columnheader', { name: 'Edition 2008' }).waitFor();
  await view.getByRole('radio', { name: /^neu formuliert: \d+$/ }).press('Space');
  const row = view
    .getByRole('row')
    .filter({ has: page.locator('ins') })
    .first();
  expect(await row.locator('del').count()).toBeGreaterThan(0);
  await row.getByText('neu formuliert').waitFor();
  await view.getByRole('radio', { name: /^geteilt: \d+$/ }).press('Space');
  await view
    .getByText(/abgeteilt von/)
    .first()
    .waitFor();
  await view.getByRole('searchbox', { name: 'Im Vergleich suchen' }).fill('xyzzy');
  await view.getByText('Zu dieser Auswahl gibt es nichts zu zeigen.').waitFor();
  expectNoFaults(window);
});

test('in the desktop program a file goes where the person says, and can be shown there', async () => {
  const host = await sampleHost();
  const folder = appFolder();
  const browser = await openBrowser();
  const window = await openWindow(browser, host);
  const { page, context } = window;
  // What the preload of the desktop program puts there; the program itself cannot run on this machine.
  await context.addInitScript(
    (path) => {
      const shell = {
        shown: [] as string[],
        platform: 'linux',
        saveDialog: () => Promise.resolve(path),
        showInFolder: (shown: string) => Promise.resolve(void shell.shown.push(shown)),
        setTitle: () => Promise.resolve(),
        setLanguage: () => Promise.resolve(),
        offerCommands: () => Promise.resolve(),
        onMenuCommand: () => () => undefined,
        onHostState: () => () => undefined,
      };
      Object.assign(globalThis, { leitbildShell: shell });
    },
    join(folder, 'Edition.md'),
  );
  await page.reload();
  await textOf(page).waitFor();
  await byPalette(page, 'Exportieren');
  const dialog = page.getByRole('dialog', { name: 'Exportieren' });
  await dialog.getByRole('radio', { name: 'Markdown' }).click();
  await dialog.getByRole('button', { name: 'Exportieren' }).click();
  await dialog.getByText(`Gespeichert in „${join(folder, 'Edition.md')}“.`).waitFor();
  expect(readFileSync(join(folder, 'Edition.md'), 'utf8')).toContain('Leitbild Zusammenleben in Vielfalt');
  await dialog.getByRole('button', { name: 'Im Ordner zeigen' }).click();
  expect(
    await page.evaluate(
      () => (globalThis as unknown as { leitbildShell: { shown: string[] } }).leitbildShell.shown,
    ),
  ).toEqual([join(folder, 'Edition.md')]);
  expectNoFaults(window);
});

test('a reader sees editions and may export them, and nothing of the draft', async () => {
  const host = await sampleHost();
  const window = await openGuest(await openBrowser(), host, 'reader', 'Lena Leser');
  const { page } = window;
  await byPalette(page, 'Editionen');
  const view = page.getByRole('dialog', { name: 'Editionen' });
  await view.getByRole('heading', { name: 'Edition 2019' }).waitFor();
  expect(await view.getByRole('button', { name: /^Entwurf/ }).count()).toBe(0);
  expect(await view.getByRole('button', { name: /festschreiben/ }).count()).toBe(0);
  await view.getByRole('button', { name: 'Exportieren …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Exportieren' });
  await dialog.getByRole('combobox', { name: 'Was soll exportiert werden?' }).click();
  expect(await page.getByRole('option').allTextContents()).toEqual([
    'Edition 2019: Leitbild Zusammenleben in Vielfalt',
    'Edition 2014: Leitbild Migration und Integration',
    'Edition 2008: Leitbild Integration',
  ]);
  await page.keyboard.press('Escape');
  expect((await exported(page, 'Markdown')).toString('utf8')).toContain('Leitbild Zusammenleben in Vielfalt');
  expectNoFaults(window);
});

test('what cannot be printed is named with the way there, in preview and freezing', async () => {
  const host = await sampleHost();
  const window = await openWindow(await openBrowser(), host);
  const { page } = window;
  await byPalette(page, 'Druckvorschau');
  const preview = page.getByRole('region', { name: 'Druckvorschau' });
  await preview.locator('[data-page="0"][data-drawn]').waitFor();
  await preview.getByText('auf dem neuesten Stand').waitFor();

  const goal = textOf(page).locator('[data-id]').filter({ hasText: /\S/ }).last();
  await goal.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' 𓀀');
  await preview.getByText('Diese Zeichen lassen sich nicht drucken').waitFor();
  expect(await preview.locator('[data-page="0"] canvas').count()).toBe(1);
  await preview.getByText('zeigt den letzten Stand').waitFor();
  await page.keyboard.press('Backspace');
  await preview.getByText('auf dem neuesten Stand').waitFor();
  expect(await preview.getByRole('alert').count()).toBe(0);
  expect(JSON.stringify(draftOf(host).document)).not.toContain('𓀀');
  // The browser itself notes each answer that is an error; nothing else went wrong.
  expect(window.faults.filter((fault) => !fault.includes('status of 409'))).toEqual([]);
});

test('pages are moved through by keyboard, keep their place while the text is written, and lead back to it', async () => {
  const host = await sampleHost();
  const window = await openWindow(await openBrowser(), host);
  const { page } = window;
  await page.keyboard.press('Control+p');
  const preview = page.getByRole('region', { name: 'Druckvorschau' });
  await preview.getByText('auf dem neuesten Stand').waitFor();
  await preview.getByRole('combobox', { name: 'Gehe zu' }).press('Enter');
  await page.getByRole('option', { name: /^\s*6\.1 / }).click();
  const number = preview.getByRole('textbox', { name: 'Seite', exact: true });
  await expect.poll(() => number.inputValue(), patience).not.toBe('1');
  const place = await number.inputValue();
  await preview.getByRole('combobox', { name: 'Größe' }).press('Enter');
  await page.getByRole('option', { name: 'Ganze Seite' }).click();
  await expect.poll(() => number.inputValue(), patience).toBe(place);

  await preview.getByRole('button', { name: 'Im Text zeigen' }).press('Enter');
  const heading = textOf(page).getByRole('heading', { name: /Übergreifende Ziele/ });
  await expect
    .poll(() => heading.evaluate((element) => element.getBoundingClientRect().top), patience)
    .toBeLessThan(900);

  await textOf(page).locator('p').first().click();
  await page.keyboard.press('End');
  const before = await preview.locator(`[data-page="${Number(place) - 1}"] canvas`).elementHandle();
  await page.keyboard.type(' Das ist neu.');
  // The page that is looked at is drawn anew; its place stays.
  await expect
    .poll(() => before.evaluate((canvas) => (canvas as { isConnected: boolean }).isConnected), patience)
    .toBe(false);
  expect(await number.inputValue()).toBe(place);
  expect(JSON.stringify(draftOf(host).document)).toContain('Das ist neu.');
  await preview.getByText('Arbeitsfassung').click();
  await preview.getByText('auf dem neuesten Stand').waitFor();
  await preview.getByRole('button', { name: 'Druckvorschau schließen' }).press('Enter');
  await preview.waitFor({ state: 'detached' });
  expectNoFaults(window);
});
