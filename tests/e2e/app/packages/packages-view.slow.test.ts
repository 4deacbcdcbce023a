import { strFromU8, unzipSync, strToU8, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Contribution } from '../../../../shared/contributions/contribution.ts';
import { listVoices } from '../../../../shared/contributions/voices-room.ts';
import { makeNodeAnchor } from '../../../../shared/contributions/make-anchor.ts';
import { valueOf } from '../../../../shared/errors/value-of.ts';
import { nodeId, sha256, type NodeId } from '../../../../shared/ids/ids.ts';
import { openRound, sealAnswer, type OpenedRound } from '../../../../shared/packages/open-package.ts';
import { leitbildSchema } from '../../../../shared/schema/leitbild-schema.ts';
import { textFlowOf } from '../../../../shared/text/text-flow.ts';
import { statement } from '../../../support/arbitrary-contribution.ts';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import { packagedRound } from '../../../support/app/sent-page.ts';
import { byPalette, expectNoFaults, openWindow, sampleHost } from '../../../support/app/workspace-window.ts';
import { connectClient } from '../../../support/host-client.ts';

const browser = browserOfFile();

/** A comment by whoever has a package. */
function saidIn({ inside: { institution, round, author } }: OpenedRound, id: string, body: string) {
  const anchor = { on: 'document' } as const;
  return statement(id, { institution: institution.id, round: round.id, author, anchor, body });
}

/** The same, to the first goal of the text that was sent. */
function saidToGoal(opened: OpenedRound, id: string, body: string) {
  const document = leitbildSchema.nodeFromJSON(opened.inside.base.document);
  const ids: NodeId[] = [];
  document.descendants(({ type, attrs }) => {
    if (type.name === 'goal') ids.push(nodeId(String(attrs['id'])));
  });
  const anchor = ids[0] && makeNodeAnchor(textFlowOf(document), ids[0]);
  if (anchor === undefined) throw new Error('no goal in the text');
  return { ...saidIn(opened, id, body), anchor };
}

/** An answer, or what somebody who has no right would send. */
function answerTo(opened: OpenedRound, records: readonly Contribution[], answers = opened.hash): string {
  const { leitbild, institution, round, key } = opened.inside;
  const createdAt = '2025-01-01T10:00:00Z';
  const answer = { leitbild, institution: institution.id, round: round.id, answers, createdAt };
  return sealAnswer({ ...answer, records }, key);
}

/** A window of moderation on a host with an open round, and its packages for some institutions. */
async function openRoundWindow() {
  const host = await sampleHost();
  const moderation = await connectClient(host, host.secret);
  valueOf(await moderation.call('rounds.save', { round: packagedRound }));
  valueOf(await moderation.call('rounds.open', { round: packagedRound.id }));
  moderation.close();
  const opened = await openWindow(browser, host, 'Mia Moderat', { acceptDownloads: true });
  await byPalette(opened.page, 'Pakete verschicken und einlesen');
  return { host, opened, page: opened.page, dialog: opened.page.getByRole('dialog') };
}

it('sends a round to two institutions, and takes what comes back once moderation has seen it', async () => {
  const { host, opened, page, dialog } = await openRoundWindow();
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
    'eins.leitbild-antwort': strToU8(answerTo(first, [saidToGoal(first, 'c1', 'Das ist uns zu wenig.')])),
    'zwei.leitbild-antwort': strToU8(answerTo(second, [saidIn(second, 'c2', 'Einverstanden.')])),
    'drei.leitbild-antwort': strToU8(
      answerTo(second, [saidIn(second, 'c3', 'Fremd.')], sha256('1'.repeat(64))),
    ),
  });
  await dialog.locator('input[type=file]').setInputFiles({
    ...{ name: 'antworten.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) },
  });
  const table = dialog.getByRole('table', { name: 'Antworten' });
  await table.getByText('1 neu').first().waitFor();
  expect(await table.getByRole('row').count()).toBe(4);
  await table.getByRole('button', { name: 'Einzeln ansehen' }).first().click();
  await table.getByText('Das ist uns zu wenig.').waitFor();
  await table.getByText(/Leitziel [^:]*: Stelle unverändert/).waitFor();
  await picture(page, 'packages-report');
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(host.rooms.read('voices', listVoices)).toEqual([]);
  await table
    .getByRole('checkbox', { name: /übernehmen/ })
    .nth(1)
    .uncheck();
  await dialog.getByRole('button', { name: '1 Antwort übernehmen' }).click();
  await dialog.getByText('1 Eintrag wurde übernommen.').waitFor();
  await table.getByText('1 schon vorhanden').waitFor();
  await picture(page, 'packages-taken');
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(host.rooms.read('voices', listVoices).map(({ record }) => record.id)).toEqual(['c1']);

  const moderation = await connectClient(host, host.secret);
  valueOf(await moderation.call('rounds.close', { round: packagedRound.id }));
  moderation.close();
  await dialog.locator('input[type=file]').setInputFiles({
    ...{ name: 'spaet.leitbild-antwort', mimeType: 'application/json' },
    buffer: Buffer.from(answerTo(first, [saidIn(first, 'c4', 'Zu spät.')])),
  });
  await table.getByText('Nach Ende der Runde eingegangen').waitFor();
  const box = table.getByRole('checkbox', { name: /übernehmen/ });
  expect([await box.isChecked(), await box.isDisabled()]).toEqual([false, true]);
  expect(await dialog.getByRole('button', { name: '0 Antworten übernehmen' }).isDisabled()).toBe(true);
  await picture(page, 'packages-late');
  await dialog.getByLabel('Auch übernehmen, was nach Ende der Runde eingegangen ist').check();
  expect(await box.isChecked()).toBe(true);
  await dialog.getByRole('button', { name: '1 Antwort übernehmen' }).click();
  await dialog.getByText('1 Eintrag wurde übernommen.').waitFor();
  expectNoFaults(opened);
});

it('blocks a package that was lost, sends another, and takes single entries of its answer', async () => {
  const { host, opened, page, dialog } = await openRoundWindow();
  await dialog.getByLabel('Paket für die Leitbild-Werkstatt').check();
  const list = dialog.getByRole('group', { name: 'Institutionen' });
  const make = async (): Promise<OpenedRound> => {
    const downloading = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Paket erzeugen', exact: true }).click();
    const download = await downloading;
    const text = readFileSync(await download.path(), 'utf8');
    return valueOf(openRound(text, download.suggestedFilename()));
  };
  await list.getByRole('checkbox').first().check();
  const lost = await make();

  await dialog.getByRole('tab', { name: 'Verschickte Pakete' }).click();
  const table = dialog.getByRole('table', { name: 'Verschickte Pakete' });
  await table.getByText('Unterwegs').waitFor();
  await picture(page, 'packages-sent');
  expect(await accessibilityFaults(page)).toEqual([]);
  await table.getByRole('button', { name: 'sperren' }).click();
  const question = page.getByRole('dialog', { name: /sperren\?$/ });
  await question.getByRole('button', { name: 'Sperren' }).click();
  await table.getByText('Gesperrt').waitFor();
  await picture(page, 'packages-blocked');
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Neues Paket erzeugen' }).click();
  const next = await make();
  expect(next.inside.institution.id).toBe(lost.inside.institution.id);
  expect(next.inside.author).not.toBe(lost.inside.author);

  await dialog.getByRole('tab', { name: 'Antworten einlesen' }).click();
  const first = saidIn(next, 'c1', 'Das bleibt draußen.');
  const records = [
    first,
    saidIn(next, 'c2', 'Das kommt hinein.'),
    { ...saidIn(next, 'c3', 'Genauer gesagt.'), replaces: first.id },
  ];
  const zip = zipSync({
    'alt.leitbild-antwort': strToU8(answerTo(lost, [saidIn(lost, 'c9', 'Vom Finder.')])),
    'neu.leitbild-antwort': strToU8(answerTo(next, records)),
  });
  await dialog.locator('input[type=file]').setInputFiles({
    ...{ name: 'antworten.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) },
  });
  const answers = dialog.getByRole('table', { name: 'Antworten' });
  await answers.getByText(/^Zurückgezogener Schlüssel/).waitFor();
  await answers.getByRole('button', { name: 'Einzeln ansehen' }).click();
  const entries = answers.getByRole('list').getByRole('checkbox');
  await entries.nth(2).waitFor();
  // What replaces it is left out with it.
  await entries.first().focus();
  await page.keyboard.press('Space');
  await expect.poll(() => entries.nth(2).isChecked()).toBe(false);
  expect(await entries.nth(1).isChecked()).toBe(true);
  await picture(page, 'packages-entries');
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: '1 Eintrag übernehmen' }).click();
  await dialog.getByText('1 Eintrag wurde übernommen.').waitFor();
  await answers.getByText('2 neu · 1 schon vorhanden').waitFor();
  expect(host.rooms.read('voices', listVoices).map(({ record }) => record.id)).toEqual(['c2']);
  await dialog.getByRole('button', { name: '0 Antworten übernehmen' }).waitFor();
  await dialog.getByRole('tab', { name: 'Verschickte Pakete' }).click();
  await table.getByText('Beantwortet', { exact: true }).waitFor();
  expectNoFaults(opened);
});
