import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openWorkspace } from '../../../../electron/host/workspace/open-workspace.ts';
import { takeDraft } from '../../../../electron/host/editions/draft.ts';
import { valueOf } from '../../../../shared/errors/value-of.ts';
import { appFolder, realPorts, sampleFile, startAppHost } from '../../../support/app/app-host.ts';
import { deskUrl, startAppDesk } from '../../../support/app/app-desk.ts';
import { openBrowser, openPage } from '../../../support/app/app-page.ts';
import { expectNoFaults, named, textOf, untilSaved } from '../../../support/app/workspace-window.ts';

/** What a file holds after its host has closed it. */
function contentOf(path: string) {
  const workspace = valueOf(openWorkspace(path, { ports: realPorts(), readOnly: true }));
  try {
    return valueOf(takeDraft(workspace, '2026-01-01T00:00:00Z')).content;
  } finally {
    workspace.close();
  }
}

function action(page: Page, name: string) {
  return page.getByRole('button', { name: new RegExp(`^${name}`) });
}

test('a new Leitbild is made by keyboard alone, and what is typed is in its file', async () => {
  const desk = await startAppDesk();
  const window = await openPage(await openBrowser(), deskUrl(desk), named('Mia Moderat'));
  const { page } = window;
  await action(page, 'Neues Leitbild').press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Neues Leitbild' });
  await dialog.getByRole('textbox', { name: 'Titel des Leitbilds' }).waitFor();
  await page.keyboard.press('Enter');
  await dialog.getByText('Bitte geben Sie einen Titel an.').waitFor();
  await page.keyboard.type('Leben in Ellernfurt: 2030?');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Stadt Ellernfurt');
  expect(await dialog.getByRole('textbox', { name: 'Dateiname' }).inputValue()).toBe(
    'Leben in Ellernfurt 2030',
  );
  await page.keyboard.press('Enter');

  await textOf(page).waitFor();
  await textOf(page).locator('p').last().click();
  await page.keyboard.type('Wir leben gern zusammen.');
  await untilSaved(page);
  const path = join(desk.documents, 'Leben in Ellernfurt 2030.leitbild');
  valueOf(await desk.api('desk.close', { path }));
  const { title, municipality, document } = contentOf(path);
  expect({ title, municipality }).toEqual({
    title: 'Leben in Ellernfurt: 2030?',
    municipality: 'Stadt Ellernfurt',
  });
  expect(JSON.stringify(document)).toContain('Wir leben gern zusammen.');
});

test('the sample opens, and is listed with its title afterwards', async () => {
  const desk = await startAppDesk();
  const browser = await openBrowser();
  const window = await openPage(browser, deskUrl(desk), named('Mia Moderat'));
  await action(window.page, 'Beispiel ansehen').click();
  await textOf(window.page).getByText('Grußwort der Oberbürgermeisterin').waitFor();
  const again = await openPage(browser, deskUrl(desk));
  await again.page
    .getByRole('button', { name: /^Leitbild Zusammenleben in Vielfalt.*ist gerade offen/ })
    .waitFor();
  expectNoFaults(window, again);
});

test('what cannot be opened is told with what to do, and a file that has gone leaves the list', async () => {
  const desk = await startAppDesk();
  const at = (name: string): string => join(desk.documents, `${name}.leitbild`);
  await sampleFile(at('beschädigt'));
  truncateSync(at('beschädigt'), 20_000);
  await sampleFile(at('neuer'));
  const newer = new Database(at('neuer'));
  newer.pragma('user_version = 999');
  newer.close();
  writeFileSync(at('brief'), 'Sehr geehrte Damen und Herren, '.repeat(50));
  await sampleFile(at('offen'));
  await startAppHost(at('offen'));
  const window = await openPage(await openBrowser(), deskUrl(desk));
  const { page } = window;
  for (const [name, message] of [
    ['beschädigt', /ist beschädigt.*Bitte greifen Sie auf eine Sicherung zurück/],
    ['neuer', /mit einer neueren Version geschrieben.*Bitte aktualisieren Sie das Programm/],
    ['brief', /ist keine Leitbild-Datei/],
    ['offen', /ist gerade in einem anderen Programm geöffnet/],
  ] as const) {
    await action(page, 'Datei öffnen').click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(name) })
      .click();
    await page.getByRole('alert').getByText(message).waitFor();
    await page.getByRole('button', { name: 'Schließen' }).click();
  }
  await desk.api('desk.create', { path: at('weg'), profile: 'standard', title: 'Weg', municipality: '' });
  await desk.api('desk.close', { path: at('weg') });
  rmSync(at('weg'));
  await page.reload();
  await page.getByRole('button', { name: /^Weg.*Datei nicht gefunden/ }).click();
  await page
    .getByRole('alert')
    .getByText(/gibt es nicht/)
    .waitFor();
  await page.getByRole('button', { name: '„weg“ aus der Liste nehmen' }).press('Enter');
  await page.getByRole('button', { name: /^Weg/ }).waitFor({ state: 'detached' });
  expect(valueOf(await desk.api('desk.state', {})).recent).toEqual([]);
  // The browser itself notes each answer that is an error; nothing else went wrong.
  expect(window.faults.filter((fault) => !fault.includes('Failed to load resource'))).toEqual([]);
});

test('an invitation is followed; a mistyped, foreign or ended one is told apart', async () => {
  const folder = appFolder();
  await sampleFile(join(folder, 'fern.leitbild'));
  const far = await startAppHost(join(folder, 'fern.leitbild'));
  const invite = () =>
    valueOf(far.invitations.create({ role: 'reader', institution: null, expiresAt: '2099-01-01T00:00:00Z' }));
  const desk = await startAppDesk();
  const window = await openPage(await openBrowser(), deskUrl(desk), named('Lena Leser'));
  const { page } = window;
  await action(page, 'Einer Einladung folgen').click();
  const dialog = page.getByRole('dialog', { name: 'Einer Einladung folgen' });
  const link = dialog.getByRole('textbox', { name: 'Einladungslink' });
  const accept = dialog.getByRole('button', { name: 'Einladung annehmen' });
  await accept.click();
  await dialog.getByText('Bitte fügen Sie den Link aus der Einladung ein.').waitFor();
  const { token } = invite();
  await link.fill(`${far.url}/join#token=${token.slice(0, 20)}`);
  await dialog.getByText(/Das ist kein vollständiger Einladungslink/).waitFor();
  await link.fill(`${far.url}/join#token=${'A'.repeat(43)}`);
  await accept.click();
  await dialog
    .getByRole('alert')
    .getByText(/nicht bekannt/)
    .waitFor();
  const ended = invite();
  valueOf(far.invitations.revoke(ended.invitation.id));
  await link.fill(`${far.url}/join#token=${ended.token}`);
  await accept.click();
  await dialog
    .getByRole('alert')
    .getByText(/gilt nicht mehr/)
    .waitFor();
  // A mail program broke the good link over two lines.
  await link.fill(`${far.url}/join#token=${token.slice(0, 20)}\n${token.slice(20)}`);
  await accept.click();
  await textOf(page).getByText('Grußwort der Oberbürgermeisterin').waitFor();
});

test('a document that is dropped on the window is looked at in the Leitbild that is made for it', async () => {
  const desk = await startAppDesk();
  const window = await openPage(await openBrowser(), deskUrl(desk), named('Mia Moderat'));
  const { page } = window;
  await action(page, 'Dokument importieren').waitFor();
  const drop = (name: string, text: string) =>
    page.evaluate(
      ([fileName, content]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([content], fileName, { type: 'text/plain' }));
        for (const type of ['dragenter', 'dragover', 'drop']) {
          document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
        }
      },
      [name, text] as const,
    );
  await drop('bild.bmp', 'BM');
  await page
    .getByRole('alert')
    .getByText(/weder eine Leitbild-Datei/)
    .waitFor();
  await drop('mein.leitbild', 'SQLite');
  await page
    .getByRole('alert')
    .getByText(/Im Browser ist nicht zu erkennen/)
    .waitFor();
  await drop(
    'Leitbild alt.txt',
    '1 Miteinander\n\nLeitziele\n\nWir leben gern zusammen.\n\nWir helfen einander.\n',
  );
  const dialog = page.getByRole('dialog', { name: 'Dokument importieren' });
  await dialog.getByRole('textbox', { name: 'Titel des Leitbilds' }).fill('Neu');
  await page.keyboard.press('Enter');
  const view = page.getByRole('dialog', { name: /importieren/ });
  await view.getByText(/Gefunden:.*2 Leitziele/).waitFor();
  await view.getByRole('button', { name: 'Übernehmen', exact: true }).click();
  await view.getByRole('button', { name: 'Zum Text' }).click();
  await textOf(page).getByText('Wir helfen einander.').waitFor();
  expectNoFaults(window);
});
