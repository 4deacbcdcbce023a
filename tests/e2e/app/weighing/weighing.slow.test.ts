import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import type { LiveHost } from '../../../../electron/host/live-host.ts';
import { listDecisions } from '../../../../shared/decisions/decisions-room.ts';
import { nodeWords } from '../../../../shared/decisions/text-blocks.ts';
import { findNode } from '../../../../shared/decisions/strike-node.ts';
import { nodeId } from '../../../../shared/ids/ids.ts';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import { runRound } from '../../../support/app/taking-part.ts';
import {
  draftOf,
  expectNoFaults,
  goToGoal,
  openWindow,
  sampleHost,
} from '../../../support/app/workspace-window.ts';
import { nodeOf, onNode, onWords } from '../../../support/decisions.ts';
import { focusedContribution } from './focused-contribution.ts';
import { openTable } from './open-table.ts';

const browser = browserOfFile();

/** Whether all of it, or what of it fits, can be seen where it lies. */
const isInView = (card: Locator): Promise<boolean> =>
  card.evaluate((element) => {
    const { left, top } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(left + 20, top + 20));
  });

const wordsOf = (host: LiveHost, id: string): string => {
  const found = findNode(nodeOf(draftOf(host).document), nodeId(id));
  return found === undefined ? '' : nodeWords(found.node);
};

it('shows a conflict, adopts one wording into the file, tells the other where it stands, and takes it back', async () => {
  const host = await sampleHost();
  const round = await runRound(host);
  const window = await openWindow(browser, host);
  const { page } = window;
  const goal = await goToGoal(page);
  const before = wordsOf(host, goal);
  const { document } = draftOf(host);
  const words = before.split(' ');
  const [second = '', last = ''] = [words[1], words.at(-2)];
  const instead = (at: number, word: string): string => words.with(at, word).join(' ');
  const anchor = onNode(document, goal);
  await round.say(0, 'c1', { kind: 'proposal', anchor, wording: instead(1, 'ALPHA'), body: 'Klarer so.' });
  await round.say(1, 'c2', { kind: 'proposal', anchor, wording: instead(1, 'BETA'), body: '' });
  await round.say(2, 'c3', {
    kind: 'proposal',
    anchor,
    wording: instead(words.length - 2, 'GAMMA'),
    body: '',
  });
  await round.say(3, 'c4', { anchor: onWords(document, second), body: 'Das ist zu allgemein.' });
  const [first, rival] = round.institutions.map(({ name }) => name);

  const panel = page.locator('#panel');
  await panel.getByText(/Beiträge, davon \d offen|1 Beitrag, davon 1 offen/).waitFor();
  await panel.getByText('Vorschläge widersprechen einander.').waitFor();
  await panel.getByRole('button', { name: 'Abwägen' }).click();
  await page.getByRole('region', { name: 'Wortlaut heute' }).waitFor();
  await page.getByRole('button', { name: 'Zur Tabelle' }).click();
  await page.getByText('4 von 4 · 4 offen').waitFor();
  expect(await page.locator('[role="row"][data-contribution]').count()).toBe(4);
  const row = (id: string) => page.locator(`[role="row"][data-contribution="${id}"] [data-column="text"]`);
  // What is far behind in a wording is seen at its beginning.
  expect(await row('c3').innerText()).toMatch(new RegExp(`^Wortlaut\\s+… .{1,40}${last} ?GAMMA`));
  expect(await row('c1').locator('ins').innerText()).toBe('ALPHA');
  expect(await row('c2').locator('ins').innerText()).toBe('BETA');
  await picture(page, 'weighing-table');
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.locator('[data-contribution="c1"]').click();
  const card = (id: string) => page.locator(`article[data-contribution="${id}"]`);
  await card('c1')
    .getByText(`Widerspricht dem Vorschlag von „${rival ?? ''}“.`)
    .waitFor();
  await card('c2')
    .getByText(`Widerspricht dem Vorschlag von „${first ?? ''}“.`)
    .waitFor();
  expect(await card('c3').getByText('Widerspricht').count()).toBe(0);
  await page.getByRole('radio', { name: 'Übernommen', exact: true }).check();
  const wording = page.getByLabel('Neuer Wortlaut');
  expect(await wording.inputValue()).toBe(instead(1, 'ALPHA'));
  await wording.fill(`${instead(1, 'ALPHA')} Und mehr.`);
  await page.getByLabel('Begründung').fill('Im Arbeitstreffen so besprochen.');
  await picture(page, 'weighing-desk');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Entscheiden', exact: true }).click();
  await page.getByText('Gespeichert: Übernommen.').waitFor();
  expect(wordsOf(host, goal)).toBe(`${instead(1, 'ALPHA')} Und mehr.`);

  await card('c2').locator('[data-rebased="conflict"]').waitFor();
  await card('c3').locator('[data-rebased="rebased"]').waitFor();
  await picture(page, 'weighing-decided');

  await card('c1').getByRole('button', { name: 'Verlauf zeigen' }).click();
  await card('c1').getByRole('list', { name: 'Verlauf' }).getByText('Entschieden: Übernommen').waitFor();
  await card('c1').getByRole('button', { name: 'Entscheidung zurücknehmen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Entscheidung zurücknehmen?' });
  await dialog.getByLabel('Begründung').fill('Übersehen: Einwand des Amts.');
  await picture(page, 'weighing-reopen');
  await dialog.getByRole('button', { name: 'Zurücknehmen' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(wordsOf(host, goal)).toBe(before);
  await card('c1').getByText('Entscheidung zurückgenommen').waitFor();
  expect(last).not.toBe('');

  await card('c1').getByRole('button', { name: 'Entscheidung zurücknehmen' }).waitFor({ state: 'detached' });
  await page.setViewportSize({ width: 1280, height: 500 });
  const focused = () => focusedContribution(page);
  await page.getByRole('button', { name: 'Zur Tabelle' }).click();
  await page.locator('[role="row"][data-contribution="c3"]').press('Enter');
  // The last of the cards lies far below; it stands in view, is marked, and has the keyboard.
  await expect.poll(() => isInView(card('c3'))).toBe(true);
  expect(await isInView(card('c1'))).toBe(false);
  expect(await card('c3').getAttribute('aria-current')).toBe('true');
  expect(await focused()).toBe('c3');
  await picture(page, 'weighing-card-in-view');
  const reason = page.getByLabel('Begründung');
  await reason.fill('Bleibt stehen.');
  await reason.press('Escape');
  expect(await reason.inputValue()).toBe('Bleibt stehen.');
  await page.getByRole('radio', { name: 'Nicht übernommen' }).press('Escape');
  await page.getByRole('columnheader', { name: 'Stelle' }).waitFor();
  await expect.poll(focused).toBe('c3');
  await page.keyboard.press('Escape');
  const question = page.getByRole('dialog', { name: 'Angefangene Entscheidung verwerfen?' });
  await question.waitFor();
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  await page.locator('[role="row"][data-contribution="c3"]').press('Enter');
  expect(await reason.inputValue()).toBe('Bleibt stehen.');
  await reason.fill('');
  await reason.press('Escape');
  await expect.poll(focused).toBe('c3');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Abwägung' }).waitFor({ state: 'detached' });
  expectNoFaults(window);
});

it('tells the second of two moderators who decide at once what holds now, and keeps what was typed', async () => {
  const host = await sampleHost();
  const round = await runRound(host);
  const one = await openWindow(browser, host, 'Mia Moderat');
  const two = await openWindow(browser, host, 'Nils Zweit');
  const goal = await goToGoal(one.page);
  const anchor = onNode(draftOf(host).document, goal);
  await round.say(0, 'c1', { anchor, body: 'Das ist zu allgemein.' });
  for (const { page } of [one, two]) {
    await openTable(page);
    await page.locator('[data-contribution="c1"]').click();
    await page.getByLabel('Begründung').waitFor();
  }
  await two.page.getByRole('radio', { name: 'Zur Kenntnis genommen' }).check();
  await two.page.getByLabel('Begründung').fill('Nehmen wir mit.');
  await one.page.getByRole('radio', { name: 'Nicht übernommen' }).check();
  await one.page.getByLabel('Begründung').fill('Steht schon im Kapitel davor.');
  await one.page.getByRole('button', { name: 'Entscheiden', exact: true }).click();
  await one.page.getByText('Gespeichert: Nicht übernommen.').waitFor();

  await two.page.getByRole('button', { name: 'Entscheiden', exact: true }).click();
  const note = two.page.locator('form').getByText('Steht schon im Kapitel davor.');
  await note.waitFor();
  await two.page.getByText('Ihre Entscheidung wurde nicht gespeichert, denn jemand').waitFor();
  expect(await two.page.getByLabel('Begründung').inputValue()).toBe('Nehmen wir mit.');
  await picture(two.page, 'weighing-superseded');
  expect(host.rooms.read('decisions', listDecisions).length).toBe(1);
  await two.page.getByRole('button', { name: 'Gelesen, trotzdem neu entscheiden' }).click();
  await two.page.getByRole('button', { name: 'Entscheiden', exact: true }).click();
  await two.page.getByText('Gespeichert: Zur Kenntnis genommen.').waitFor();
  await one.page.getByRole('checkbox', { name: /mitentscheiden/ }).check();
  await one.page.getByLabel('Begründung').fill('Doch noch einmal.');
  await one.page.getByRole('button', { name: 'Schließen' }).click();
  const question = one.page.getByRole('dialog', { name: 'Angefangene Entscheidung verwerfen?' });
  await question.getByRole('button', { name: 'Abbrechen' }).click();
  expect(await one.page.getByLabel('Begründung').inputValue()).toBe('Doch noch einmal.');
  await one.page.getByRole('button', { name: 'Schließen' }).click();
  await question.getByRole('button', { name: 'Verwerfen' }).click();
  await one.page.getByRole('dialog', { name: 'Abwägung' }).waitFor({ state: 'detached' });
  expect(host.rooms.read('decisions', listDecisions).length).toBe(2);
  expectNoFaults(one);
});
