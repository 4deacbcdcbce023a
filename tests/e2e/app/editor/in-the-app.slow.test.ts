import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasRealText, realFile, appFolder, startAppHost } from '../../../support/app/app-host.ts';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import {
  draftOf,
  expectNoFaults,
  goToGoal,
  nodeInFile,
  openWindow,
  sampleHost,
  textOf,
  untilSaved,
  wordsInFile,
} from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

describe('the text in the app', () => {
  it('EDT13: what two people write at once is in the file, with carets and names, footnote and reference', async () => {
    const host = await sampleHost();
    const mia = await openWindow(browser, host, 'Mia Moderat');
    const ben = await openWindow(browser, host, 'Ben Beispiel');
    const id = await goToGoal(mia.page);
    const before = wordsInFile(host, id) ?? '';
    await mia.page.keyboard.type('Mia schreibt. ');
    const other = await goToGoal(ben.page, 1);
    await ben.page.keyboard.type('Ben auch. ');
    await mia.page.locator('.remote-caret[data-name^="Ben Beispiel"]').waitFor({ state: 'attached' });
    await picture(mia.page, 'editor-two-writers');
    await mia.page.keyboard.type('[^Eine Anmerkung.');
    await mia.page.keyboard.press('Escape');
    await mia.page.keyboard.type(' vgl. @');
    await mia.page.locator('.suggestion').first().waitFor();
    await picture(mia.page, 'editor-suggestions');
    await mia.page.keyboard.press('ArrowDown');
    await mia.page.keyboard.press('Enter');
    await untilSaved(mia.page);
    await untilSaved(ben.page);
    const goal = JSON.stringify(nodeInFile(host, id));
    expect(goal).toContain('Eine Anmerkung.');
    expect(goal).toContain('"type":"reference"');
    expect(wordsInFile(host, id)).toContain('Mia schreibt. ');
    expect(wordsInFile(host, id)?.endsWith(before.slice(-30))).toBe(true);
    expect(wordsInFile(host, other)).toContain('Ben auch. ');
    expectNoFaults(mia, ben);
  });

  it('EDT14: the text is accessible, in light and dark, with a footnote open', async () => {
    const host = await sampleHost();
    for (const colorScheme of ['light', 'dark'] as const) {
      const window = await openWindow(browser, host, 'Mia Moderat', { colorScheme });
      const { page } = window;
      await textOf(page).locator('.footnote').first().scrollIntoViewIfNeeded();
      await textOf(page).locator('.footnote').first().click();
      await page.locator('.footnote-text').waitFor();
      await picture(page, `editor-footnote-${colorScheme}`);
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await goToGoal(page, 3);
      await picture(page, `editor-goals-${colorScheme}`);
      await page.context().close();
      expectNoFaults(window);
    }
  });

  it.skipIf(!hasRealText)('EDT13: the real text of 2019 can be written and keeps every word', async () => {
    const path = join(appFolder(), 'echt.leitbild');
    await realFile(path);
    const host = await startAppHost(path);
    const before = JSON.stringify(draftOf(host).document);
    const window = await openWindow(browser, host);
    const { page } = window;
    const id = await goToGoal(page, 5);
    await page.keyboard.type('Probe ');
    await picture(page, 'editor-real-text');
    await untilSaved(page);
    expect(wordsInFile(host, id)).toMatch(/^Probe /u);
    await page.keyboard.press('Control+z');
    await untilSaved(page);
    expect(JSON.stringify(draftOf(host).document)).toBe(before);
    expectNoFaults(window);
  });
});
