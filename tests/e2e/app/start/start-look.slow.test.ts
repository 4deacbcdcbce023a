import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deskUrl, startAppDesk } from '../../../support/app/app-desk.ts';
import { openBrowser, openPage } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the start screen and its dialogs are accessible, ${colorScheme}`, async () => {
    const desk = await startAppDesk();
    const make = async (name: string, title: string): Promise<string> => {
      const path = join(desk.documents, `${name}.leitbild`);
      await desk.api('desk.create', { path, profile: 'standard', title, municipality: '' });
      await desk.api('desk.close', { path });
      return path;
    };
    rmSync(await make('Entwurf 2024', 'Leitbild Bildung'));
    await make('Zusammenleben', 'Leitbild Zusammenleben in Vielfalt');
    const { page, faults } = await openPage(await openBrowser(), deskUrl(desk), { colorScheme });
    await page.getByRole('heading', { name: 'Womit möchten Sie beginnen?' }).waitFor();
    await page.getByText('Datei nicht gefunden').waitFor();
    const found: string[] = [];
    const look = async (name: string): Promise<void> => {
      await picture(page, `start-${name}-${colorScheme}`);
      found.push(...(await accessibilityFaults(page)).map((fault) => `${name}: ${fault}`));
    };
    await look('screen');
    for (const [action, name] of [
      ['Neues Leitbild', 'new'],
      ['Einer Einladung folgen', 'join'],
      ['Datei öffnen', 'open'],
    ] as const) {
      await page.getByRole('button', { name: new RegExp(`^${action}`) }).click();
      await page.getByRole('dialog').waitFor();
      if (name === 'open')
        await page
          .getByRole('button', { name: /Zusammenleben/ })
          .last()
          .waitFor();
      await look(name);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'What would you like to do?' }).waitFor();
    await look('english');
    expect([...found, ...faults]).toEqual([]);
  });
}
