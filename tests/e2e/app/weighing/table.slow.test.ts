import { expect, it } from 'vitest';
import { acceptVoices, listVoices, type Voice } from '../../../../shared/contributions/voices-room.ts';
import { contributionKinds, type Contribution } from '../../../../shared/contributions/contribution.ts';
import { listReasonBlocks } from '../../../../shared/decisions/reason-block.ts';
import { listDecisions } from '../../../../shared/decisions/decisions-room.ts';
import { canonicalJson } from '../../../../shared/editions/canonical-json.ts';
import { institutionId, nodeId, roundId } from '../../../../shared/ids/ids.ts';
import { isIdentified, walk } from '../../../../shared/schema/walk.ts';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import { runRound, type RunningRound } from '../../../support/app/taking-part.ts';
import { draftOf, expectNoFaults, openWindow, sampleHost } from '../../../support/app/workspace-window.ts';
import { statement } from '../../../support/arbitrary-contribution.ts';
import { focusedContribution } from './focused-contribution.ts';
import { openTable } from './open-table.ts';
import { onNode } from '../../../support/decisions.ts';
import type { LiveHost } from '../../../../electron/host/live-host.ts';

const browser = browserOfFile();
const MANY = 340;

/** Has contributions of all institutions on all goals in the file, as a round of a town brings them. */
function fill(host: LiveHost, { institutions }: RunningRound, count: number): void {
  const { document } = draftOf(host);
  const anchors: ReturnType<typeof onNode>[] = [];
  walk(document, (node) => {
    if (node.type === 'goal' && isIdentified(node)) anchors.push(onNode(document, nodeId(node.attrs.id)));
  });
  const bodies = [
    'Bitte die Barrierefreiheit nennen.',
    'Wer ist dafür zuständig?',
    'Das unterstützen wir sehr.',
  ];
  const voices = Array.from({ length: count }, (_, index): Voice => {
    const anchor = anchors[(index * 7) % anchors.length];
    const institution = institutions[index % institutions.length]?.id ?? institutionId('none');
    const kind = contributionKinds[index % contributionKinds.length] ?? 'comment';
    if (anchor === undefined) throw new Error('no goals');
    const wording = kind === 'proposal' ? `${anchor.quote} Nummer ${String(index)}.` : null;
    const body = bodies[index % bodies.length] ?? '';
    const record: Contribution = statement(`v${String(index).padStart(4, '0')}`, {
      ...{ institution, round: roundId('r1'), kind, anchor, wording, body },
    });
    return { record, canonical: canonicalJson(record), receipt: { receivedAt: '2025-02-03T10:00:00Z' } };
  });
  host.rooms.edit('voices', (doc) => acceptVoices(doc, voices));
}

it('leads through many contributions by keys, filters and full text, and decides several alike', async () => {
  const host = await sampleHost();
  const round = await runRound(host);
  fill(host, round, MANY);
  const window = await openWindow(browser, host);
  const { page } = window;
  await openTable(page);
  await page.getByText('340 von 340 · 340 offen').waitFor();
  const rows = page.locator('[role="row"][data-contribution]');
  expect(await rows.count()).toBeLessThan(80);
  await picture(page, 'weighing-many');
  expect(await accessibilityFaults(page)).toEqual([]);

  await rows.first().focus();
  const first = await focusedContribution(page);
  await page.keyboard.press('ArrowDown');
  const second = await focusedContribution(page);
  expect(second).not.toBe(first);
  await page.keyboard.press('End');
  await expect.poll(() => focusedContribution(page)).not.toBe(second);
  const last = await focusedContribution(page);
  await page.keyboard.press('Home');
  await expect.poll(() => focusedContribution(page)).toBe(first);

  await page.getByLabel('Suchen im Volltext').fill('barrierefrei');
  await page.getByText('114 Treffer').waitFor();
  await page.getByText('114 von 340 · 114 offen').waitFor();
  await page.getByLabel('Art', { exact: true }).selectOption({ label: 'Frage' });
  await page.getByText(/^\d+ von 340/).waitFor();
  await picture(page, 'weighing-filtered');
  await page.getByRole('button', { name: 'Alle zeigen' }).click();
  await page.getByText('340 von 340 · 340 offen').waitFor();
  await page.getByLabel('Nur Widersprüche').check();
  await expect.poll(() => page.getByText('340 von 340').count()).toBe(0);
  await page.getByRole('button', { name: 'Alle zeigen' }).click();

  await rows.first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByText('3 ausgewählt').first().waitFor();
  await picture(page, 'weighing-chosen');
  await page.getByRole('button', { name: 'Gemeinsam entscheiden' }).click();
  await page.getByRole('heading', { name: '3 Beiträge gemeinsam entscheiden' }).waitFor();
  await page.getByRole('radio', { name: 'Zur Kenntnis genommen' }).check();
  await page.getByLabel('Begründung').fill('Wird im Zielkatalog geprüft.');
  await page.getByRole('button', { name: 'Begründung als Textbaustein speichern' }).click();
  await page.getByLabel('Name des Textbausteins').fill('Wird geprüft');
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  await page.locator('.mantine-Notification-root').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Neues Arbeitstreffen' }).click();
  const title = page.getByLabel('Titel');
  await expect.poll(() => title.evaluate((field) => field === document.activeElement)).toBe(true);
  const add = page.getByRole('button', { name: 'Anlegen' });
  // Nothing lies over it: what is hit there is the button itself.
  const isSeen = () =>
    add.evaluate((button) => {
      const { x, y, width, height } = button.getBoundingClientRect();
      return button.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    });
  await expect.poll(isSeen).toBe(true);
  await picture(page, 'weighing-new-workshop');
  await title.fill('Arbeitstreffen Bildung');
  await title.press('Enter');
  await page.getByLabel('Datum').fill('2025-03-04');
  await page.getByLabel('Ort', { exact: true }).fill('Rathaus');
  await add.click();
  const workshop = page.getByRole('combobox', { name: 'Arbeitstreffen' });
  await expect.poll(() => workshop.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.getByRole('button', { name: 'Entscheiden', exact: true }).click();
  await page.getByText('Gespeichert: Zur Kenntnis genommen.').waitFor();
  const [decision] = host.rooms.read('decisions', listDecisions);
  expect(decision).toMatchObject({ outcome: 'noted', reason: 'Wird im Zielkatalog geprüft.' });
  expect(decision?.type === 'decision' ? decision.contributions.length : 0).toBe(3);
  expect(decision?.type === 'decision' ? decision.workshop : null).not.toBe(null);

  await page.keyboard.press('Alt+n');
  await page.getByLabel('Begründung').waitFor();
  await page.getByRole('button', { name: 'Textbaustein einfügen' }).click();
  await page.getByRole('menuitem', { name: /Wird geprüft/ }).click();
  expect(await page.getByLabel('Begründung').inputValue()).toBe('Wird im Zielkatalog geprüft.');
  const blocks = (): number => host.rooms.read('process', listReasonBlocks).length;
  await page.getByRole('button', { name: 'Textbaustein einfügen' }).click();
  await page.getByRole('menuitem', { name: 'Textbaustein entfernen' }).click();
  await page.getByRole('menuitem', { name: 'Wird geprüft', exact: true }).click();
  await expect.poll(blocks).toBe(0);
  await page.getByRole('button', { name: 'Rückgängig: „Wird geprüft“ ist entfernt.' }).click();
  await expect.poll(blocks).toBe(1);
  await page.getByRole('button', { name: 'Zur Tabelle' }).click();
  await page.getByText('340 von 340 · 337 offen').waitFor();
  expect(last).not.toBe(first);
  expectNoFaults(window);
});

it('takes down a letter, which then stands in the table with where it came from', async () => {
  const host = await sampleHost();
  const round = await runRound(host);
  const name = round.institutions[2]?.name ?? '';
  const window = await openWindow(browser, host);
  const { page } = window;
  await openTable(page);
  await page.getByText('Noch ist kein Beitrag eingegangen.').waitFor();
  await picture(page, 'weighing-empty');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Beitrag eintragen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Brief, E-Mail oder Gespräch eintragen' });
  await dialog.getByRole('combobox', { name: 'Institution' }).fill(name.slice(0, 9));
  await page.getByRole('option', { name }).click();
  await dialog.getByRole('combobox', { name: 'Stelle' }).click();
  await page.getByRole('option', { name: /^6\.1\.L1 / }).click();
  await dialog.getByLabel('Datum des Schreibens oder Gesprächs').fill('2025-02-03');
  await dialog.getByLabel(/Aktenzeichen/).fill('AZ 12/2025');
  await dialog.getByLabel('Art des Beitrags').selectOption({ label: 'Formulierungsvorschlag' });
  const wording = dialog.getByLabel('Vorgeschlagener Wortlaut');
  await wording.fill(`${await wording.inputValue()} Das gilt überall.`);
  await dialog.getByLabel('Was die Institution sagt').fill('Laut Schreiben des Vorstands.');
  await picture(page, 'weighing-letter');
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Eintragen' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('1 von 1 · 1 offen').waitFor();
  const [taken] = host.rooms.read('voices', listVoices);
  expect(taken).toMatchObject({
    record: { kind: 'proposal', body: 'Laut Schreiben des Vorstands.' },
    receipt: { via: { by: 'moderation', source: 'letter', dated: '2025-02-03', reference: 'AZ 12/2025' } },
  });
  await page.locator('[role="row"][data-contribution]').click();
  await page
    .getByText('Brief vom 03.02.2025, eingetragen von der Moderation · Aktenzeichen: AZ 12/2025')
    .waitFor();
  await page.getByRole('radio', { name: 'Als Vorschlag an die Institution' }).check();
  await page.getByRole('radio', { name: 'Nicht übernommen' }).check();
  await page.getByRole('button', { name: 'Vorschlag absenden' }).click();
  await page.getByText('Gespeichert: Nicht übernommen.').waitFor();
  await page.getByRole('article').getByText('Vorschlag: Nicht übernommen').waitFor();
  expectNoFaults(window);
});

it('fits a telephone and the dark', async () => {
  const host = await sampleHost();
  const round = await runRound(host);
  fill(host, round, 60);
  const window = await openWindow(browser, host, 'Mia Moderat', {
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
  });
  const { page } = window;
  await openTable(page);
  await page.getByText('60 von 60 · 60 offen').waitFor();
  await picture(page, 'weighing-phone');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByLabel('Nur offene').waitFor();
  await picture(page, 'weighing-phone-filters');
  await page.getByRole('button', { name: 'Filter' }).click();
  await page
    .locator('[role="row"][data-contribution]')
    .nth(1)
    .click({ position: { x: 150, y: 40 } });
  await page.getByLabel('Begründung').waitFor();
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
  await picture(page, 'weighing-phone-desk');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await picture(page, 'weighing-dark-desk');
  await page.getByRole('button', { name: 'Zur Tabelle' }).click();
  await page.getByRole('columnheader', { name: 'Stelle' }).waitFor();
  await picture(page, 'weighing-dark');
  expect(await accessibilityFaults(page)).toEqual([]);
  expectNoFaults(window);
});
