import type { Page } from 'playwright-core';
import { onOrder } from './control.ts';
import { BrowserWindow } from './stand-in-window.ts';

/** How long a page may take to show what a test expects, in milliseconds. */
const PATIENCE = 30_000;

function windowBy(id: number): BrowserWindow {
  const window = [...BrowserWindow.open].find((one) => one.id === id);
  if (window === undefined) throw new Error(`no window ${String(id)}`);
  return window;
}
const pageBy = (id: number): Promise<Page> => windowBy(id).ready;

onOrder('windows', () =>
  BrowserWindow.getAllWindows().map((window) => {
    const { id, title, represented, visible, options, webContents } = window;
    const preferences = { ...options.webPreferences, preload: undefined };
    return {
      id,
      title,
      represented,
      visible,
      preferences,
      url: webContents.getURL(),
      bounds: window.getNormalBounds(),
    };
  }),
);
onOrder('evaluate', async ({ window, code }: { readonly window: number; readonly code: string }) =>
  (await pageBy(window)).evaluate(code),
);
onOrder('until', async ({ window, code }: { readonly window: number; readonly code: string }) => {
  const page = await pageBy(window);
  const deadline = performance.now() + PATIENCE;
  // Asked by the debugger, because the page's own content policy evaluates no strings.
  while (!(await page.evaluate(code).catch(() => false))) {
    if (performance.now() > deadline)
      throw new Error(`never came true at ${page.url()}: ${code}\n${await page.innerText('body')}`);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 20))).catch(() => undefined);
  }
});
onOrder('until-at', async ({ window, start }: { readonly window: number; readonly start: string }) => {
  await (await pageBy(window)).waitForURL((url) => url.href.startsWith(start), { timeout: PATIENCE });
});
onOrder('screenshot', async ({ window, path }: { readonly window: number; readonly path: string }) => {
  await (await pageBy(window)).screenshot({ path });
});
/** The right mouse button, with what Chromium's spell checker would say of the word below it. */
onOrder(
  'context-menu',
  ({ window, params }: { readonly window: number; readonly params: Readonly<Record<string, unknown>> }) =>
    void windowBy(window).webContents.emit('context-menu', {}, params),
);
onOrder('close', (window: number) => windowBy(window).closed());
onOrder('focus', (window: number) => windowBy(window).focus());
onOrder(
  'move',
  ({ window, ...bounds }: { window: number; x: number; y: number; width: number; height: number }) =>
    windowBy(window).setBounds(bounds),
);
