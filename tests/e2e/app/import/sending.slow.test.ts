import { closeSync, openSync, ftruncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MAX_SOURCE_BYTES } from '../../../../shared/import/source-limit.ts';
import { appFolder, emptyFile, startAppHost } from '../../../support/app/app-host.ts';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { byPalette, openWindow } from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();
const document = {
  name: 'neu.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('1 Miteinander\n\nLeitziele\n\nWir helfen einander.\n'),
};

test('a document that is being sent can be cancelled, sent again after a break, and is refused at once where it is too large', async () => {
  const folder = appFolder();
  const path = join(folder, 'neu.leitbild');
  emptyFile(path);
  const { page } = await openWindow(browser, await startAppHost(path));
  await byPalette(page, 'Importieren');
  const view = page.getByRole('dialog', { name: /importieren/ });
  const choose = (file: Parameters<ReturnType<typeof page.locator>['setInputFiles']>[0]) =>
    page.locator('input[type="file"]').setInputFiles(file);

  // A host that takes its time.
  await page.route('**/uploads', () => undefined);
  await choose(document);
  await view.getByText(/^Wird übertragen: \d+ %$/).waitFor();
  await view.getByRole('button', { name: 'Abbrechen' }).press('Enter');
  await view.getByRole('button', { name: 'Dokument wählen …' }).waitFor();
  expect(await view.getByRole('alert').count()).toBe(0);

  // A connection that breaks.
  await page.unroute('**/uploads');
  await page.route('**/uploads', (route) => route.abort('connectionreset'));
  await choose(document);
  await view.getByText('Die Übertragung von „neu.txt“ ist abgebrochen').waitFor();
  await page.unroute('**/uploads');
  await view.getByRole('button', { name: 'Noch einmal versuchen' }).press('Enter');
  await view.getByText(/Gefunden: 1 Kapitel · 1 Leitziel$/).waitFor();

  // Nothing of it is sent.
  const large = join(folder, 'gross.pdf');
  const file = openSync(large, 'w');
  ftruncateSync(file, MAX_SOURCE_BYTES + 1);
  closeSync(file);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await choose(large);
  await view
    .getByRole('alert')
    .getByText(/„gross.pdf“ ist zu groß/)
    .waitFor();
  expect(asked).not.toContain('/uploads');
});
