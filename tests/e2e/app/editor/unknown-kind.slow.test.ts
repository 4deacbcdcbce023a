import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWorkspace } from '../../../../electron/host/workspace/open-workspace.ts';
import { valueOf } from '../../../../shared/errors/value-of.ts';
import {
  appFolder,
  realPorts,
  sampleFile,
  standardProfile,
  startAppHost,
} from '../../../support/app/app-host.ts';
import { browserOfFile } from '../../../support/app/app-page.ts';
import {
  draftOf,
  expectNoFaults,
  openWindow,
  textOf,
  untilSaved,
} from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

describe('a file whose profile lacks a kind that the text uses', () => {
  it('EDT21: says so, shows every word, and lets the text be written', async () => {
    const path = join(appFolder(), 'ellernfurt.leitbild');
    await sampleFile(path);
    const workspace = valueOf(openWorkspace(path, { ports: realPorts() }));
    const profile = standardProfile();
    workspace.setProfile({ ...profile, goalKinds: profile.goalKinds.slice(0, 1) });
    valueOf(workspace.close());
    const host = { ...(await startAppHost(path)), path };
    const before = draftOf(host).document;
    const window = await openWindow(browser, host);
    const { page } = window;
    const notice = page.getByText('die das Profil dieser Datei nicht kennt');
    await notice.first().waitFor();
    expect(await notice.first().textContent()).toContain('„teilziel“');
    const goals = JSON.stringify(before).match(/"type":"goal"/gu)?.length;
    expect(await textOf(page).locator('.goal').count()).toBe(goals);
    expect(draftOf(host).document).toEqual(before);
    const goal = textOf(page).locator('[data-kind="teilziel"] .goal p').first();
    // What comes into view is laid out anew, so that a click may meet what stood there before.
    const clicked = async (): Promise<boolean> => {
      await goal.click();
      return goal.evaluate((text) => text.contains(getSelection()?.anchorNode ?? null));
    };
    await expect.poll(clicked).toBe(true);
    await page.keyboard.press('End');
    await page.keyboard.type(' Auch hier.');
    await goal.getByText('Auch hier.').waitFor();
    await untilSaved(page);
    await expect.poll(() => JSON.stringify(draftOf(host).document)).toContain(' Auch hier.');
    expectNoFaults(window);
  });
});
