import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import process from 'node:process';
import type { germanShell } from '../../../renderer/words/de/shell.ts';
import { writeDeskAddress } from '../../../shared/api/app-address.ts';
import { makeToken } from '../../host/invitations/token.ts';
import { settingsFolder, userFolders } from '../desk/settings-folder.ts';
import { superviseDesk } from '../desk/supervise-desk.ts';
import { forkDesk } from './fork-desk.ts';
import { BROWSER_STARTS_WITHIN, openInBrowser } from './open-in-browser.ts';
import type { StartOptions } from './start-options.ts';

export interface ServeDeskDeps {
  readonly options: StartOptions;
  readonly words: (typeof germanShell)['start'];
  readonly root: string;
  readonly out: (line: string) => void;
  /** Fires when the user wants it to end. */
  readonly signal: AbortSignal;
}

/**
 * Serves the app on this machine until the user ends it: the desk in a process of its own, which is started again
 * should it die. Prints the address, with its secret behind `#`, and opens it. Returns the exit code.
 */
export async function serveDesk({ options, words, root, out, signal }: ServeDeskDeps): Promise<number> {
  let reason = '';
  let announced = false;
  const desk = superviseDesk({
    fork: forkDesk,
    door: options.port === 0 ? null : { port: options.port, secret: makeToken(randomBytes) },
    start: {
      nativeDialogs: false,
      settingsFolder: settingsFolder(process.env, process.platform),
      folders: userFolders(),
      appFolder: join(root, 'dist/renderer'),
      dictionaryFolder: join(root, 'resources/dictionaries'),
    },
    now: () => performance.now(),
    onState: (state) => {
      if (announced && state === 'restarting') out(words.restarting);
    },
    onFailed: (code) => (reason = code),
    onOpened: () => undefined,
    onClosed: () => undefined,
  });
  const state = await desk.started;
  if (state === 'failed' || desk.door === null) {
    out(reason === 'listener-failed' ? words.portTaken(options.port) : words.failed(reason));
    return 1;
  }
  const { file, language } = options;
  const intent = file === null ? null : ({ kind: 'open', path: file } as const);
  const address = writeDeskAddress(desk.door, intent, language);
  out(words.address(address));
  out(words.howToStop);
  announced = true;
  const browser = options.open
    ? openInBrowser({ address, words: words.redirect, within: BROWSER_STARTS_WITHIN })
    : null;
  const given = desk.givenUp.then(() => 'failed' as const);
  const ended = await Promise.race([given, aborted(signal)]);
  browser?.close();
  if (ended === 'failed') {
    out(words.failed('host-failed'));
    return 1;
  }
  out(words.stopping);
  await desk.stop();
  out(words.stopped);
  return 0;
}

function aborted(signal: AbortSignal): Promise<'ended'> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('ended');
    signal.addEventListener('abort', () => resolve('ended'), { once: true });
  });
}
