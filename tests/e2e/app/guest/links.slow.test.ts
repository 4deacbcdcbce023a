import { expect, it } from 'vitest';
import { valueOf } from '../../../../shared/errors/value-of.ts';
import type { LiveHost } from '../../../../electron/host/live-host.ts';
import { realPorts } from '../../../support/app/app-host.ts';
import { browserOfFile, openPage } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import {
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
const YEAR = '2099-01-01T00:00:00Z';

function invite(host: LiveHost, expiresAt = YEAR) {
  return valueOf(host.invitations.create({ role: 'editor', institution: null, expiresAt }));
}

/** Another letter at that place of a token. */
function mistyped(token: string, at: number, letter: string): string {
  const other = token[at] === letter ? 'B' : letter;
  return `${token.slice(0, at)}${other}${token.slice(at + 1)}`;
}

it('tells each link that does not let in what happened and what to do, and writes nothing', async () => {
  let now = Date.now();
  const { createId } = realPorts();
  const clock = { now: () => `${new Date(now).toISOString().slice(0, 19)}Z` };
  const host = await sampleHost({ ports: { clock, createId } });
  const other = await sampleHost();
  const { token } = invite(host);
  const revoked = invite(host);
  valueOf(host.invitations.revoke(revoked.invitation.id));
  const expired = invite(host, `${new Date(now + 60_000).toISOString().slice(0, 19)}Z`);
  now += 120_000;
  const replaced = invite(host);
  valueOf(host.invitations.rotate(replaced.invitation.id));
  const nowhere = /Dieser Link führt nirgendwohin.*Tippfehler.*neuen schicken.*nichts verloren/su;
  const unknown = /lässt sich nicht öffnen.*hier nicht bekannt.*prüfen Sie, ob der Link vollständig ist/su;
  const links: readonly (readonly [string, string, RegExp])[] = [
    ['expired', `token=${expired.token}`, /lässt sich nicht öffnen.*abgelaufen.*neue geben/su],
    ['revoked', `token=${revoked.token}`, /lässt sich nicht öffnen.*gilt nicht mehr.*neue geben/su],
    ['replaced', `token=${replaced.token}`, /lässt sich nicht öffnen.*neue[n]? geben/su],
    ['other-leitbild', `token=${invite(other).token}`, unknown],
    ['typo-first', `token=${mistyped(token, 0, 'A')}`, unknown],
    ['typo-middle', `token=${mistyped(token, 21, 'A')}`, unknown],
    ['typo-sign', `token=${mistyped(token, 21, '!')}`, nowhere],
    ['cut-off', `token=${token.slice(0, -3)}`, nowhere],
    ['too-long', `token=${token}x`, nowhere],
    ['key', `tokem=${token}`, nowhere],
    ['empty', '', nowhere],
    ['fingerprint', `token=${token}&fingerprint=12ab`, nowhere],
    ['newer', `v=2&key=${token}`, /neueren Version.*denselben Stand.*nichts verloren/su],
  ];
  for (const [name, fragment, says] of links) {
    const { page, context } = await openPage(browser, `${host.url}/join#${fragment}`, named('Ben'));
    await page.getByRole('heading', { level: 1 }).waitFor();
    const shown = await page.locator('body').innerText();
    expect([name, shown]).toEqual([name, expect.stringMatching(says) as string]);
    expect([name, page.url()]).toEqual([name, `${host.url}/`]);
    const databases = await page.evaluate(() => indexedDB.databases());
    expect([name, databases]).toEqual([name, []]);
    expect(await page.getByRole('button', { name: /vergessen/u }).count()).toBe(0);
    await picture(page, `link-${name}`);
    expect([name, await accessibilityFaults(page)]).toEqual([name, []]);
    await context.close();
  }
});

it('opens the link again for somebody who is in already, with what they wrote, in the same tab and in another', async () => {
  const host = await sampleHost();
  const guest = await openGuest(browser, host, 'editor', 'Ben');
  const { page, context, link } = guest;
  const id = await goToGoal(page);
  await page.keyboard.type('Schon drin. ');
  await untilSaved(page);
  const second = await context.newPage();
  await second.goto(link);
  await textOf(second).getByText('Schon drin.').waitFor();
  await page.goto(link);
  await textOf(page).getByText('Schon drin.').waitFor();
  await goToGoal(page);
  await page.keyboard.type('Noch einmal. ');
  await untilSaved(page);
  await textOf(second).getByText('Noch einmal.').waitFor();
  expect(wordsInFile(host, id)).toContain('Noch einmal. Schon drin. ');
  expectNoFaults(guest);
});

it('lets somebody in by a new link after a wrong one, and keeps what the old one left', async () => {
  const host = await sampleHost();
  const { page, context, link } = await openGuest(browser, host, 'editor', 'Ben');
  await goToGoal(page);
  await context.setOffline(true);
  await page.keyboard.type('Unter der alten Einladung. ');
  await page.locator('footer').getByText('1 Änderung liegt auf diesem Gerät').waitFor();
  const [old] = host.invitations.list();
  if (old === undefined) throw new Error('nobody is invited');
  valueOf(host.invitations.revoke(old.id));
  await context.setOffline(false);
  await page.goto(link);
  await page.getByText('gilt nicht mehr').waitFor();
  await page.goto(`${host.url}/join#token=${invite(host).token}`);
  await textOf(page).waitFor();
  const banner = page.getByRole('status').filter({ hasText: 'aus einer früheren Einladung' });
  await banner.waitFor();
  await picture(page, 'earlier-unsent');
  expect(await accessibilityFaults(page)).toEqual([]);
  await banner.getByRole('button', { name: 'Nicht gesendete Änderungen …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nicht gesendete Änderungen' });
  await dialog.getByText('Unter der alten Einladung.').waitFor();
});
