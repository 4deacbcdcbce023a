import { EventEmitter } from 'node:events';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { context, preloadScript } from './browser.ts';
import { tell } from './control.ts';
import { app, preventable } from './stand-in-app.ts';
import { defaultSession } from './stand-in-session.ts';

interface Options {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly title?: string;
  readonly webPreferences?: Readonly<Record<string, unknown>>;
}
type OpenHandler = (details: { readonly url: string }) => { readonly action: 'allow' | 'deny' };
type Handler = (event: object, ...args: readonly unknown[]) => unknown;

const handlers = new Map<string, Handler>();
export const ipcMain = { handle: (channel: string, handler: Handler) => void handlers.set(channel, handler) };

let prepared: Promise<void> | null = null;

/** Puts the preload and its way to the shell into every page. */
function prepare(preload: string): Promise<void> {
  const work = async (): Promise<void> => {
    const browser = await context();
    await browser.exposeBinding('standInInvoke', (source, channel: string, args: readonly unknown[]) => {
      const window = [...BrowserWindow.open].find(({ page }) => page === source.page);
      const handler = handlers.get(channel);
      if (window === undefined || handler === undefined) throw new Error(`nobody answers ${channel}`);
      const parent = source.frame.parentFrame() === null ? null : {};
      const event = { sender: window.webContents, senderFrame: { url: source.frame.url(), parent } };
      return handler(event, ...args);
    });
    await browser.addInitScript(preloadScript(preload));
  };
  prepared ??= work();
  return prepared;
}

class WebContents extends EventEmitter {
  readonly #window: BrowserWindow;
  openHandler: OpenHandler = () => ({ action: 'allow' });

  constructor(window: BrowserWindow) {
    super();
    this.#window = window;
  }
  readonly session = defaultSession;
  send(channel: string, ...args: readonly unknown[]): void {
    const deliver = ({
      name,
      values,
    }: {
      readonly name: string;
      readonly values: readonly unknown[];
    }): void => {
      (
        globalThis as unknown as { standInDeliver?: (name: string, values: readonly unknown[]) => void }
      ).standInDeliver?.(name, values);
    };
    // A page that is being loaded hears nothing, in Electron as here.
    void this.#window.page?.evaluate(deliver, { name: channel, values: args }).catch(() => undefined);
  }
  getURL(): string {
    return this.#window.page?.url() ?? '';
  }
  reload(): void {
    void this.#window.navigate((page) => page.reload()).catch(() => undefined);
  }
  /** Writes over what is selected, as Chromium does over the misspelled word. */
  replaceMisspelling(word: string): void {
    void this.#window.page?.keyboard.insertText(word);
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly open = new Set<BrowserWindow>();
  static #last = 0;
  static #focused: BrowserWindow | null = null;

  readonly id = (BrowserWindow.#last += 1);
  readonly options: Options;
  readonly webContents: WebContents;
  page: Page | null = null;
  title: string;
  represented = '';
  visible = false;
  #bounds: { x: number; y: number; width: number; height: number };
  #maximized = false;
  readonly ready: Promise<Page>;
  /** Where the shell itself sends the page, until the page asks for it. */
  #expected: string | null = null;

  constructor(options: Options = {}, page: Page | null = null) {
    super();
    this.options = options;
    this.title = options.title ?? '';
    const { x = 100, y = 100, width = 800, height = 600 } = options;
    this.#bounds = { x, y, width, height };
    this.webContents = new WebContents(this);
    BrowserWindow.open.add(this);
    app.emit('web-contents-created', {}, this.webContents);
    this.ready = this.#prepare(page);
    tell({ type: 'window-opened', window: this.id });
  }

  static getAllWindows = (): readonly BrowserWindow[] => [...BrowserWindow.open];
  static getFocusedWindow = (): BrowserWindow | null => BrowserWindow.#focused;
  static fromWebContents = (contents: WebContents): BrowserWindow | null =>
    [...BrowserWindow.open].find(({ webContents }) => webContents === contents) ?? null;

  async #prepare(adopted: Page | null): Promise<Page> {
    const { preload } = this.options.webPreferences ?? {};
    await prepare(String(preload));
    const page = adopted ?? (await (await context()).newPage());
    this.page = page;
    await page.setViewportSize({ width: this.#bounds.width, height: this.#bounds.height });
    // What a page throws is seen by the test as what the program has written.
    page.on('pageerror', (error) => void process.stderr.write(`${error.stack ?? error.message}\n`));
    page.on('close', () => this.#closed());
    page.on('popup', (popup) => void this.#adopt(popup));
    page.on('load', () => this.webContents.emit('did-finish-load'));
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.webContents.emit('did-navigate', {}, frame.url());
    });
    await page.route('**/*', async (route) => {
      const request = route.request();
      const url = request.url();
      const isMain = request.isNavigationRequest() && request.frame() === page.mainFrame();
      if (isMain && this.#expected === url) this.#expected = null;
      else if (isMain) {
        const event = Object.assign(preventable(), { url });
        this.webContents.emit('will-navigate', event);
        if (event.defaultPrevented) {
          tell({ type: 'blocked', url, why: 'navigation' });
          await route.abort('aborted');
          return;
        }
      }
      if (defaultSession.mayRequest(url)) await route.continue();
      else {
        tell({ type: 'blocked', url, why: 'request' });
        await route.abort('blockedbyclient');
      }
    });
    return page;
  }

  async #adopt(popup: Page): Promise<void> {
    const url = popup.url();
    if (this.webContents.openHandler({ url }).action === 'deny') {
      tell({ type: 'blocked', url, why: 'window' });
      await popup.close();
      return;
    }
    const child = new BrowserWindow({ webPreferences: this.options.webPreferences ?? {} }, popup);
    this.webContents.emit('did-create-window', child);
  }

  #closed(): void {
    if (!BrowserWindow.open.delete(this)) return;
    if (BrowserWindow.#focused === this) BrowserWindow.#focused = null;
    this.emit('closed');
    tell({ type: 'window-closed', window: this.id });
    if (BrowserWindow.open.size === 0 && !app.isQuitting) app.emit('window-all-closed');
  }

  /** A navigation that the shell itself wants. */
  async navigate(work: (page: Page) => Promise<unknown>, address?: string): Promise<void> {
    const page = await this.ready;
    this.#expected = (address ?? page.url()).replace(/#.*$/, '');
    try {
      await work(page);
      this.emit('ready-to-show');
    } catch (error) {
      const text = error instanceof Error ? error.message : '';
      this.webContents.emit(
        'did-fail-load',
        {},
        text.includes('ERR_ABORTED') ? -3 : -102,
        text,
        page.url(),
        true,
      );
      throw error;
    }
  }
  loadURL(url: string): Promise<void> {
    return this.navigate((page) => page.goto(url), url);
  }
  close(): void {
    void this.closed();
  }
  async closed(): Promise<void> {
    this.emit('close', preventable());
    await (await this.ready).close();
  }
  show(): void {
    this.visible = true;
    tell({ type: 'window-shown', window: this.id });
    this.focus();
  }
  focus(): void {
    BrowserWindow.#focused = this;
    tell({ type: 'window-focused', window: this.id });
    this.emit('focus');
  }
  maximize = (): void => void (this.#maximized = true);
  isMaximized = (): boolean => this.#maximized;
  isMinimized = (): boolean => false;
  isFullScreen = (): boolean => false;
  setSize = (width: number, height: number): void => this.setBounds({ ...this.#bounds, width, height });
  center = (): void => undefined;
  restore = (): void => undefined;
  getNormalBounds = () => this.#bounds;
  setBounds = (bounds: { x: number; y: number; width: number; height: number }): void =>
    void (this.#bounds = bounds);
  setTitle = (title: string): void => void (this.title = title);
  setRepresentedFilename = (path: string): void => void (this.represented = path);
}

app.closeAll = async () => {
  await Promise.all([...BrowserWindow.open].map((window) => window.closed()));
};
