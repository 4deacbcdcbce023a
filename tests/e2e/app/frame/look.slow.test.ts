import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import {
  byPalette,
  expectNoFaults,
  named,
  openWindow,
  outlineOf,
  sampleHost,
} from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

/** What opens over the text, by the command that opens it, and by what one knows that it is there. */
const views: readonly (readonly [name: string, command: string, title: string])[] = [
  ['sharing', 'Freigabe …', 'Freigabe'],
  ['preferences', 'Einstellungen', 'Einstellungen'],
  ['keyboard', 'Tastenkürzel', 'Tastenkürzel'],
  ['header', 'Titel und Stadt ändern', 'Titel und Stadt'],
  ['about', 'Über Leitbild-Werkstatt', 'Leitbild-Werkstatt'],
  ['history', 'Versionsverlauf', 'Versionsverlauf'],
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it('is accessible in each view and dialog', async () => {
    const host = await sampleHost();
    const window = await openWindow(browser, host, 'Mia Moderat', named('Mia Moderat', { theme }));
    const { page } = window;
    const faults: Record<string, readonly string[]> = {};
    const look = async (name: string): Promise<void> => {
      // What hovering shows stands outside of all landmarks, and repeats what is there.
      await page.mouse.move(720, 400);
      await page.getByRole('tooltip').waitFor({ state: 'detached' });
      await settled(page);
      await picture(page, `${name}-${theme}`);
      faults[name] = await accessibilityFaults(page);
    };
    const goal = outlineOf(page).locator('[data-type="goal"]').nth(2);
    await goal.click();
    await goal.press('Enter');
    await page.keyboard.type('Ein Satz dazu. ');
    await look('frame');
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: 'Befehle und Ziele' }).fill('6.4');
    await look('palette');
    await page.keyboard.press('Escape');
    await goal.click({ button: 'right' });
    await page.getByRole('menu').waitFor();
    await look('outline-menu');
    await page.keyboard.press('Escape');
    for (const [name, command, title] of views) {
      await byPalette(page, command);
      await page.getByRole('dialog').filter({ hasText: title }).waitFor();
      await look(name);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    expect(faults).toEqual(Object.fromEntries(Object.keys(faults).map((name) => [name, []])));
    expectNoFaults(window);
  });
});

describe.each([
  ['1024', 1024, 768],
  ['tablet', 820, 1180],
  ['phone', 390, 844],
] as const)('on a screen as wide as %s', (name, width, height) => {
  it('puts outline and panel into drawers', async () => {
    const host = await sampleHost();
    const window = await openWindow(browser, host, 'Mia', {
      ...named('Mia'),
      viewport: { width, height },
    });
    const { page } = window;
    await settled(page);
    await picture(page, `frame-${name}`);
    expect(await outlineOf(page).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Gliederung einblenden' }).click();
    await outlineOf(page).waitFor();
    await settled(page);
    await picture(page, `outline-${name}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    await outlineOf(page)
      .getByRole('treeitem', { name: /Präambel/ })
      .click();
    await outlineOf(page).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Seitenbereich einblenden' }).click();
    await page.getByRole('heading', { name: 'Kapitel 1' }).waitFor();
    await settled(page);
    await picture(page, `panel-${name}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    expectNoFaults(window);
  });
});

/** Waits until nothing moves any more. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const moving = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.all(moving.map((animation) => animation.finished.catch(() => null)));
  });
}
