import type { Browser, BrowserContext } from 'playwright-core';
import { namedPerson } from '../named-person.ts';

/** What the start of a window cost. */
export interface WindowStart {
  /** From the beginning of the navigation to the paint of a text that can be written in. */
  readonly editable: number;
  /** What came through the wire until then, compressed as it was sent, in KiB. */
  readonly code: number;
  readonly fonts: number;
}

/** As somebody would open it who has never been here: nothing is cached. */
export async function newcomer(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 1440, height: 900 } });
  await context.addCookies([namedPerson]);
  return context;
}

/** Told as text, because what runs in the page knows other globals than this process. */
const LOOK = (selector: string): string => `(() => {
  const painted = () => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => firstPainted(performance.now());
    port2.postMessage(null);
  });
  const observer = new MutationObserver(() => {
    if (document.querySelector(${JSON.stringify(selector)}) === null) return;
    observer.disconnect();
    painted();
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true });
})()`;

/** Opens an address; measured until an element that the selector finds was painted. */
export async function startOf(context: BrowserContext, url: string, selector: string): Promise<WindowStart> {
  const page = await context.newPage();
  let tellPainted: (time: number) => void = () => undefined;
  const painted = new Promise<number>((resolve) => (tellPainted = resolve));
  await page.exposeFunction('firstPainted', (time: number) => tellPainted(time));
  await page.addInitScript(LOOK(selector));
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  const kinds = new Map<string, string>();
  const bytes: Record<string, number> = {};
  client.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? '';
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength / 1024;
  });
  await page.goto(url);
  const editable = await painted;
  await page.waitForLoadState('networkidle');
  await page.close();
  const code = ['Document', 'Script', 'Stylesheet'].reduce((sum, kind) => sum + (bytes[kind] ?? 0), 0);
  return { editable, code, fonts: bytes['Font'] ?? 0 };
}
