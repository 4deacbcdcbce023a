import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { deskUrl, startAppDesk } from '../../../support/app/app-desk.ts';
import { browserOfFile, openPage } from '../../../support/app/app-page.ts';
import { picture } from '../../../support/app/look.ts';
import { reachFaults } from '../../../support/app/reachability.ts';
import { byPalette, named, openWindow, putAway, sampleHost } from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

/** A window of 1280 by 720 at 200 percent, and one that is as narrow as WCAG 1.4.10 asks for. */
const windows = [
  ['at 200 percent', { viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 }],
  ['320 pixels wide', { viewport: { width: 320, height: 640 } }],
] as const;

/** What opens over the text, by its command. */
const dialogs = [
  ...['Freigabe …', 'Einstellungen …', 'Tastenkürzel', 'Titel und Stadt ändern …'],
  ...['Über Leitbild-Werkstatt', 'Versionsverlauf', 'Link …', 'Querverweis einfügen …'],
  ...['Importieren …', 'Exportieren …', 'Editionen'],
];

async function settled(page: Page): Promise<void> {
  await page.getByRole('dialog').last().waitFor();
  await page.waitForFunction(
    () =>
      document.querySelector('.mantine-Loader-root, .mantine-Skeleton-root') === null &&
      document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
}

describe.each(windows)('%s', (size, options) => {
  it('every control of the dialogs over the text can be reached and seen, and nothing is cut off', async () => {
    const host = await sampleHost();
    const { page } = await openWindow(browser, host, 'Mia Moderat', { ...named('Mia Moderat'), ...options });
    const faults: Record<string, readonly string[]> = {};
    for (const command of dialogs) {
      await byPalette(page, command);
      await settled(page);
      faults[command] = await reachFaults(page);
      await picture(page, `zoom ${size} ${command}`);
      await putAway(page);
    }
    expect(faults).toEqual(Object.fromEntries(dialogs.map((name) => [name, []])));
  });

  it('so it is where an edition is frozen, with a day as the system’s own field takes it', async () => {
    const host = await sampleHost();
    const { page } = await openWindow(browser, host, 'Mia Moderat', { ...named('Mia Moderat'), ...options });
    await byPalette(page, 'Editionen');
    await page.getByRole('button', { name: 'Als Edition festschreiben …' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Entwurf als Edition festschreiben' });
    const day = dialog.getByLabel(/Tag des Beschlusses/);
    expect(await day.getAttribute('type')).toBe('date');
    await day.fill('2999-12-31');
    await dialog.getByText('Dieser Tag liegt in der Zukunft').waitFor();
    await dialog.getByText(/Alles lässt sich drucken/).waitFor();
    const faults = await reachFaults(page);
    await picture(page, `zoom ${size} freeze`);
    expect(faults).toEqual([]);
  });

  it('so it is on the start screen', async () => {
    const desk = await startAppDesk();
    const { page } = await openPage(browser, deskUrl(desk), { ...named('Mia Moderat'), ...options });
    const faults: Record<string, readonly string[]> = {};
    for (const name of ['Neues Leitbild', 'Einer Einladung folgen', 'Datei öffnen']) {
      await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
      await settled(page);
      faults[name] = await reachFaults(page);
      await picture(page, `zoom ${size} ${name}`);
      await putAway(page);
    }
    expect(faults).toEqual({ 'Neues Leitbild': [], 'Einer Einladung folgen': [], 'Datei öffnen': [] });
  });
});
