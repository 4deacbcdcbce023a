import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { launchChromium } from '../chromium.ts';

/** A page with all that went wrong in it. */
export interface AppPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Uncaught errors, errors on the console, and requests to anybody but the host. A good test ends with none. */
  readonly faults: readonly string[];
}

/** What a test needs of a browser: windows with a storage of their own. */
export type TestBrowser = Pick<Browser, 'newContext'>;

/** One browser for all tests of a file, started before the first of them and closed after the last. */
export function browserOfFile(): TestBrowser {
  let browser: Browser | null = null;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  return {
    newContext(options) {
      if (browser === null) throw new Error('the browser of the file runs only while its tests do');
      return browser.newContext(options);
    },
  };
}

/** A browser that is closed when the test is over. */
export async function openBrowser(): Promise<Browser> {
  const browser = await launchChromium();
  onTestFinished(() => browser.close());
  return browser;
}

/** Opens an address in a window of its own, with its own storage, as one person would. */
export async function openPage(
  browser: TestBrowser,
  url: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<AppPage> {
  const context = await browser.newContext({
    locale: 'de-DE',
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} ${message.location().url}`);
  });
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    const local =
      hostname === '127.0.0.1' || hostname === 'localhost' || protocol === 'data:' || protocol === 'blob:';
    if (!local) faults.push(`asked ${hostname}`);
  });
  await page.goto(url);
  return { page, context, faults };
}
