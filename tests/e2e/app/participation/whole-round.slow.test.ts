import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import type { LiveHost } from '../../../../electron/host/live-host.ts';
import type { Statement } from '../../../../shared/contributions/contribution.ts';
import { listVoices } from '../../../../shared/contributions/voices-room.ts';
import { chainOf } from '../../../../shared/decisions/chain.ts';
import { findNode } from '../../../../shared/decisions/strike-node.ts';
import { nodeWords } from '../../../../shared/decisions/text-blocks.ts';
import { listDecisions } from '../../../../shared/decisions/decisions-room.ts';
import { valueOf } from '../../../../shared/errors/value-of.ts';
import { contributionId, nodeId, roundId } from '../../../../shared/ids/ids.ts';
import { listInstitutions } from '../../../../shared/rooms/register-room.ts';
import { listRounds } from '../../../../shared/rounds/rounds-room.ts';
import {
  answerTo,
  applyAll,
  inspect,
  packagesFor,
  saidIn,
} from '../../../electron/host/packages/package-host.ts';
import { appFolder, hasRealText, realFile, sampleFile, startAppHost } from '../../../support/app/app-host.ts';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { everything, exported, squeezed, wordsOfTable } from '../../../support/app/exported-tables.ts';
import { picture } from '../../../support/app/look.ts';
import { sendPageTo } from '../../../support/app/sent-page.ts';
import {
  byPalette,
  draftOf,
  expectNoFaults,
  goToGoal,
  openDelegate,
  openWindow,
} from '../../../support/app/workspace-window.ts';
import { nodeOf, onNode } from '../../../support/decisions.ts';
import { connectClient } from '../../../support/host-client.ts';

const browser = browserOfFile();

/** The real text where this machine has it, with the register that it prints; else the sample. */
async function hostOfText(): Promise<LiveHost> {
  const path = join(appFolder(), 'leitbild.leitbild');
  await (hasRealText ? realFile(path) : sampleFile(path));
  return startAppHost(path);
}

/** The words of a goal in the file, without those of its footnotes. */
function wordsOfGoal(host: LiveHost, id: string): string {
  const found = findNode(nodeOf(draftOf(host).document), nodeId(id));
  return found === undefined ? '' : nodeWords(found.node);
}

/** Plans a round for everybody about everything, and opens it, as a moderator does. */
async function openRound(page: Page, name: string): Promise<void> {
  await byPalette(page, 'Beteiligungsrunden');
  const view = page.getByRole('dialog', { name: 'Beteiligungsrunden' });
  await view.getByRole('button', { name: 'Neue Runde' }).first().click();
  await view.getByLabel('Name').fill(name);
  await view.getByLabel('Letzter Tag').fill('2099-06-30');
  await view.getByRole('button', { name: 'Speichern' }).click();
  await view.getByRole('heading', { name }).waitFor();
  await view.getByRole('button', { name: 'Öffnen', exact: true }).click();
  await page
    .getByRole('dialog', { name: new RegExp(name) })
    .getByRole('button', { name: 'Öffnen' })
    .click();
  await view.getByText('Offen', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await view.waitFor({ state: 'detached' });
}

/** Proposes a wording for the goal that is selected, by the panel. */
async function propose(page: Page, change: (words: string) => string): Promise<string> {
  const panel = page.locator('#panel');
  await panel.getByRole('button', { name: 'Beitrag schreiben' }).click();
  await panel.getByLabel('Art des Beitrags').selectOption({ label: 'Formulierungsvorschlag' });
  const wording = panel.getByLabel('Ihr Vorschlag für den Wortlaut');
  const wanted = change(await wording.inputValue());
  await wording.fill(wanted);
  await panel.getByRole('button', { name: 'Einreichen', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Einreichen' }).click();
  await panel.getByText(/Eingegangen am/).waitFor();
  return wanted;
}

/** Comments on the first goal in the page that was sent, in a browser without a network; gives the answer's path. */
async function answerByPage(url: string): Promise<string> {
  const context = await browser.newContext({ offline: true, locale: 'de-DE', acceptDownloads: true });
  const page = await context.newPage();
  await page.goto(url);
  const contents = page.getByRole('navigation', { name: 'Inhalt' }).getByRole('button');
  await contents
    .filter({ hasText: /^\d+(\.\d+)*\.L1/ })
    .first()
    .click();
  const panel = page.getByRole('complementary', { name: 'Beiträge' });
  await panel.getByRole('button', { name: 'Beitrag schreiben' }).click();
  await panel.getByLabel('Anmerkung', { exact: true }).fill('Aus der Seite, ohne Netz geschrieben.');
  await panel.getByRole('button', { name: 'Einreichen', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Einreichen' }).click();
  await panel.getByText('Kommt in die Antwort').waitFor();
  await page.getByRole('button', { name: 'Antwort erzeugen' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: 'Antwort speichern' }).click(),
  ]);
  return download.path();
}

const secondWord = (words: string, instead: string): string => words.split(' ').with(1, instead).join(' ');

it('leads from a round on the whole text to a frozen edition, and from its new sentence back to who asked for it', async () => {
  const host = await hostOfText();
  const moderation = await connectClient(host, host.secret);
  onTestFinished(() => moderation.close());
  const mia = await openWindow(browser, host);
  await openRound(mia.page, 'Revision 2025');
  const [round] = host.rooms.read('process', listRounds);
  const asked = host.rooms.read('process', listInstitutions);
  const [anna, bert, cora, dora, emil, fatma, gina, hans] = asked.map(({ id }) => id);
  if (round === undefined || anna === undefined || bert === undefined || cora === undefined)
    throw new Error();
  if (dora === undefined || emil === undefined || fatma === undefined) throw new Error();
  if (gina === undefined || hans === undefined) throw new Error();

  // Three answer online, two of them about the same words.
  const windows = [
    await openDelegate(browser, host, anna, 'Anna'),
    await openDelegate(browser, host, bert, 'Bert'),
    await openDelegate(browser, host, cora, 'Cora'),
  ] as const;
  const goal = await goToGoal(windows[0].page, 1);
  const before = wordsOfGoal(host, goal);
  await goToGoal(windows[1].page, 1);
  await goToGoal(windows[2].page, 1);
  const adopted = await propose(windows[0].page, (words) => secondWord(words, 'GEMEINSAM'));
  await propose(windows[1].page, (words) => secondWord(words, 'ANDERS'));
  const corasPanel = windows[2].page.locator('#panel');
  await corasPanel.getByLabel('Ablehnung').check();
  await corasPanel.getByRole('button', { name: 'Einreichen', exact: true }).click();
  await corasPanel.getByText(/Ablehnung, eingegangen am/).waitFor();
  await corasPanel.getByRole('button', { name: 'Beitrag schreiben' }).click();
  await corasPanel.getByLabel('Art des Beitrags').selectOption({ label: 'Einwand' });
  await corasPanel.getByLabel('Einwand', { exact: true }).fill('Das geht uns zu weit.');
  await corasPanel.getByRole('button', { name: 'Einreichen', exact: true }).click();
  await windows[2].page.getByRole('dialog').getByRole('button', { name: 'Einreichen' }).click();
  await corasPanel.getByText(/Eingegangen am/).waitFor();

  // Three by package, one in a page that any browser opens, one by letter.
  const sent = await packagesFor({ moderation }, [dora, emil, fatma], round.id);
  const anchor = onNode(draftOf(host).document, goal);
  for (const [index, one] of sent.entries()) {
    const said = saidIn(one, `paket-${String(index)}`, { anchor, body: `Aus dem Paket ${String(index)}.` });
    const inspected = await inspect({ moderation }, answerTo(one, [said]), `antwort-${String(index)}`);
    expect(await applyAll({ moderation }, inspected)).toMatchObject({ taken: 1, refused: 0 });
  }
  const answer = await answerByPage((await sendPageTo(moderation, round.id, gina)).url);
  const inspected = await inspect({ moderation }, readFileSync(answer), 'antwort');
  expect(await applyAll({ moderation }, inspected)).toMatchObject({ taken: 1, refused: 0 });
  valueOf(
    await moderation.call('contributions.enter', {
      ...{ institution: hans, round: round.id, source: 'letter', dated: '2025-03-04', reference: 'Az. 17' },
      record: {
        ...({ type: 'statement', kind: 'question', anchor, body: 'Wer bezahlt das?' } as const),
        ...{ wording: null, replaces: null },
      },
    }),
  );
  const voices = (): readonly Statement[] =>
    host.rooms
      .read('voices', listVoices)
      .flatMap(({ record }) => (record.type === 'statement' ? [record] : []));
  expect(voices()).toHaveLength(8);

  // Moderation sees the conflict, adopts one wording, and decides on all others.
  await byPalette(mia.page, 'Abwägung der Beiträge');
  await mia.page.getByText('8 von 8 · 8 offen').waitFor();
  await picture(mia.page, 'whole-round-table');
  const idOf = (institution: string): string =>
    voices().find((record) => record.institution === institution)?.id ?? '';
  await mia.page.locator(`[data-contribution="${idOf(anna)}"]`).click();
  const card = mia.page.locator(`article[data-contribution="${idOf(anna)}"]`);
  await card.getByText(/Widerspricht dem Vorschlag von/).waitFor();
  await mia.page.getByRole('radio', { name: 'Übernommen', exact: true }).check();
  await mia.page.getByLabel('Begründung').fill('Im Arbeitstreffen so besprochen.');
  await mia.page.getByRole('button', { name: 'Entscheiden', exact: true }).click();
  await mia.page.getByText('Gespeichert: Übernommen.').waitFor();
  expect(wordsOfGoal(host, goal)).toBe(adopted);
  await mia.page
    .locator(`article[data-contribution="${idOf(bert)}"]`)
    .locator('[data-rebased="conflict"]')
    .waitFor();

  // What was objected to gets a proposal, which the institution does not accept, and then its final decision.
  const proposed = valueOf(
    await moderation.call('decisions.decide', {
      ...{ contributions: [{ id: contributionId(idOf(cora)), expected: null }], outcome: 'rejected' },
      ...{ reason: 'Der Rat hat es so beschlossen.', stage: 'proposed', workshop: null, wordings: [] },
    }),
  );
  valueOf(await moderation.call('rounds.answers', { round: round.id }));
  await corasPanel.getByLabel('Wir bleiben bei unserem Beitrag').check();
  await corasPanel.getByRole('button', { name: 'Antwort einreichen' }).click();
  await expect
    .poll(() =>
      host.rooms
        .read('voices', listVoices)
        .flatMap(({ record }) => (record.type === 'answer' ? [record] : [])),
    )
    .toMatchObject([{ decision: proposed.id, reply: 'keepsObjection', institution: cora }]);
  valueOf(
    await moderation.call('decisions.decide', {
      ...{ contributions: [{ id: contributionId(idOf(cora)), expected: proposed.id }], outcome: 'rejected' },
      ...{ reason: 'Der Rat hat es so beschlossen.', stage: 'final', workshop: null, wordings: [] },
    }),
  );
  const others = [bert, dora, emil, fatma, gina, hans].map((institution) => ({
    ...{ id: contributionId(idOf(institution)), expected: null },
  }));
  valueOf(
    await moderation.call('decisions.decide', {
      ...{ contributions: others, outcome: 'noted', reason: 'Danke.', stage: 'final', workshop: null },
      wordings: [],
    }),
  );
  valueOf(await moderation.call('rounds.close', { round: round.id }));

  // Frozen, the edition leads from its new words back to who asked for them.
  valueOf(await moderation.call('editions.freeze', { label: '2025', adoption: null }));
  const { content } = valueOf(await moderation.call('editions.show', { label: '2025' }));
  expect(content.decisions.length).toBeGreaterThan(0);
  expect(content.decisions.find(({ outcome }) => outcome === 'adopted')?.nodes).toContain(goal);
  const start = adopted.indexOf('GEMEINSAM');
  const [link] = chainOf(
    content.document,
    nodeId(goal),
    { start, end: start + 'GEMEINSAM'.length },
    host.rooms.read('decisions', listDecisions),
    host.rooms.read('voices', listVoices),
  );
  expect(link).toMatchObject({
    decision: { outcome: 'adopted', reason: 'Im Arbeitstreffen so besprochen.' },
    change: { before, after: adopted },
    statements: [{ institution: anna, round: roundId(round.id) }],
  });

  // The window shows that chain beside the goal.
  const names = asked.map(({ name }) => name);
  await mia.page.getByRole('dialog').getByRole('button', { name: 'Schließen' }).click();
  await goToGoal(mia.page, 1);
  const panel = mia.page.locator('#panel');
  await panel.getByText(`Aus dem Beitrag von ${names[0] ?? ''}`).waitFor();
  await panel.locator('ins', { hasText: 'GEMEINSAM' }).waitFor();
  await picture(mia.page, 'whole-round-chain');

  // Every export holds all of it, and the anonymised ones nobody.
  const said = voices().map(({ body }) => body.split(' ').slice(-2).join(' '));
  for (const format of ['csv', 'xlsx', 'docx', 'pdf'] as const) {
    for (const anonymised of [false, true]) {
      const words = await wordsOfTable(moderation, format, anonymised);
      for (const end of said) expect(words).toContain(end);
      expect(names.some((name) => words.includes(squeezed(name)))).toBe(!anonymised);
    }
  }
  const letters = unzipSync(
    await exported(moderation, {
      ...{ what: 'letters', format: 'docx-zip', anonymised: false },
      ...everything,
    }),
  );
  expect(Object.keys(letters)).toHaveLength(8);
  expectNoFaults(mia, ...windows);
}, 400_000);
