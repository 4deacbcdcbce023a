import { expect, test } from 'vitest';
import { openBrowser } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import { byPalette, openWindow, sampleHost } from '../../../support/app/workspace-window.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the register with its dialogs is accessible, ${colorScheme}`, async () => {
    const host = await sampleHost();
    const { page, faults } = await openWindow(await openBrowser(), host, 'Mia Moderat', { colorScheme });
    const found: string[] = [];
    const look = async (name: string): Promise<void> => {
      await picture(page, `register-${name}-${colorScheme}`);
      found.push(...(await accessibilityFaults(page)).map((fault) => `${name}: ${fault}`));
    };
    await byPalette(page, 'Register der Institutionen');
    const view = page.getByRole('dialog', { name: 'Register der Institutionen' });
    const list = view.getByRole('navigation', { name: 'Institutionen' });
    const first = list.getByRole('button').first();
    const name = (await first.locator('span').first().textContent()) ?? '';
    await first.click();
    await view.getByRole('heading', { name }).waitFor();

    await view.getByRole('button', { name: 'Person eintragen …' }).click();
    const person = page.getByRole('dialog', { name: 'Person eintragen' });
    await person.getByRole('textbox', { name: 'Name' }).fill('Frau Muster');
    await look('person');
    await person.getByRole('button', { name: 'Speichern' }).click();
    await view.getByText('Frau Muster').waitFor();
    await view.getByRole('button', { name: 'Umbenennen …' }).click();
    const rename = page.getByRole('dialog', { name: /umbenennen/ });
    await rename.getByRole('textbox', { name: 'Neuer Name' }).fill('Zentrum für Begegnung');
    await look('rename');
    await rename.getByRole('button', { name: 'Umbenennen' }).click();
    await page.getByText('Die Institution heißt jetzt').waitFor();
    await look('details');

    await view.getByRole('button', { name: 'Zusammenlegen …' }).click();
    const merge = page.getByRole('dialog', { name: /zusammenlegen/ });
    await merge.getByText('Das geschieht').waitFor();
    await look('merge');
    await page.keyboard.press('Escape');
    await merge.waitFor({ state: 'detached' });
    await view.getByRole('button', { name: 'Institution aufnehmen …' }).click();
    await page.getByRole('dialog', { name: 'Institution aufnehmen' }).waitFor();
    await look('add');
    await page.keyboard.press('Escape');

    await view.getByRole('button', { name: 'Liste einlesen …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Liste einlesen' });
    await page.locator('input[type="file"]').setInputFiles({
      ...{ name: 'liste.csv', mimeType: 'text/csv' },
      buffer: Buffer.from(
        'Name;Art;Sitze;Bemerkung\nZentrum für Begegnung Ellernfurt e. V.;Verein;3;\nGanz Neue Stelle;Burg;1;\nWerkhof;Betrieb;2;\n',
      ),
    });
    await dialog.getByText('Bitte entscheiden').waitFor();
    await look('import');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await view.getByText('Nennung in der Edition').click();
    await view
      .getByText(/einverstanden/)
      .first()
      .waitFor();
    await look('consent');
    expect([...found, ...faults]).toEqual([]);
  });
}
