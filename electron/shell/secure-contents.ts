import type { BrowserWindowConstructorOptions, WebContents } from 'electron';
import type { OwnAddresses } from './own-addresses.ts';

/** What every window of ours is given, and no window more. */
export function webPreferences(
  preload: string,
): NonNullable<BrowserWindowConstructorOptions['webPreferences']> {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: true,
  };
}

/**
 * Keeps a page where it belongs: it goes to no other origin than our own, opens no other window, and embeds nothing.
 * A link to elsewhere does nothing here; the page offers to open it by `openExternal`, at the user's click.
 */
export function secureContents(contents: WebContents, own: OwnAddresses, preload: string): void {
  contents.on('will-navigate', (event) => {
    if (!own.isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!own.isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!own.isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) =>
    own.isOwnPage(url)
      ? {
          action: 'allow',
          overrideBrowserWindowOptions: { webPreferences: webPreferences(preload), autoHideMenuBar: true },
        }
      : { action: 'deny' },
  );
}
