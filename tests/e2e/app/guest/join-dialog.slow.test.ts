import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { valueOf } from '../../../../shared/errors/value-of.ts';
import { deskUrl, startAppDesk } from '../../../support/app/app-desk.ts';
import { browserOfFile, openPage } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import { named, sampleHost, textOf } from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

test('a link of another machine, of a newer program, to nobody or into a file of somebody else says so and leaves no file', async () => {
  const host = await sampleHost();
  await host.sharing.start({ port: null, tls: true });
  const port = String(host.sharing.listener?.port);
  const base = `https://127.0.0.1:${port}`;
  const invite = () =>
    valueOf(host.invitations.create({ role: 'reader', institution: null, expiresAt: '2099-01-01T00:00:00Z' }))
      .token;
  const gone = await sampleHost();
  await gone.close();
  const desk = await startAppDesk();
  const { page } = await openPage(browser, deskUrl(desk), named('Lena Leser'));
  await page
    .getByRole('button', { name: /Einer Einladung folgen/u })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: 'Einer Einladung folgen' });
  const link = dialog.getByRole('textbox', { name: 'Einladungslink' });
  const name = dialog.getByRole('textbox', { name: 'Dateiname' });
  const accept = dialog.getByRole('button', { name: 'Einladung annehmen' });
  await name.fill('Gefolgt');
  const file = join(desk.documents, 'Gefolgt.leitbild');
  const cases: readonly (readonly [string, string, RegExp])[] = [
    [
      'fingerprint',
      `${base}/join#token=${invite()}&fingerprint=${'0'.repeat(64)}`,
      /anderen Zertifikat als erwartet/u,
    ],
    ['nobody', `${gone.url}/join#token=${'A'.repeat(43)}`, /antwortet kein Leitbild-Dienst/u],
    ['newer', `${base}/join#v=2&key=${invite()}`, /stammt von einer neueren Version.*aktualisieren/su],
    ['path', `${base}/jion#token=${invite()}`, /kein vollständiger Einladungslink/u],
    ['port', `${base}0/join#token=${invite()}`, /so eine Adresse gibt es nicht/u],
  ];
  for (const [what, address, says] of cases) {
    await link.fill(address);
    await accept.click();
    await dialog.getByText(says).first().waitFor();
    await picture(page, `join-${what}`);
    expect([what, await accessibilityFaults(page)]).toEqual([what, []]);
    expect([what, existsSync(file)]).toEqual([what, false]);
  }

  await link.fill(`${host.url}/join#token=${invite()}`);
  await accept.click();
  await textOf(page).getByText('Grußwort der Oberbürgermeisterin').waitFor();
  expect(existsSync(file)).toBe(true);
});
