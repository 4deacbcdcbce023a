import { strFromU8, unzipSync, strToU8, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { listVoices } from '../../../../shared/contributions/voices-room.ts';
import { valueOf } from '../../../../shared/errors/value-of.ts';
import { sha256 } from '../../../../shared/ids/ids.ts';
import { openRound, sealAnswer, type OpenedRound } from '../../../../shared/packages/open-package.ts';
import { statement } from '../../../support/arbitrary-contribution.ts';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import { packagedRound } from '../../../support/app/sent-page.ts';
import { byPalette, expectNoFaults, openWindow, sampleHost } from '../../../support/app/workspace-window.ts';
import { connectClient } from '../../../support/host-client.ts';

const browser = browserOfFile();

/** An answer of one comment, or what somebody who has no right would send. */
function answerTo({ inside, hash }: OpenedRound, id: string, body: string, answers = hash): string {
  const { leitbild, institution, round, author, key } = inside;
  const anchor = { on: 'document' } as const;
  const record = statement(id, { institution: institution.id, round: round.id, author, anchor, body });
  const createdAt = '2025-01-01T10:00:00Z';
  const answer = { leitbild, institution: institution.id, round: round.id, answers, createdAt };
  return sealAnswer({ ...answer, records: [record] }, key);
}

it('sends a round to two institutions, and takes what comes back once moderation has seen it', async () => {
  const host = await sampleHost();
  const moderation = await connectClient(host, host.secret);
  valueOf(await moderation.call('rounds.save', { round: packagedRound }));
  valueOf(await moderation.call('rounds.open', { round: packagedRound.id }));
  moderation.close();
  const opened = await openWindow(browser, host, 'Mia Moderat', { acceptDownloads: true });
  const { page } = opened;
  await byPalette(page, 'Pakete verschicken und einlesen');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Paket für die Leitbild-Werkstatt').check();
  const list = dialog.getByRole('group', { name: 'Institutionen' });
  const boxes = list.getByRole('checkbox');
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await picture(page, 'packages-send');
  expect(await accessibilityFaults(page)).toEqual([]);
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: '2 Pakete erzeugen' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('Runde 2025 – Pakete.zip');
  await list
    .getByText(/\(Paket vom/)
    .first()
    .waitFor();
  expect(await list.getByText(/\(Paket vom/).count()).toBe(2);
  const files = unzipSync(readFileSync(await download.path()));
  const [first, second] = Object.entries(files).map(([name, bytes]) =>
    valueOf(openRound(strFromU8(bytes), name)),
  );
  if (first === undefined || second === undefined) throw new Error('not two packages');

  await dialog.getByRole('tab', { name: 'Antworten einlesen' }).click();
  const zip = zipSync({
    'eins.leitbild-antwort': strToU8(answerTo(first, 'c1', 'Das ist uns zu wenig.')),
    'zwei.leitbild-antwort': strToU8(answerTo(second, 'c2', 'Einverstanden.')),
    'drei.leitbild-antwort': strToU8(answerTo(second, 'c3', 'Fremd.', sha256('1'.repeat(64)))),
  });
  await dialog.locator('input[type=file]').setInputFiles({
    ...{ name: 'antworten.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) },
  });
  const table = dialog.getByRole('table', { name: 'Antworten' });
  await table.getByText('1 neu').first().waitFor();
  expect(await table.getByRole('row').count()).toBe(4);
  await table.getByRole('button', { name: 'Einzeln ansehen' }).first().click();
  await table.getByText('Das ist uns zu wenig.').waitFor();
  await picture(page, 'packages-report');
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(host.rooms.read('voices', listVoices)).toEqual([]);
  await table.getByRole('checkbox').nth(1).uncheck();
  await dialog.getByRole('button', { name: '1 Antwort übernehmen' }).click();
  await dialog.getByText('1 Eintrag wurde übernommen.').waitFor();
  await table.getByText('1 schon vorhanden').waitFor();
  await picture(page, 'packages-taken');
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(host.rooms.read('voices', listVoices).map(({ record }) => record.id)).toEqual(['c1']);
  expectNoFaults(opened);
});
