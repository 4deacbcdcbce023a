import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openRoundPackage } from '../../../../electron/host/packages/open-round.ts';
import { valueOf } from '../../../../shared/errors/value-of.ts';
import { openAnswer } from '../../../../shared/packages/open-package.ts';
import { realPorts, startAppHost } from '../../../support/app/app-host.ts';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import { sendPage } from '../../../support/app/sent-page.ts';
import {
  byPalette,
  expectNoFaults,
  goToGoal,
  openWindow,
  sampleHost,
} from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

it('lets an institution take part in a file made from a package, and make its answer there', async () => {
  const upstream = await sampleHost();
  const { institution, path } = await sendPage(upstream, 'package');
  const host = await startAppHost(valueOf(await openRoundPackage(path, { ports: realPorts() })));
  const opened = await openWindow(browser, host, 'Anna', { acceptDownloads: true });
  const { page } = opened;
  await goToGoal(page);
  const panel = page.locator('#panel');
  await panel.getByRole('button', { name: 'Beitrag schreiben' }).click();
  await panel.getByRole('textbox', { name: 'Anmerkung' }).fill('Das sehen wir auch so.');
  await panel.getByRole('button', { name: 'Einreichen', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Einreichen' }).click();
  await panel.getByText('Kommt in die Antwort').waitFor();
  await byPalette(page, 'Antwort erzeugen');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Die Antwort enthält 1 Eintrag.').waitFor();
  await picture(page, 'package-answer');
  expect(await accessibilityFaults(page)).toEqual([]);
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Antwort speichern' }).click();
  const download = await downloading;
  const { answer } = valueOf(openAnswer(readFileSync(await download.path(), 'utf8'), 'a'));
  expect(answer.records.map(({ record }) => record)).toMatchObject([
    { type: 'statement', body: 'Das sehen wir auch so.', institution: institution.id },
  ]);
  expectNoFaults(opened);
});
