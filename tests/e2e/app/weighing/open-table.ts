import type { Page } from 'playwright-core';
import { byPalette } from '../../../support/app/workspace-window.ts';

/** Opens the table of contributions as a moderator would who knows its name. */
export async function openTable(page: Page): Promise<void> {
  await byPalette(page, 'Abwägung der Beiträge');
  await page.getByRole('dialog', { name: 'Abwägung' }).waitFor();
}
