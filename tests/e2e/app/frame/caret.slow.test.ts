import { expect, it } from 'vitest';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { expectNoFaults, openWindow, outlineOf, sampleHost } from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

it('has the caret where it was whenever the keyboard comes back to the text', async () => {
  const host = await sampleHost();
  const window = await openWindow(browser, host);
  const { page } = window;
  const goals = outlineOf(page).locator('[data-type="goal"]');
  const field = page.getByRole('textbox', { name: 'Befehle und Ziele' });
  for (let round = 1; round <= 12; round += 1) {
    const id = (await goals.nth(round).getAttribute('id')) ?? '';
    await goals.nth(round).press('Enter');
    await page.keyboard.press('Control+k');
    await field.waitFor();
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
    await page.keyboard.type(`Hier ${String(round)}. `);
    await expect.poll(() => page.locator(`[id="${id}"]`).innerText()).toContain(`Hier ${String(round)}.`);
  }
  expectNoFaults(window);
});
