import type { Page } from 'playwright-core';

/** The contribution whose row or card has the keyboard; null where something else has it. */
export function focusedContribution(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('data-contribution') ?? null);
}
