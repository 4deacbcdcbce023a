import { EventEmitter } from 'node:events';
import { onOrder } from './control.ts';

type RequestListener = (
  details: { readonly url: string },
  answer: (verdict: { readonly cancel: boolean }) => void,
) => void;
type PermissionHandler = (
  contents: { getURL(): string },
  permission: string,
  answer: (granted: boolean) => void,
) => void;

/** Notes what the shell asks of Chromium's session, and answers as the shell has said. */
class Session extends EventEmitter {
  #onRequest: RequestListener | null = null;
  #onPermission: PermissionHandler | null = null;
  readonly spelling = {
    enabled: true,
    languages: [] as readonly string[],
    dictionaries: '',
    added: [] as string[],
  };
  proxy: unknown = null;

  readonly webRequest = {
    onBeforeRequest: (listener: RequestListener): void => {
      this.#onRequest = listener;
    },
  };
  mayRequest(url: string): boolean {
    let cancelled = false;
    this.#onRequest?.({ url }, ({ cancel }) => (cancelled = cancel));
    return !cancelled;
  }
  grants(permission: string, url: string): boolean {
    let result = true;
    this.#onPermission?.({ getURL: () => url }, permission, (granted) => (result = granted));
    return result;
  }
  setPermissionRequestHandler(handler: PermissionHandler): void {
    this.#onPermission = handler;
  }
  setPermissionCheckHandler(): void {
    // Pages of a test ask by the handler above.
  }
  setDevicePermissionHandler(): void {
    // There are no devices here.
  }
  setProxy(proxy: unknown): Promise<void> {
    this.proxy = proxy;
    return Promise.resolve();
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spelling.enabled = enabled;
  }
  setSpellCheckerLanguages(languages: readonly string[]): void {
    this.spelling.languages = languages;
  }
  addWordToSpellCheckerDictionary(word: string): boolean {
    this.spelling.added.push(word);
    return true;
  }
  setSpellCheckerDictionaryDownloadURL(url: string): void {
    this.spelling.dictionaries = url;
  }
}

export const defaultSession = new Session();

onOrder('session', () => ({ ...defaultSession.spelling, proxy: defaultSession.proxy }));
onOrder('may-request', (url: string) => defaultSession.mayRequest(url));
onOrder('grants', ({ permission, url }: { readonly permission: string; readonly url: string }) =>
  defaultSession.grants(permission, url),
);
