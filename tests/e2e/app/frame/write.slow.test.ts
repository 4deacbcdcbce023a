import { expect, it } from 'vitest';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import {
  expectNoFaults,
  goToGoal,
  openWindow,
  outlineOf,
  sampleHost,
  textOf,
  untilSaved,
  wordsInFile,
} from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

it('opens the sample, takes what is typed, says that it is saved, and has it in the file', async () => {
  const host = await sampleHost();
  const window = await openWindow(browser, host);
  const { page } = window;
  await expect.poll(() => outlineOf(page).getByRole('treeitem').count()).toBeGreaterThan(10);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(
    'Leitbild Zusammenleben in Vielfalt',
  );
  await picture(page, 'frame');
  const id = await goToGoal(page);
  await page.keyboard.type('Neu hier. ');
  await picture(page, 'frame-goal');
  await page.getByText('Gesichert auf diesem Gerät').waitFor();
  await untilSaved(page);
  expect(wordsInFile(host, id)).toContain('Neu hier.');
  expect(await textOf(page).innerText()).toContain('Neu hier.');
  expect(await accessibilityFaults(page)).toEqual([]);
  expectNoFaults(window);
});
