import { expect, it } from 'vitest';
import { applyWording } from '../../../support/apply-wording.ts';
import { quoteOfNode } from '../../../../shared/contributions/make-anchor.ts';
import { valueOf } from '../../../../shared/errors/value-of.ts';
import { createCountingIds, nodeId } from '../../../../shared/ids/ids.ts';
import { writeDocument } from '../../../../shared/rooms/text-room.ts';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { picture } from '../../../support/app/look.ts';
import { runRound } from '../../../support/app/taking-part.ts';
import {
  draftOf,
  expectNoFaults,
  goToGoal,
  openGuest,
  openWindow,
  sampleHost,
  wordsInFile,
} from '../../../support/app/workspace-window.ts';
import { flowOf, onNode } from '../../../support/decisions.ts';
import { openTable } from './open-table.ts';

const browser = browserOfFile();

it('puts a decision to the institution as a proposal, and hears its answer', async () => {
  const host = await sampleHost();
  const round = await runRound(host);
  const moderator = await openWindow(browser, host);
  const anna = await openGuest(browser, host, 'delegate', 'Anna');
  const goal = await goToGoal(moderator.page);
  await goToGoal(anna.page);
  const anchor = onNode(draftOf(host).document, goal);
  await round.say(0, 'c1', { kind: 'objection', anchor, body: 'Das geht zu weit.' });

  const { page } = moderator;
  await openTable(page);
  await page.locator('[data-contribution="c1"]').click();
  await page.getByRole('radio', { name: 'Nicht übernommen' }).check();
  await page.getByRole('radio', { name: 'Als Vorschlag an die Institution' }).check();
  await page.getByLabel('Begründung').fill('Der Rat hat das so beschlossen.');
  await page.getByRole('button', { name: 'Vorschlag absenden' }).click();
  await page.getByText('Gespeichert: Nicht übernommen.').waitFor();

  const panel = anna.page.locator('#panel');
  await panel.getByText('Der Rat hat das so beschlossen.').waitFor();
  const banner = anna.page.getByText('Sie wartet auf Ihre Antwort.');
  await anna.page.getByRole('button', { name: 'Ansehen und antworten' }).click();
  const awaiting = anna.page
    .locator('section')
    .filter({ has: anna.page.getByRole('heading', { name: '1 Beitrag wartet auf Ihre Antwort' }) })
    .last();
  await awaiting.getByRole('radio', { name: 'Wir bleiben bei unserem Beitrag' }).check();
  await awaiting.getByLabel('Begründung (freiwillig)').fill('Aus gutem Grund.');
  await picture(anna.page, 'taking-part-awaiting');
  await awaiting.getByRole('button', { name: 'Antwort einreichen' }).click();
  await awaiting.waitFor({ state: 'detached' });
  await banner.waitFor({ state: 'detached' });

  const card = page.locator('article[data-contribution="c1"]');
  const answer = 'Antwort der Institution: Wir bleiben bei unserem Beitrag';
  await card.getByText(`${answer} – Aus gutem Grund.`).waitFor();
  await card.getByRole('button', { name: 'Verlauf zeigen' }).click();
  const steps = card.getByRole('list', { name: 'Verlauf' }).getByRole('listitem');
  await expect.poll(() => steps.count()).toBe(3);
  await picture(page, 'weighing-answer');

  await card.getByRole('checkbox').check();
  await page.getByText(/Übernommen aus dem Vorschlag vom \d/).waitFor();
  expect(await page.getByRole('radio', { name: 'Nicht übernommen' }).isChecked()).toBe(true);
  expect(await page.getByRole('radio', { name: 'Endgültig' }).isChecked()).toBe(true);
  const reason = page.getByLabel('Begründung');
  expect(await reason.inputValue()).toBe('Der Rat hat das so beschlossen.');
  await picture(page, 'weighing-taken-over');
  await page.getByRole('button', { name: 'Zur Tabelle' }).click();
  await page.locator('[data-contribution="c1"]').click();
  expect(await reason.inputValue()).toBe('Der Rat hat das so beschlossen.');
  await page.getByRole('button', { name: 'Entscheiden', exact: true }).click();
  await card.getByText('Entschieden: Nicht übernommen').first().waitFor();
  await panel.getByText('Abwägung', { exact: false }).first().waitFor();
  expectNoFaults(moderator, anna);
});

it('shows that the text has changed while a wording was written, and carries it over when asked', async () => {
  const host = await sampleHost();
  const round = await runRound(host);
  const window = await openWindow(browser, host);
  const { page } = window;
  const goal = await goToGoal(page);
  const { document } = draftOf(host);
  const anchor = onNode(document, goal);
  const before = quoteOfNode(flowOf(document), nodeId(goal));
  const words = before.split(' ');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  await round.say(0, 'c1', {
    kind: 'proposal',
    anchor,
    wording: before.replace(last, `bald ${last}`),
    body: '',
  });
  await openTable(page);
  await page.locator('[data-contribution="c1"]').click();
  await page.getByRole('radio', { name: 'Übernommen', exact: true }).check();
  const field = page.getByLabel('Neuer Wortlaut');
  const written = before.replace(last, `sehr bald ${last}`);
  await field.fill(written);

  const changed = valueOf(
    applyWording(document, anchor, before.replace(first, 'MITTLERWEILE'), createCountingIds('neu')),
  );
  host.rooms.edit('text', (doc) => writeDocument(doc, changed.document));
  const notice = page.getByText('Der Text an dieser Stelle wurde geändert, während Sie entschieden.');
  await notice.waitFor();
  expect(await field.inputValue()).toBe(written);
  await picture(page, 'weighing-meanwhile');
  await page.getByRole('button', { name: 'Entscheiden', exact: true }).click();
  await expect.poll(() => notice.count()).toBe(2);
  await page.getByRole('button', { name: 'Meinen Wortlaut auf den neuen Text übertragen' }).click();
  const both = written.replace(first, 'MITTLERWEILE');
  await expect.poll(() => field.inputValue()).toBe(both);
  await page.getByRole('button', { name: 'Entscheiden', exact: true }).click();
  await page.getByText('Gespeichert: Übernommen.').waitFor();
  expect(wordsInFile(host, goal)).toBe(both.replaceAll('\n', ''));
  expectNoFaults(window);
});
