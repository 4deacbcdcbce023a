import { expect, test } from 'vitest';
import { openBrowser } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import { byPalette, openWindow, sampleHost } from '../../../support/app/workspace-window.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`editions, freezing, comparing, exporting and the preview are accessible, ${colorScheme}`, async () => {
    const host = await sampleHost();
    const opened = await openWindow(await openBrowser(), host, 'Mia Moderat', { colorScheme });
    const { page, faults } = opened;
    const found: string[] = [];
    const look = async (name: string): Promise<void> => {
      await picture(page, `${name}-${colorScheme}`);
      found.push(...(await accessibilityFaults(page)).map((fault) => `${name}: ${fault}`));
    };
    await byPalette(page, 'Editionen');
    const view = page.getByRole('dialog', { name: 'Editionen' });
    await view.getByRole('button', { name: /^Edition 2019/ }).click();
    await view.getByText('Rat der Stadt Ellernfurt, 25. September 2019, Vorlage V/0256/2019').waitFor();
    await view.getByRole('button', { name: 'Prüfen' }).click();
    await view.getByText('Unverändert.').waitFor();
    await look('editions');
    await view.getByText('Vergleichen', { exact: true }).click();
    await view.getByRole('columnheader', { name: 'Edition 2014' }).waitFor();
    await look('editions-comparison');
    await view.getByRole('button', { name: /^Entwurf/ }).click();
    await view.getByRole('button', { name: 'Als Edition festschreiben …' }).click();
    const freeze = page.getByRole('dialog', { name: 'Entwurf als Edition festschreiben' });
    await freeze.getByText(/Alles lässt sich drucken/).waitFor();
    await look('editions-freeze');
    await page.keyboard.press('Escape');
    await freeze.waitFor({ state: 'detached' });
    await view.getByRole('button', { name: 'Exportieren …' }).click();
    await page.getByRole('dialog', { name: 'Exportieren' }).getByText('Arbeitsfassung').waitFor();
    await look('export');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await view.waitFor({ state: 'detached' });
    await byPalette(page, 'Druckvorschau');
    await page.locator('[data-page="0"][data-drawn]').waitFor();
    await page.locator('[data-page="1"][data-drawn]').waitFor();
    await look('print-preview');
    expect([...found, ...faults]).toEqual([]);
  });
}
