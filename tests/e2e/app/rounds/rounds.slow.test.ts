import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { listVoices } from '../../../../shared/contributions/voices-room.ts';
import { readPhase, readRound } from '../../../../shared/rooms/phase-room.ts';
import { listRounds } from '../../../../shared/rounds/rounds-room.ts';
import { realPorts } from '../../../support/app/app-host.ts';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { picture } from '../../../support/app/look.ts';
import {
  byPalette,
  expectNoFaults,
  openDelegate,
  openGuest,
  openWindow,
  outlineOf,
  sampleHost,
} from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

const INVITED = 'Integrationsrat der Stadt Ellernfurt';
const SILENT = 'Fachstelle Zusammenleben der Stadt Ellernfurt';

/** Plans a round by the form, as a moderator would: two institutions, the first action field, until that day. */
async function plan(page: Page, until: string): Promise<void> {
  await byPalette(page, 'Beteiligungsrunden');
  const view = page.getByRole('dialog', { name: 'Beteiligungsrunden' });
  await view.getByRole('button', { name: 'Neue Runde' }).first().click();
  await view.getByLabel('Name').fill('Revision 2026');
  await view.getByLabel('Letzter Tag').fill(until);
  await view.getByLabel('Ausgewählte Institutionen').check();
  await view.getByLabel('Institution suchen').fill('ellernfurt');
  await view.getByLabel(INVITED).check();
  await view.getByLabel(SILENT).check();
  await view.getByLabel('Nach einzelnen Handlungsfeldern').check();
  await view
    .getByRole('group', { name: 'Nach einzelnen Handlungsfeldern' })
    .getByRole('checkbox')
    .first()
    .check();
  await view.getByRole('button', { name: 'Speichern' }).click();
  await view.getByRole('heading', { name: 'Revision 2026' }).waitFor();
}

/** Takes a step of a round: the button, and yes to the question. */
async function step(page: Page, button: string, confirm: string): Promise<void> {
  const view = page.getByRole('dialog', { name: 'Beteiligungsrunden' });
  await view.getByRole('button', { name: button, exact: true }).click();
  await page
    .getByRole('dialog', { name: /Revision 2026/ })
    .getByRole('button', { name: confirm })
    .click();
}

/** Goes to the first goal below the first or the second action field of the outline. */
async function goToField(page: Page, field: number): Promise<void> {
  const lines = outlineOf(page).locator('[data-type="actionField"], [data-type="goal"]');
  const types = await lines.evaluateAll((found) => found.map((line) => line.getAttribute('data-type')));
  const fields = types.flatMap((type, index) => (type === 'actionField' ? [index] : []));
  const goal = types.indexOf('goal', fields[field]);
  await lines.nth(goal).press('Enter');
}

/** Mia has opened a round, and Anna, who is invited, stands at a goal that it asks about. */
async function running() {
  const host = await sampleHost();
  const mia = await openWindow(browser, host);
  await plan(mia.page, '2099-06-30');
  await step(mia.page, 'Öffnen', 'Öffnen');
  const anna = await openDelegate(browser, host, 'integrationsrat', 'Anna');
  await anna.page.locator('footer').getByText('offen bis').waitFor();
  await goToField(anna.page, 0);
  return { host, mia, anna };
}

async function write(page: Page, words: string): Promise<void> {
  const panel = page.locator('#panel');
  await panel.getByRole('button', { name: 'Beitrag schreiben' }).click();
  await panel.getByLabel('Anmerkung', { exact: true }).fill(words);
}

async function submit(page: Page): Promise<void> {
  await page.locator('#panel').getByRole('button', { name: 'Einreichen', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Einreichen' }).click();
}

it('opens a round for two institutions and one field, takes from them and nobody else, and shows who has answered', async () => {
  const host = await sampleHost();
  const mia = await openWindow(browser, host);
  const { page } = mia;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await plan(page, '2099-06-30');
  await picture(page, 'rounds-planned');
  await step(page, 'Öffnen', 'Öffnen');
  const view = page.getByRole('dialog', { name: 'Beteiligungsrunden' });
  await view.getByText('Offen', { exact: true }).waitFor();
  await page.getByText('„Revision 2026“ ist jetzt offen.').waitFor();
  const [round] = host.rooms.read('process', listRounds);
  expect(round).toMatchObject({ invited: ['integrationsrat', 'fachstelle'], visibility: 'own' });
  expect(round?.places.length).toBe(1);
  expect(new Date(round?.closesAt ?? '').toLocaleString('sv')).toBe('2099-06-30 23:59:59');

  const anna = await openDelegate(browser, host, 'integrationsrat', 'Anna');
  await anna.page.locator('footer').getByText('„Revision 2026“ offen bis 30.06.2099').waitFor();
  // What was so before she came is no news.
  expect(await anna.page.getByText('ist jetzt offen').count()).toBe(0);
  await goToField(anna.page, 0);
  await write(anna.page, 'Das ist zu allgemein.');
  await submit(anna.page);
  const panel = anna.page.locator('#panel');
  await panel.getByText(/Eingegangen am/).waitFor();
  await goToField(anna.page, 1);
  await panel.getByText('Nach dieser Stelle wird in dieser Runde nicht gefragt.').waitFor();
  expect(await panel.getByRole('button', { name: 'Beitrag schreiben' }).count()).toBe(0);
  expect(await panel.getByRole('button', { name: 'Zur markierten Stelle schreiben' }).count()).toBe(0);
  expect(await panel.getByRole('radio').count()).toBe(0);
  await picture(anna.page, 'rounds-not-asked');

  const jo = await openDelegate(browser, host, 'jugendamt', 'Jo');
  await goToField(jo.page, 0);
  await jo.page
    .locator('#panel')
    .getByText('Ihre Institution ist zu dieser Runde nicht eingeladen.')
    .waitFor();
  expect(await jo.page.locator('#panel').getByRole('button', { name: 'Beitrag schreiben' }).count()).toBe(0);

  const rowOf = (name: string) => view.getByRole('row', { name });
  await rowOf(INVITED).getByText('Beiträge eingereicht').waitFor();
  expect(await rowOf(INVITED).getByText('kein Zugang').count()).toBe(0);
  await rowOf(SILENT).getByText('Noch nichts eingereicht').waitFor();
  await rowOf(SILENT).getByText('kein Zugang').waitFor();
  await picture(page, 'rounds-open');
  await view.getByText('Noch nichts (1)').click();
  expect(await view.getByRole('row').count()).toBe(2);
  await view.getByRole('button', { name: '1 E-Mail-Adresse kopieren' }).click();
  await page.getByText('1 Adresse ist kopiert.').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('fachstelle@example.org');
  await view.getByText('Alle (2)').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    view.getByRole('button', { name: 'Als Tabelle speichern (CSV)' }).click(),
  ]);
  const csv = readFileSync(await download.path(), 'utf8');
  expect(csv).toMatch(/^\uFEFF"Institution";"Stand"/u);
  expect(csv).toContain(
    `"${SILENT}";"Noch nichts eingereicht";"0";"0";"";"kein Zugang";"fachstelle@example.org"`,
  );

  await page.keyboard.press('Escape');
  await view.waitFor({ state: 'detached' });
  await byPalette(page, 'Überblick über die Beteiligung');
  const overview = page.getByRole('dialog', { name: 'Überblick über die Beteiligung' });
  const figure = (name: string) => overview.locator(`[data-figure="${name}"] dd`).innerText();
  await overview.getByRole('heading', { name: 'Stille Institutionen (1)' }).waitFor();
  expect([await figure('invited'), await figure('silent'), await figure('statements')]).toEqual([
    '2',
    '1',
    '1',
  ]);
  const heat = overview.getByRole('row', { name: INVITED });
  expect(await heat.getByRole('cell').allInnerTexts()).toContain('1 + 0\n1 Beitrag, 0 Haltungen');
  await picture(page, 'overview-small');
  expectNoFaults(mia, anna, jo);
});

it('closes for everybody at once and keeps what is being typed; opened again, it can be submitted', async () => {
  const { host, mia, anna } = await running();
  await write(anna.page, 'Was noch nicht fertig ist');
  const panel = anna.page.locator('#panel');
  const field = panel.getByLabel('Anmerkung', { exact: true });
  const ute = await openGuest(browser, host, 'moderator', 'Ute');
  await byPalette(ute.page, 'Beteiligungsrunden');
  const hers = ute.page.getByRole('dialog', { name: 'Beteiligungsrunden' });
  await hers.getByText('Offen', { exact: true }).waitFor();
  // She types on while it is closed; what she saw in the field last is what has to stay.
  await anna.page.evaluate(() => {
    document.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLTextAreaElement) document.body.dataset['typed'] = target.value;
    });
  });
  const typing = field.pressSequentially(' und weiter'.repeat(12), { delay: 40 });
  await expect.poll(() => field.inputValue()).toMatch(/ist und weiter/);
  await step(mia.page, 'Runde schließen', 'Runde schließen');
  await typing;
  await anna.page.getByText('„Revision 2026“ ist geschlossen. Entwürfe bleiben erhalten.').waitFor();
  await hers.getByText('Geschlossen', { exact: true }).first().waitFor();
  await ute.page.getByText('„Revision 2026“ ist geschlossen.').waitFor();
  const typed = await field.inputValue();
  expect(typed).toBe(await anna.page.locator('body').getAttribute('data-typed'));
  await panel.getByText('Zurzeit läuft keine Beteiligungsrunde.').waitFor();
  expect(await panel.getByRole('button', { name: 'Einreichen', exact: true }).count()).toBe(0);
  expect(await anna.page.locator('footer').getByText('offen bis').count()).toBe(0);
  await picture(anna.page, 'rounds-closed-delegate');

  await step(mia.page, 'Wieder öffnen', 'Öffnen');
  await panel.getByRole('button', { name: 'Einreichen', exact: true }).waitFor();
  expect(await field.inputValue()).toBe(typed);
  await submit(anna.page);
  await panel.getByText(/Eingegangen am/).waitFor();
  const voices = host.rooms.read('voices', listVoices);
  expect(voices.map(({ record }) => record)).toMatchObject([{ body: typed }]);
  await step(mia.page, 'Zur Antwortphase', 'Antwortphase beginnen');
  await anna.page.locator('footer').getByText('„Revision 2026“: Antworten auf Vorschläge').waitFor();
  await hers.getByText('Antworten', { exact: true }).waitFor();
  expectNoFaults(mia, anna, ute);
});

it('takes what was under way while it closed as soon as it is opened again', async () => {
  const { host, mia, anna } = await running();
  await anna.context.setOffline(true);
  await write(anna.page, 'Unterwegs geschrieben.');
  await step(mia.page, 'Runde schließen', 'Runde schließen');
  await anna.context.setOffline(false);
  await anna.page.getByText('„Revision 2026“ ist geschlossen.').waitFor();
  await step(mia.page, 'Wieder öffnen', 'Öffnen');
  const panel = anna.page.locator('#panel');
  await panel.getByRole('button', { name: 'Einreichen', exact: true }).waitFor();
  await submit(anna.page);
  await panel.getByText(/Eingegangen am/).waitFor();
  const voices = host.rooms.read('voices', listVoices);
  expect(voices.map(({ record }) => record)).toMatchObject([{ body: 'Unterwegs geschrieben.' }]);
});

it('changes a planned round, and takes it away', async () => {
  const host = await sampleHost();
  const mia = await openWindow(browser, host);
  const { page } = mia;
  await plan(page, '2099-06-30');
  const view = page.getByRole('dialog', { name: 'Beteiligungsrunden' });
  await view.getByRole('button', { name: 'Bearbeiten' }).click();
  await view.getByLabel('Name').fill('Revision 2026, zweite Fassung');
  await view.getByLabel('Letzter Tag').fill('2020-01-01');
  await view.getByRole('button', { name: 'Speichern' }).click();
  await view.getByText('Dieser Tag ist schon vorbei.').waitFor();
  await view.getByLabel('Letzter Tag').fill('');
  await view.getByRole('button', { name: 'Alle auswählen' }).click();
  await view.getByRole('button', { name: 'Speichern' }).click();
  await view.getByRole('heading', { name: 'Revision 2026, zweite Fassung' }).waitFor();
  const [round] = host.rooms.read('process', listRounds);
  expect(round).toMatchObject({ name: 'Revision 2026, zweite Fassung', closesAt: null });
  expect(round?.invited.length).toBe(27);
  await step(page, 'Entfernen', 'Entfernen');
  await view.getByRole('heading', { name: 'Noch keine Runde angelegt' }).waitFor();
  expect(host.rooms.read('process', listRounds)).toEqual([]);
  expectNoFaults(mia);
});

it('tells at once that the time of a round is over, and why it is not opened again', async () => {
  let now = Date.now();
  const { createId } = realPorts();
  const clock = { now: () => `${new Date(now).toISOString().slice(0, 19)}Z` };
  const host = await sampleHost({ ports: { clock, createId } });
  const mia = await openWindow(browser, host);
  await plan(mia.page, '2098-06-30');
  await step(mia.page, 'Öffnen', 'Öffnen');
  const view = mia.page.getByRole('dialog', { name: 'Beteiligungsrunden' });
  await view.getByText('Offen', { exact: true }).waitFor();
  now = Date.parse('2098-07-02T00:00:00Z');
  await view.getByText('Geschlossen', { exact: true }).first().waitFor();
  await mia.page.getByText('„Revision 2026“ ist geschlossen.').waitFor();
  expect(host.rooms.read('process', readPhase).contributions).toBe('closed');
  // Its time is over: the host refuses, and says what to change.
  await step(mia.page, 'Wieder öffnen', 'Öffnen');
  await view.getByRole('alert').getByText('Der letzte Tag ist schon vorbei').waitFor();
  expect(host.rooms.read('process', readRound)).not.toBeNull();
  // What the browser itself says of a call that is refused.
  expect(mia.faults.filter((fault) => !fault.includes('/api/rounds.open'))).toEqual([]);
});
