import { readFileSync, writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { listVoices } from '../../../../shared/contributions/voices-room.ts';
import { valueOf } from '../../../../shared/errors/value-of.ts';
import { ANSWER_ENDING, packageFileName } from '../../../../shared/packages/package-files.ts';
import { browserOfFile, type TestBrowser } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import { sendPage } from '../../../support/app/sent-page.ts';
import { sampleHost } from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

/** Opens a file of the disk in a browser that has no network at all; `asked` is all that it tried to fetch. */
async function openFile(
  from: TestBrowser,
  url: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ readonly page: Page; readonly asked: string[]; readonly faults: string[] }> {
  const context = await from.newContext({
    ...{ offline: true, locale: 'de-DE', acceptDownloads: true, viewport: { width: 1440, height: 900 } },
    ...options,
  });
  const page = await context.newPage();
  const [asked, faults]: [string[], string[]] = [[], []];
  page.on('request', (request) => void asked.push(request.url()));
  page.on('pageerror', (error) => void faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(url);
  return { page, asked, faults };
}

async function writeProposal(page: Page, addition: string): Promise<void> {
  const panel = page.getByRole('complementary', { name: 'Beiträge' });
  await panel.getByRole('button', { name: 'Beitrag schreiben' }).click();
  await panel.getByLabel('Art des Beitrags').selectOption({ label: 'Formulierungsvorschlag' });
  const wording = panel.getByLabel('Ihr Vorschlag für den Wortlaut');
  await wording.press('Control+End');
  await wording.pressSequentially(addition);
}

async function submitDraft(page: Page): Promise<void> {
  const panel = page.getByRole('complementary', { name: 'Beiträge' });
  await panel.getByRole('button', { name: 'Einreichen', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Einreichen' }).click();
  await panel.getByText('Kommt in die Antwort').waitFor();
}

async function chooseGoal(page: Page): Promise<void> {
  const line = page
    .getByRole('navigation', { name: 'Inhalt' })
    .getByRole('button')
    .filter({ hasText: /^\d+(\.\d+)*\.L1/ })
    .first();
  await line.click();
  await page.getByRole('complementary', { name: 'Beiträge' }).getByRole('radio').first().waitFor();
}

it('PKG10: a page from the disk, without any network: read, write, answer by file, and the host takes it', async () => {
  const host = await sampleHost();
  const { moderation, institution, url } = await sendPage(host);
  const { page, asked, faults } = await openFile(browser, url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByText(`Runde 2025 · ${institution.name}`).waitFor();
  await page.getByText('Antwort erbeten bis').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await picture(page, 'offline-begin');
  await chooseGoal(page);
  await writeProposal(page, ' Und zwar bald.');
  await picture(page, 'offline-writing');
  expect(await accessibilityFaults(page)).toEqual([]);
  await submitDraft(page);

  await page.getByRole('button', { name: 'Antwort erzeugen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Die Antwort enthält 1 Eintrag.').waitFor();
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Antwort speichern' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(packageFileName('Runde 2025', institution.name, ANSWER_ENDING));
  await dialog.getByText('Schicken Sie diese Datei zurück.').waitFor();
  await picture(page, 'offline-answer');
  expect(await accessibilityFaults(page)).toEqual([]);

  const { upload } = valueOf(await moderation.upload(readFileSync(await download.path())));
  const name = download.suggestedFilename();
  const inspected = valueOf(await moderation.call('packages.inspect', { upload, name }));
  const done = valueOf(await moderation.ended(inspected.job));
  if (done.kind !== 'package-inspection') throw new Error(done.kind);
  const { inspection, answers } = valueOf(
    await moderation.call('packages.report', { inspection: done.inspection }),
  );
  expect(answers).toMatchObject([
    { fault: null, institution: institution.id, counts: { new: 1 }, outdatedBase: false, replaced: 0 },
  ]);
  const take = answers.flatMap((one) =>
    one.fault === null ? [{ answer: one.answer, records: 'all' as const }] : [],
  );
  const applied = valueOf(await moderation.call('packages.apply', { inspection, take, takeLate: false }));
  expect(valueOf(await moderation.ended(applied.job))).toMatchObject({ taken: 1, refused: 0 });
  const [voice] = host.rooms.read('voices', listVoices);
  expect(voice?.record).toMatchObject({ kind: 'proposal', institution: institution.id });
  expect(voice?.record.type === 'statement' ? voice.record.wording : '').toMatch(/Und zwar bald\.$/);
  expect(voice?.receipt.via).toMatchObject({ by: 'package', late: false });
  expect(asked.filter((one) => !/^(?:file|blob|data):/.test(one))).toEqual([]);
  expect(faults).toEqual([]);
});

it('PKG10: work is kept in the browser, goes on in another by a file, and is taken back before it is sent', async () => {
  const host = await sampleHost();
  const { url } = await sendPage(host);
  const first = await openFile(browser, url);
  await chooseGoal(first.page);
  await writeProposal(first.page, ' Das ist neu.');
  await submitDraft(first.page);
  await first.page.reload();
  await chooseGoal(first.page);
  await first.page.getByText('Kommt in die Antwort').waitFor();
  await first.page.getByRole('button', { name: 'Zwischenstand' }).click();
  const downloading = first.page.waitForEvent('download');
  await first.page.getByRole('menuitem', { name: 'Zwischenstand sichern' }).click();
  const work = await (await downloading).path();

  const second = await openFile(browser, url);
  await chooseGoal(second.page);
  const input = second.page.locator('input[type=file]');
  await input.setInputFiles({
    ...{ name: 'a.leitbild-zwischenstand', mimeType: 'text/plain', buffer: Buffer.from('Guten Tag') },
  });
  await second.page.getByText('Diese Datei ist kein Zwischenstand').waitFor();
  await input.setInputFiles(work);
  await second.page.getByText('Kommt in die Antwort').waitFor();
  await second.page.getByRole('button', { name: 'Zurücknehmen' }).first().click();
  await second.page.getByRole('dialog').getByRole('button', { name: 'Zurücknehmen' }).click();
  await second.page.getByText('Zurückgenommen').first().waitFor();
  await second.page.getByRole('button', { name: 'Antwort erzeugen' }).click();
  await second.page.getByText('Die Antwort enthält 2 Einträge.').waitFor();
  expect([...first.faults, ...second.faults]).toEqual([]);
});

it('PKG10: a page whose package was changed says so and shows nothing', async () => {
  const host = await sampleHost();
  const { path, url } = await sendPage(host);
  writeFileSync(path, readFileSync(path, 'utf8').replace('Runde 2025', 'Runde 2026'));
  const { page } = await openFile(browser, url);
  await page.getByRole('heading', { name: 'Diese Seite lässt sich nicht verwenden' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
});
