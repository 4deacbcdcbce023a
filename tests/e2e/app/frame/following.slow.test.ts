import { join } from 'node:path';
import { expect, it } from 'vitest';
import { joinHost } from '../../../../electron/host/replica/join-host.ts';
import { writeJoinLink } from '../../../../shared/api/join-link.ts';
import { valueOf } from '../../../../shared/errors/value-of.ts';
import { appFolder, realPorts, startAppHost } from '../../../support/app/app-host.ts';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import {
  expectNoFaults,
  goToGoal,
  openWindow,
  sampleHost,
  wordsInFile,
} from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();
const silent = (): void => undefined;

it('says whether a file is in step with the host that it follows, and syncs at once when asked to', async () => {
  const upper = await sampleHost();
  const { token } = valueOf(
    upper.invitations.create({ role: 'editor', institution: null, expiresAt: '2099-01-01T00:00:00Z' }),
  );
  const path = join(appFolder(), 'eigene.leitbild');
  valueOf(
    await joinHost({
      link: writeJoinLink({ base: upper.url, token, fingerprint: null }),
      ...{ path, ports: realPorts(), random: () => 0, signal: new AbortController().signal },
      logger: { info: silent, warn: silent, error: silent },
    }),
  );
  // By itself it would try again in an hour.
  const patient = { follower: { backoff: { first: 3_600_000, atMost: 3_600_000 } } };
  const own = await startAppHost(path, { limits: patient });
  const window = await openWindow(browser, own, 'Ben');
  const { page } = window;
  const sign = page.locator('footer').getByRole('button', { name: /Abgeglichen|Nicht verbunden/ });
  await sign.getByText('Abgeglichen').waitFor();

  await upper.close();
  await sign.getByText('Nicht verbunden').waitFor();
  const id = await goToGoal(page);
  await page.keyboard.type('Unterwegs. ');
  await expect.poll(() => wordsInFile(own, id)).toContain('Unterwegs. ');
  await sign.getByText(/noch nicht gesendet/).waitFor();
  await sign.press('Enter');
  const told = page.getByRole('dialog', { name: /Abgeglichen|Nicht verbunden/ });
  await told.getByText(/Zurzeit nicht verbunden mit http/).waitFor();
  await told.getByText('Es wird von selbst wieder versucht.').waitFor();
  await told.getByText('In Ihrer Datei ist alles gesichert.').waitFor();
  await picture(page, 'following-offline');
  expect(await accessibilityFaults(page)).toEqual([]);

  const again = await startAppHost(upper.path, { port: Number(new URL(upper.url).port) });
  expect(wordsInFile(again, id)).not.toContain('Unterwegs. ');
  await told.getByRole('button', { name: 'Jetzt abgleichen' }).press('Enter');
  await told.getByText('Beide Seiten sind auf demselben Stand.').waitFor();
  await expect.poll(() => wordsInFile(again, id)).toContain('Unterwegs. ');
  await picture(page, 'following-in-step');
  await page.keyboard.press('Escape');
  await told.waitFor({ state: 'detached' });
  expectNoFaults(window);
});
