import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { valueOf } from '../../../../shared/errors/value-of.ts';
import { openRound, sealAnswer } from '../../../../shared/packages/open-package.ts';
import { deskUrl, startAppDesk } from '../../../support/app/app-desk.ts';
import { browserOfFile, openPage } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import { packagedRound, sendPage, sendPageTo } from '../../../support/app/sent-page.ts';
import { expectNoFaults, named, sampleHost, textOf } from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

function drop(page: Page, name: string, text: string): Promise<void> {
  return page.evaluate(
    ([fileName, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName));
      document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    },
    [name, text] as const,
  );
}

it('says of an answer that is dropped on the start screen what it is, and opens the Leitbild to which it belongs', async () => {
  const host = await sampleHost();
  const { path } = await sendPage(host, 'package');
  const { inside, hash } = valueOf(openRound(readFileSync(path, 'utf8'), path));
  const { leitbild, institution, round, key } = inside;
  const answer = sealAnswer(
    {
      ...{ leitbild, institution: institution.id, round: round.id, answers: hash },
      ...{ createdAt: '2025-01-01T10:00:00Z', records: [] },
    },
    key,
  );
  valueOf(await host.close());
  const desk = await startAppDesk();
  const window = await openPage(browser, deskUrl(desk), named('Mia Moderat'));
  const { page } = window;
  await page.getByRole('button', { name: /^Neues Leitbild/ }).waitFor();
  const alert = page.getByRole('alert');
  await drop(page, 'Verein.leitbild-antwort', answer);
  await alert.getByText(/auf diesem Rechner noch nicht geöffnet/).waitFor();
  await drop(page, 'Verein.leitbild-antwort', answer.slice(0, -30));
  await alert.getByText(/unvollständig oder beschädigt/).waitFor();
  valueOf(await desk.api('desk.open', { path: host.path }));
  await drop(page, 'Verein.leitbild-antwort', answer);
  await alert.getByText(/Das ist „ellernfurt.leitbild“/).waitFor();
  await picture(page, 'start-answer');
  expect(await accessibilityFaults(page)).toEqual([]);
  await alert.getByRole('button', { name: 'Dieses Leitbild öffnen' }).click();
  await textOf(page).waitFor();
  expectNoFaults(window);
});

it('asks where a package that was sent once more finds the file of the one before', async () => {
  const host = await sampleHost();
  const { path, moderation, institution } = await sendPage(host, 'package');
  const desk = await startAppDesk();
  const first = valueOf(await desk.api('desk.open', { path }));
  const again = await sendPageTo(moderation, packagedRound.id, institution.id, 'package');
  expect(again.path).not.toBe(path);
  writeFileSync(path, readFileSync(again.path));
  const window = await openPage(browser, deskUrl(desk, { kind: 'open', path }), named('Anna'));
  const { page } = window;
  const alert = page.getByRole('alert');
  await alert.getByText(/stammt aus einem anderen Paket/).waitFor();
  await picture(page, 'start-package-exists');
  expect(await accessibilityFaults(page)).toEqual([]);
  await alert.getByRole('button', { name: 'Unter anderem Namen anlegen und öffnen' }).click();
  await textOf(page).waitFor();
  const second = first.path.replace(/\.leitbild$/, ' (2).leitbild');
  expect(desk.workspaces.list().map((one) => one.path)).toEqual([first.path, second]);
  // That the name is taken is the one thing that the browser notes.
  expect(window.faults).toEqual([expect.stringContaining('409 (Conflict)')]);
});
