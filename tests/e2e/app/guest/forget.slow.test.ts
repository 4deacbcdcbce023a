import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { valueOf } from '../../../../shared/errors/value-of.ts';
import { realPorts } from '../../../support/app/app-host.ts';
import { browserOfFile, openPage } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import {
  byPalette,
  expectNoFaults,
  goToGoal,
  named,
  openGuest,
  sampleHost,
  textOf,
  untilSaved,
  wordsInFile,
} from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();
const DONE = 'Auf diesem Gerät ist nichts mehr gespeichert.';

/** All that the address of the page has left on the device. */
function leftOn(page: Page) {
  return page.evaluate(async () => ({
    databases: await indexedDB.databases(),
    session: Object.fromEntries(Object.entries(sessionStorage)),
    local: Object.fromEntries(Object.entries(localStorage)),
    cookie: document.cookie,
    caches: 'caches' in window ? await caches.keys() : [],
    title: document.title,
    shown: document.body.innerText,
  }));
}

const nothing = {
  databases: [],
  session: {},
  local: {},
  cookie: '',
  caches: [],
  title: 'Leitbild-Werkstatt',
};

it('forgets a device: no database, no token, no name, nothing of the text; the host keeps all', async () => {
  const host = await sampleHost();
  const guest = await openGuest(browser, host, 'editor', 'Ben Gastmann');
  const { page, link } = guest;
  const id = await goToGoal(page);
  await page.keyboard.type('Vom Gast. ');
  await untilSaved(page);
  const before = await leftOn(page);
  expect(before.databases).not.toEqual([]);
  expect(before.cookie).toContain('Gastmann');

  await page.getByRole('button', { name: 'Weitere Befehle' }).click();
  await page.getByRole('menuitem', { name: 'Dieses Gerät vergessen …' }).click();
  const question = page.getByRole('dialog', { name: 'Dieses Gerät vergessen?' });
  await question.getByText('Was beim Host ist, bleibt dort.').waitFor();
  expect(await question.getByRole('alert').count()).toBe(0);
  await picture(page, 'forget-question');
  expect(await accessibilityFaults(page)).toEqual([]);
  await question.getByRole('button', { name: 'Löschen und vergessen' }).click();
  await page.getByRole('heading', { name: DONE }).waitFor();
  await picture(page, 'forgotten');
  expect(await accessibilityFaults(page)).toEqual([]);
  const { shown, ...left } = await leftOn(page);
  expect(left).toEqual(nothing);
  expect(shown).not.toContain('Vom Gast');
  await page.reload();
  await page.getByRole('heading', { name: 'Sie sind in diesem Fenster abgemeldet' }).waitFor();
  expect(await page.getByRole('button', { name: /vergessen/ }).count()).toBe(0);
  expect(wordsInFile(host, id)).toContain('Vom Gast. ');

  await page.goto(link);
  await textOf(page).getByText('Vom Gast.').waitFor();
  expectNoFaults(guest);
});

it('counts what the host does not have, keeps it as a file, and closes the other windows of the guest', async () => {
  const host = await sampleHost();
  const { page, context, link } = await openGuest(browser, host, 'editor', 'Ben');
  const other = await context.newPage();
  await other.goto(link);
  await textOf(other).waitFor();
  await goToGoal(page);
  await context.setOffline(true);
  await page.keyboard.type('Noch bei mir. ');
  await page.locator('footer').getByText('1 Änderung liegt auf diesem Gerät').waitFor();
  await byPalette(page, 'Dieses Gerät vergessen');
  const question = page.getByRole('dialog', { name: 'Dieses Gerät vergessen?' });
  await question.getByRole('alert').getByText('1 Änderung ist nicht beim Host').waitFor();
  await picture(page, 'forget-question-unsent');
  expect(await accessibilityFaults(page)).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    question.getByRole('button', { name: 'Als Textdatei sichern' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^Nicht gesendete Änderungen \d{4}-\d\d-\d\d\.txt$/u);
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain('Noch bei mir. ');
  expect(text.split('\r\n').filter((line) => /^(Leitziel|Teilziel)\s/u.test(line))).toHaveLength(1);
  await question.getByRole('button', { name: 'Löschen und vergessen' }).click();
  await page.getByRole('heading', { name: DONE }).waitFor();
  await other.getByRole('heading', { name: DONE }).waitFor();
  for (const window of [page, other]) {
    const { shown, ...left } = await leftOn(window);
    expect(left).toEqual(nothing);
    expect(shown).not.toContain('Noch bei mir');
  }
});

it.each(['revoked', 'expired'] as const)(
  'offers to forget and to keep what is unsent when the invitation is %s, now and when the link is opened later',
  async (how) => {
    let now = Date.now();
    const host = await sampleHost({
      ports: {
        clock: { now: () => `${new Date(now).toISOString().slice(0, 19)}Z` },
        createId: realPorts().createId,
      },
    });
    const { page, context, link } = await openGuest(browser, host, 'editor', 'Ben');
    await goToGoal(page);
    await context.setOffline(true);
    await page.keyboard.type('Zu spät geschrieben. ');
    await page.locator('footer').getByText('1 Änderung liegt auf diesem Gerät').waitFor();
    const [invitation] = host.invitations.list();
    if (invitation === undefined) throw new Error('nobody is invited');
    if (how === 'revoked') valueOf(host.invitations.revoke(invitation.id));
    else now = Date.parse('2100-01-01T00:00:00Z');
    await context.setOffline(false);
    const banner = page.getByRole('alert').filter({
      hasText: how === 'revoked' ? 'Ihre Einladung gilt nicht mehr' : 'Ihre Einladung ist abgelaufen',
    });
    await banner.waitFor();
    await picture(page, `guest-${how}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    await banner.getByRole('button', { name: 'Nicht gesendete Änderungen …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Nicht gesendete Änderungen' });
    await dialog.getByText('Zu spät geschrieben.').waitFor();
    await picture(page, `guest-${how}-unsent`);
    await dialog.getByRole('button', { name: 'Schließen' }).first().click();
    await banner.getByRole('button', { name: 'Dieses Gerät vergessen …' }).waitFor();
    await page.close();

    const later = await context.newPage();
    await later.goto(link);
    await later.getByText(how === 'revoked' ? 'gilt nicht mehr' : 'ist abgelaufen').waitFor();
    await later.getByRole('alert').getByText('1 Änderung ist nicht beim Host').waitFor();
    await picture(later, `link-${how}-with-copy`);
    expect(await accessibilityFaults(later)).toEqual([]);
    const [download] = await Promise.all([
      later.waitForEvent('download'),
      later.getByRole('button', { name: 'Als Textdatei sichern' }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain('Zu spät geschrieben. ');
    expect(text.split('\r\n').filter((line) => /^(Leitziel|Teilziel)\s/u.test(line))).toHaveLength(1);
    await later.getByRole('button', { name: 'Dieses Gerät vergessen …' }).click();
    await later.getByRole('button', { name: 'Löschen und vergessen' }).click();
    await later.getByRole('heading', { name: DONE }).waitFor();
    const { shown, ...left } = await leftOn(later);
    expect(left).toEqual(nothing);
    expect(shown).not.toContain('Zu spät');
  },
);

it('offers nothing of that in the window of the host itself', async () => {
  const host = await sampleHost();
  const { page } = await openPage(browser, `${host.url}/#secret=${host.secret}`, named('Mia'));
  await textOf(page).waitFor();
  await page.getByRole('button', { name: 'Weitere Befehle' }).click();
  await page.getByRole('menuitem', { name: 'Einstellungen …' }).waitFor();
  expect(await page.getByRole('menuitem', { name: /vergessen/ }).count()).toBe(0);
});
