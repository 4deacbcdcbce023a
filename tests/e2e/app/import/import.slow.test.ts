import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { LiveHost } from '../../../../electron/host/live-host.ts';
import { listInstitutions } from '../../../../shared/rooms/register-room.ts';
import { countDocument } from '../../../../shared/text/counts.ts';
import { readStoredRoom } from '../../../../electron/host/workspace/edit-room.ts';
import {
  appFolder,
  emptyFile,
  hasRealText,
  standardProfile,
  startAppHost,
} from '../../../support/app/app-host.ts';
import { docxWithTrackedChanges } from '../../../electron/host/import/docx/sample-docx.ts';
import { openBrowser } from '../../../support/app/app-page.ts';
import {
  byPalette,
  draftOf,
  expectNoFaults,
  openWindow,
  sampleHost,
} from '../../../support/app/workspace-window.ts';

/** On a busy machine rows take their time to be drawn. */
const patience = { timeout: 30_000 };
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const real = new URL('../../../../../shared/input/leitbild-2019.txt', import.meta.url).pathname;

/** A host on a file without a text. */
async function emptyHost(): Promise<LiveHost> {
  const path = join(appFolder(), 'neu.leitbild');
  emptyFile(path);
  return startAppHost(path);
}

/** The import view in a window of that host, and the way to give it a document. */
async function openImport(host: LiveHost) {
  const window = await openWindow(await openBrowser(), host);
  const { page } = window;
  const view = page.getByRole('dialog', { name: /importieren/ });
  const choose = (name: string, content: string | Buffer, mimeType = 'text/plain') =>
    page.locator('input[type="file"]').setInputFiles({ name, mimeType, buffer: Buffer.from(content) });
  await byPalette(page, 'Importieren');
  return { window, page, view, choose };
}

test.skipIf(!hasRealText)(
  'takes the real text of 2019 over, with one block put right by keyboard, and finds nothing to change the second time',
  async () => {
    const host = await emptyHost();
    const { window, page, view, choose } = await openImport(host);
    const profile = standardProfile();
    const source = readFileSync(real);

    await choose('leitbild-2019.txt', source);
    await view.getByText(/11 Handlungsfelder · 39 Leitziele · 87 Teilziele .* 103 Institutionen/).waitFor();
    await view.getByText('Alle 7.455 Wörter der Vorlage sind zugeordnet.').waitFor();

    // A goal of the source becomes a paragraph; Enter leads from the block to the kinds, and back.
    // Only blocks near the screen are drawn, so that one has to be looked for.
    const goals = view.locator('[data-block][data-role="goal"]').filter({ hasText: 'Teilziel' });
    await view.getByRole('option').first().hover();
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 400);
        return goals.count();
      }, patience)
      .toBeGreaterThan(1);
    const name = (await goals.nth(1).getAttribute('data-block')) ?? '';
    const block = view.locator(`[data-block="${name}"]`);
    await block.click();
    await page.keyboard.press('Enter');
    const shelf = view.getByRole('toolbar', { name: 'Art ändern' });
    await shelf.getByRole('button', { name: 'Unterpunkt' }).press('Enter');
    await view.getByText(/86 Teilziele/).waitFor();
    await view.getByText('von Ihnen geändert').waitFor();
    await view.getByRole('button', { name: 'Letzte Umordnung zurücknehmen' }).click();
    await view.getByText(/87 Teilziele/).waitFor();

    // Another kind by dragging: the goals behind it are of that kind then, up to the next heading.
    await view
      .locator(`[data-block="${name}"]`)
      .dragTo(shelf.getByRole('button', { name: 'Leitziel', exact: true }));
    await view.getByText(/43 Leitziele · 83 Teilziele/).waitFor();
    await view.getByRole('button', { name: 'Alle Umordnungen verwerfen' }).click();
    await view.getByText(/39 Leitziele · 87 Teilziele/).waitFor();

    await view.getByRole('button', { name: 'Übernehmen', exact: true }).click();
    await view.getByRole('heading', { name: 'Der Text ist übernommen' }).waitFor();
    expect(countDocument(draftOf(host).document, profile)).toMatchObject({
      actionFields: 11,
      leitziele: 39,
      teilziele: 87,
    });
    expect(readStoredRoom(host.workspace, 'process', listInstitutions)).toHaveLength(103);
    await view.getByRole('button', { name: 'Zum Text' }).click();
    await view.waitFor({ state: 'detached' });
    // Text, outline and panel tell of the beginning; a foreword without a heading is called by who signed it.
    const first = page.getByRole('tree', { name: 'Gliederung' }).getByRole('treeitem').first();
    await expect.poll(() => first.getAttribute('aria-selected')).toBe('true');
    await expect.poll(() => first.innerText()).toMatch(/Grußwort: \p{L}/u);
    const before = JSON.stringify(draftOf(host).document);

    await byPalette(page, 'Importieren');
    await choose('leitbild-2019.txt', source);
    await view.getByText('Der Text ist schon genau so. Es gibt nichts zu ändern.').waitFor();
    await view.getByRole('button', { name: 'Übernehmen', exact: true }).click();
    await view.getByRole('heading', { name: 'Es war nichts zu ändern' }).waitFor();
    expect(JSON.stringify(draftOf(host).document)).toBe(before);
    expectNoFaults(window);
  },
);

test('says what an existing text would lose before it is replaced, and takes the import back', async () => {
  const host = await sampleHost();
  const before = draftOf(host);
  const { window, page, view, choose } = await openImport(host);

  await choose('bild.pdf', '%PDF-1.7 kein PDF');
  await view
    .getByRole('alert')
    .getByText(/beschädigt oder unvollständig/)
    .waitFor();
  await choose('neu.txt', '1 Miteinander\n\nLeitziele\n\nWir leben gern zusammen.\n\nWir helfen einander.\n');
  await view.getByText(/Gegenüber dem jetzigen Text:/).waitFor();
  await view.getByRole('button', { name: 'Übernehmen', exact: true }).click();
  const question = page.getByRole('dialog', { name: 'Der jetzige Text wird ersetzt' });
  await question.getByText(/Das Leitbild hat jetzt 84 Ziele/).waitFor();
  await question.getByText(/84 entfallen/).waitFor();
  await question.getByRole('button', { name: 'Nichts ändern' }).last().click();
  expect(draftOf(host).document).toEqual(before.document);

  await view.getByRole('button', { name: 'Übernehmen', exact: true }).click();
  await question.getByRole('button', { name: 'Text ersetzen' }).press('Enter');
  await view.getByRole('heading', { name: 'Der Text ist übernommen' }).waitFor();
  expect(countDocument(draftOf(host).document, standardProfile())).toMatchObject({
    leitziele: 2,
    teilziele: 0,
  });
  await view.getByRole('button', { name: 'Übernahme rückgängig machen' }).press('Enter');
  await view.getByRole('heading', { name: 'Die Übernahme ist rückgängig gemacht' }).waitFor();
  expect(draftOf(host).document).toEqual(before.document);
  expectNoFaults(window);
});

test('says that a block of a foreword can be no goal, and changes nothing', async () => {
  const { window, view, choose } = await openImport(await emptyHost());
  await choose(
    'neu.txt',
    'Grußwort\n\nLiebe Bürgerinnen und Bürger,\n\nwir leben gern hier.\n\n1 Miteinander\n\nLeitziele\n\nWir helfen einander.\n',
  );
  await view.getByText('Gefunden:').waitFor();
  const block = view.locator('[data-block]').filter({ hasText: 'wir leben gern hier.' });
  const role = await block.getAttribute('data-role');
  await block.click();
  const shelf = view.getByRole('toolbar', { name: 'Art ändern' });
  await shelf.getByRole('button', { name: 'Leitziel', exact: true }).click();
  await view.getByText('In „Grußwort“ kann kein Ziel stehen, darum wurde nichts geändert.').waitFor();
  expect(await block.getAttribute('data-role')).toBe(role);
  expect(await view.getByText('von Ihnen geändert').count()).toBe(0);
  expect(await view.getByRole('button', { name: 'Letzte Umordnung zurücknehmen' }).isDisabled()).toBe(true);
  expectNoFaults(window);
});

test('asks how to read tracked changes, and writes nothing when another document is wanted', async () => {
  const host = await emptyHost();
  const { window, page, view, choose } = await openImport(host);
  await choose('entwurf.docx', Buffer.from(await docxWithTrackedChanges()), docx);
  await view.getByRole('heading', { name: 'Das Dokument enthält nachverfolgte Änderungen' }).waitFor();
  await view.getByRole('button', { name: 'So lesen, als wären alle angenommen' }).press('Enter');
  await view.getByText('Keine Überschriften, Ziele oder Fußnoten gefunden.').waitFor();
  await view.getByRole('button', { name: /Hinweis/ }).press('Enter');
  await page.getByText(/als angenommen gelesen/).waitFor();
  await page.keyboard.press('Escape');
  const asked = page.waitForEvent('filechooser');
  await view.getByRole('button', { name: 'Anderes Dokument wählen' }).press('Enter');
  await asked;
  await view.getByText('Keine Überschriften, Ziele oder Fußnoten gefunden.').waitFor();
  await view.getByRole('button', { name: 'Import schließen' }).click();
  await view.waitFor({ state: 'detached' });
  expect(host.workspace.imports.list()).toEqual([]);
  expectNoFaults(window);
});
