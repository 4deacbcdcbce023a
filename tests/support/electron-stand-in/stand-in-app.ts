import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { context, home } from './browser.ts';
import { onOrder } from './control.ts';

/** An event whose default can be prevented. */
export function preventable(): { readonly defaultPrevented: boolean; preventDefault(): void } {
  let prevented = false;
  return {
    get defaultPrevented() {
      return prevented;
    },
    preventDefault() {
      prevented = true;
    },
  };
}

let markLoaded: () => void = () => undefined;
const loaded = new Promise<void>((resolve) => (markLoaded = resolve));

/** Called by `boot.ts` once the program's main module has been evaluated. */
export function appCodeLoaded(): void {
  markLoaded();
}

class App extends EventEmitter {
  readonly isPackaged = false;
  /** Set by the windows, which this module does not know. */
  closeAll: () => Promise<void> = () => Promise.resolve();
  #quitting = false;

  get isQuitting(): boolean {
    return this.#quitting;
  }
  requestSingleInstanceLock(): boolean {
    return process.env['STAND_IN_SECOND'] === undefined;
  }
  setAppUserModelId(): void {
    // Only Windows asks for it.
  }
  enableSandbox(): void {
    // Chromium's own sandbox does not run in the container that tests run in.
  }
  /** As in Electron, a program that waits for this while its main module loads waits for ever. */
  async whenReady(): Promise<void> {
    await Promise.all([loaded, context()]);
    this.emit('ready');
  }
  getPath(name: string): string {
    const names: Readonly<Record<string, string>> = {
      documents: 'Dokumente',
      desktop: 'Schreibtisch',
      home: '',
    };
    return join(home, names[name] ?? name);
  }
  exit(code: number): void {
    process.exit(code);
  }
  quit(): void {
    void this.#quit();
  }

  async #quit(): Promise<void> {
    this.#quitting = true;
    await this.closeAll();
    const event = preventable();
    this.emit('will-quit', event);
    if (event.defaultPrevented) return;
    await (await context()).close();
    process.exit(0);
  }
}

export const app = new App();

process.on('SIGTERM', () => app.quit());
process.on('SIGINT', () => app.quit());
onOrder('emit', ({ event, args }: { readonly event: string; readonly args: readonly unknown[] }) => {
  app.emit(event, preventable(), ...args);
});
onOrder('quit', () => app.quit());
