import { expect, it } from 'vitest';
import { listVoices } from '../../../../shared/contributions/voices-room.ts';
import { writePhase } from '../../../../shared/rooms/phase-room.ts';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import { openRound } from '../../../support/app/open-round.ts';
import {
  byPalette,
  expectNoFaults,
  goToGoal,
  openGuest,
  sampleHost,
} from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

it('has two delegates write a proposal together, submit it once, and take a side', async () => {
  const host = await sampleHost();
  openRound(host);
  const anna = await openGuest(browser, host, 'delegate', 'Anna');
  const bert = await openGuest(browser, host, 'delegate', 'Bert');
  const goal = await goToGoal(anna.page);
  await goToGoal(bert.page);
  const panel = anna.page.locator('#panel');
  await panel.getByText('Zu dieser Stelle hat Ihre Institution noch nichts geschrieben.').waitFor();

  await panel.getByRole('button', { name: 'Beitrag schreiben' }).click();
  await panel.getByLabel('Art des Beitrags').selectOption({ label: 'Formulierungsvorschlag' });
  const wording = panel.getByLabel('Ihr Vorschlag für den Wortlaut');
  const before = await wording.inputValue();
  expect(before.length).toBeGreaterThan(20);
  await wording.press('Control+End');
  await wording.pressSequentially(' Und zwar sofort.');
  const theirs = bert.page.locator('#panel').getByLabel('Begründung (freiwillig)');
  await theirs.fill('Weil es eilt.');
  await expect.poll(() => panel.getByLabel('Begründung (freiwillig)').inputValue()).toBe('Weil es eilt.');
  await panel.getByRole('group', { name: 'Was sich gegenüber dem Text ändert' }).getByText('Und').waitFor();
  await picture(anna.page, 'taking-part-draft');
  expect(await accessibilityFaults(anna.page)).toEqual([]);

  await panel.getByRole('button', { name: 'Einreichen', exact: true }).click();
  await anna.page.getByRole('dialog').getByRole('button', { name: 'Einreichen' }).click();
  await panel.getByText(/Eingegangen am/).waitFor();
  await bert.page
    .locator('#panel')
    .getByText(/Eingegangen am/)
    .waitFor();

  await panel.getByLabel('Zustimmung mit Änderung').check();
  await panel.getByRole('button', { name: 'Einreichen', exact: true }).click();
  await panel.getByText(/Zustimmung mit Änderung, eingegangen am/).waitFor();
  await picture(anna.page, 'taking-part-submitted');

  // What is taken within one second stands in no certain order.
  const taken = host.rooms.read('voices', listVoices).map(({ record }) => record);
  expect(taken).toHaveLength(2);
  expect(taken.find(({ type }) => type === 'statement')).toMatchObject({
    kind: 'proposal',
    anchor: { on: 'node', nodeId: goal },
    wording: `${before} Und zwar sofort.`,
    body: 'Weil es eilt.',
  });
  expect(taken.find(({ type }) => type === 'position')).toMatchObject({
    stance: 'agreeWithChange',
    anchor: { nodeId: goal },
  });

  await byPalette(anna.page, 'Beiträge unserer Institution');
  await anna.page.getByRole('heading', { name: '1 eingereichter Beitrag' }).waitFor();
  await picture(anna.page, 'taking-part-all');
  expect(await accessibilityFaults(anna.page)).toEqual([]);
  expectNoFaults(anna, bert);
});

it('anchors a remark at the words that are selected, and takes it back with a reason', async () => {
  const host = await sampleHost();
  openRound(host);
  const anna = await openGuest(browser, host, 'delegate', 'Anna');
  const { page } = anna;
  const goal = await goToGoal(page);
  await page
    .locator(`.leitbild-text [data-id="${goal}"] p`)
    .first()
    .dblclick({ position: { x: 30, y: 12 } });
  const selected = await page.evaluate(() => getSelection()?.toString() ?? '');
  expect(selected.trim()).not.toBe('');
  const panel = page.locator('#panel');
  await panel.getByRole('button', { name: 'Zur markierten Stelle schreiben' }).click();
  await panel.getByLabel('Anmerkung', { exact: true }).fill('Das ist zu allgemein.');
  await panel.getByRole('button', { name: 'Einreichen', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Einreichen' }).click();
  await panel.getByText(/Eingegangen am/).waitFor();
  const marked = page.locator('.leitbild-text .marked-place');
  await expect.poll(() => marked.allTextContents()).toEqual([selected.trim()]);
  await panel.getByRole('button', { name: 'Zurücknehmen' }).click();
  await page.getByRole('dialog').getByLabel('Warum? (freiwillig)').fill('Hat sich erledigt.');
  await page.getByRole('dialog').getByRole('button', { name: 'Zurücknehmen' }).click();
  await panel.getByText('Zurückgenommen', { exact: true }).waitFor();
  await expect.poll(() => marked.count()).toBe(0);
  const taken = () => host.rooms.read('voices', listVoices).map(({ record }) => record);
  await expect.poll(() => taken().length).toBe(2);
  expect(taken().find(({ type }) => type === 'statement')).toMatchObject({
    anchor: { on: 'passage', quote: expect.stringContaining(selected.trim()) as string },
    body: 'Das ist zu allgemein.',
  });
  expect(taken().find(({ type }) => type === 'withdrawal')).toMatchObject({ body: 'Hat sich erledigt.' });
  expectNoFaults(anna);
});

it('shows what others have submitted where the round is open to all, and nothing of them where it is not', async () => {
  const host = await sampleHost();
  openRound(host);
  const anna = await openGuest(browser, host, 'delegate', 'Anna');
  const reader = await openGuest(browser, host, 'reader', 'Rita');
  await goToGoal(anna.page);
  await goToGoal(reader.page);
  await anna.page.locator('#panel').getByRole('button', { name: 'Beitrag schreiben' }).click();
  await anna.page.locator('#panel').getByLabel('Anmerkung', { exact: true }).fill('Das ist zu allgemein.');
  await anna.page.locator('#panel').getByRole('button', { name: 'Einreichen', exact: true }).click();
  await anna.page.getByRole('dialog').getByRole('button', { name: 'Einreichen' }).click();
  await anna.page
    .locator('#panel')
    .getByText(/Eingegangen am/)
    .waitFor();
  const theirs = reader.page.locator('#panel').getByText('Das ist zu allgemein.');
  expect(await theirs.count()).toBe(0);
  host.rooms.edit('process', (process) => {
    writePhase(process, { text: 'open', contributions: 'open', voices: 'everyone' });
  });
  await theirs.waitFor();
  await reader.page
    .locator('#panel')
    .getByRole('heading', { name: '1 Beitrag anderer Institutionen' })
    .waitFor();
  await picture(reader.page, 'taking-part-others');
  expect(await accessibilityFaults(reader.page)).toEqual([]);
  expectNoFaults(anna, reader);
});

it('lets nobody write while no round is open, and says so', async () => {
  const host = await sampleHost();
  const anna = await openGuest(browser, host, 'delegate', 'Anna');
  await goToGoal(anna.page);
  const panel = anna.page.locator('#panel');
  await panel.getByText('Noch keine Haltung eingereicht.').waitFor();
  expect(await panel.getByRole('button', { name: 'Beitrag schreiben' }).count()).toBe(0);
  await byPalette(anna.page, 'Beiträge unserer Institution');
  await anna.page.getByRole('dialog').getByText('Zurzeit läuft keine Beteiligungsrunde.').waitFor();
  expectNoFaults(anna);
});
