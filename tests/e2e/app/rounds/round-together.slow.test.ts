import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { listRounds } from '../../../../shared/rounds/rounds-room.ts';
import { askedRound } from '../../../support/asked-round.ts';
import { valueOf } from '../../../support/filled-workspace.ts';
import { connectClient } from '../../../support/host-client.ts';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import {
  byPalette,
  expectNoFaults,
  openDelegate,
  openGuest,
  openWindow,
  sampleHost,
} from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

/** The form of the round, open. */
async function edit(page: Page) {
  await byPalette(page, 'Beteiligungsrunden');
  const view = page.getByRole('dialog', { name: 'Beteiligungsrunden' });
  await view.getByRole('button', { name: 'Bearbeiten' }).click();
  await view.getByLabel('Name').waitFor();
  return view;
}

it('RND12: of two moderators who change one round, the second sees what the first did, and keeps what she typed', async () => {
  const host = await sampleHost();
  const client = await connectClient(host, host.secret);
  valueOf(await client.call('rounds.save', { round: askedRound }));
  client.close();
  const [mia, ute] = [await openWindow(browser, host), await openGuest(browser, host, 'moderator', 'Ute')];
  const hers = await edit(ute.page);
  await hers.getByLabel('Name').fill('Runde von Ute');
  const his = await edit(mia.page);
  await his.getByLabel('Name').fill('Runde von Mia');
  await his.getByLabel('Letzter Tag').fill('2099-06-30');
  await his.getByRole('button', { name: 'Speichern' }).click();
  await his.getByRole('heading', { name: 'Runde von Mia' }).waitFor();

  await hers.getByRole('button', { name: 'Speichern' }).click();
  const notice = hers.getByRole('alert');
  await notice.getByText('Jemand anders hat diese Runde inzwischen geändert').waitFor();
  expect(await notice.getByRole('listitem').allInnerTexts()).toEqual([
    'Name: jetzt „Runde von Mia“. Hier steht weiter Ihre Angabe.',
    'Letzter Tag: jetzt „30. Juni 2099“.',
  ]);
  expect(await hers.getByLabel('Name').inputValue()).toBe('Runde von Ute');
  expect(await hers.getByLabel('Letzter Tag').inputValue()).toBe('2099-06-30');
  expect(host.rooms.read('process', listRounds)[0]?.name).toBe('Runde von Mia');
  await picture(ute.page, 'round-changed');
  expect(await accessibilityFaults(ute.page)).toEqual([]);

  await hers.getByRole('button', { name: 'Speichern' }).click();
  await hers.getByRole('heading', { name: 'Runde von Ute' }).waitFor();
  const [saved] = host.rooms.read('process', listRounds);
  expect([saved?.name, saved?.closesAt === null]).toEqual(['Runde von Ute', false]);

  // Removed while it is being changed: what was typed stays, and can become a round of its own.
  await hers.getByRole('button', { name: 'Bearbeiten' }).click();
  await hers.getByLabel('Name').fill('Doch noch');
  await his.getByRole('button', { name: 'Entfernen' }).click();
  await mia.page
    .getByRole('dialog', { name: /entfernen\?/ })
    .getByRole('button', { name: 'Entfernen' })
    .click();
  await his.getByText('Noch keine Runde angelegt').waitFor();
  expect(await hers.getByLabel('Name').inputValue()).toBe('Doch noch');
  await hers.getByRole('button', { name: 'Speichern' }).click();
  await hers.getByText('Jemand anders hat diese Runde inzwischen entfernt').waitFor();
  await hers.getByRole('button', { name: 'Speichern' }).click();
  await his.getByRole('heading', { name: 'Doch noch' }).waitFor();
  const rounds = host.rooms.read('process', listRounds);
  expect(rounds.map(({ id, name }) => [id === 'r1', name])).toEqual([[false, 'Doch noch']]);
  expectNoFaults(mia);
  // The two that the host refused.
  expect(ute.faults.map((fault) => /409 \(Conflict\).*rounds\.save$/.test(fault))).toEqual([true, true]);
});

it('tells a delegate what becomes of a round while the window is open, and not what became of it before', async () => {
  const host = await sampleHost();
  const client = await connectClient(host, host.secret);
  valueOf(await client.call('rounds.save', { round: askedRound }));
  const anna = await openDelegate(browser, host, 'integrationsrat', 'Anna');
  const { page } = anna;
  // Her device keeps a copy in which the round is not open yet.
  await page.goto('about:blank');
  valueOf(await client.call('rounds.open', { round: askedRound.id }));
  await page.goto(anna.link);
  await page.locator('footer').getByText(/offen/).waitFor();
  expect(await page.getByText('ist jetzt offen').count()).toBe(0);
  valueOf(await client.call('rounds.close', { round: askedRound.id }));
  await page.getByText('ist geschlossen').waitFor();
  client.close();
  expectNoFaults(anna);
});
