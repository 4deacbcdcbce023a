import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appFolder, emptyFile, hasRealText, startAppHost } from '../../../support/app/app-host.ts';
import { openBrowser } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import { byPalette, openWindow } from '../../../support/app/workspace-window.ts';

const sample = new URL('../../../../resources/sample/2019.md', import.meta.url).pathname;
const real = new URL('../../../../../shared/input/leitbild-2019.txt', import.meta.url).pathname;

for (const colorScheme of ['light', 'dark'] as const) {
  test(`choosing, looking at and putting right an import is accessible, ${colorScheme}`, async () => {
    const path = join(appFolder(), 'neu.leitbild');
    emptyFile(path);
    const host = await startAppHost(path);
    const opened = await openWindow(await openBrowser(), host, 'Mia Moderat', { colorScheme });
    const { page, faults } = opened;
    const found: string[] = [];
    const look = async (name: string): Promise<void> => {
      await picture(page, `import-${name}-${colorScheme}`);
      found.push(...(await accessibilityFaults(page)).map((fault) => `${name}: ${fault}`));
    };
    await byPalette(page, 'Importieren');
    const view = page.getByRole('dialog', { name: /importieren/ });
    await view.getByRole('button', { name: 'Dokument wählen …' }).waitFor();
    await look('choose');
    await page.locator('input[type="file"]').setInputFiles({
      name: 'leer.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(''),
    });
    await view.getByText('Das Dokument kann nicht übernommen werden').waitFor();
    await look('fault');
    await page.locator('input[type="file"]').setInputFiles({
      name: hasRealText ? 'leitbild-2019.txt' : '2019.md',
      mimeType: 'text/plain',
      buffer: readFileSync(hasRealText ? real : sample),
    });
    await view.getByText('Gefunden:').waitFor();
    await view.getByRole('option').nth(6).click();
    await look('preview');
    await view.getByRole('button', { name: 'Übernehmen', exact: true }).click();
    await view.getByRole('heading', { name: 'Der Text ist übernommen' }).waitFor();
    await look('result');
    expect([...found, ...faults]).toEqual([]);
  });
}
