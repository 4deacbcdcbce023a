import { app, BrowserWindow, dialog, Menu, Notification, session } from 'electron';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { germanShell } from '../../renderer/words/de/shell.ts';
import { englishShell } from '../../renderer/words/en/shell.ts';
import type { DeskIntent } from '../../shared/api/app-address.ts';
import { createDeskClient } from '../../shared/api/client.ts';
import type { AppCommandId } from '../../shared/app/app-commands.ts';
import type { HostState } from '../../shared/app/shell-bridge.ts';
import { superviseDesk } from '../entry/desk/supervise-desk.ts';
import { httpTransport } from '../host/replica/http-transport.ts';
import { commandChannel, hostStateChannel } from './channel-names.ts';
import { forkDesk } from './desk-child.ts';
import { PROTOCOL, readDeepLink, readLaunch } from './launch-request.ts';
import { menuTemplate } from './menu.ts';
import { createOwnAddresses } from './own-addresses.ts';
import { programPaths } from './program-paths.ts';
import { secureContents } from './secure-contents.ts';
import { secureSession } from './secure-session.ts';
import { serveBridge } from './serve-bridge.ts';
import { openShellSettings } from './shell-settings.ts';
import { offerContextMenu, startSpelling } from './spelling.ts';
import { createWindows } from './windows.ts';

/** What the start screen does at once where a command of the menu is chosen while no window is open. */
const startIntents: Partial<Readonly<Record<AppCommandId, DeskIntent>>> = {
  'file.new': { kind: 'new' },
  'file.join': { kind: 'join', link: '' },
};

/** Runs the desktop program: one process of it, whose windows show what the desk and its hosts serve. */
async function runShell(): Promise<void> {
  const paths = programPaths(fileURLToPath(new URL('.', import.meta.url)), app.isPackaged);
  const isMac = process.platform === 'darwin';
  const settings = openShellSettings(join(app.getPath('userData'), 'shell.json'));
  const launch = readLaunch(process.argv.slice(1), process.cwd());
  if (launch.language !== null) settings.change({ language: launch.language });
  const language = (): 'de' | 'en' => settings.current.language ?? 'de';
  const words = () => (language() === 'en' ? englishShell : germanShell);

  const waiting: DeskIntent[] = [...launch.intents];
  let isReady = false;
  const carryOut = (intent: DeskIntent): void => {
    if (isReady) windows.showStart(intent);
    else waiting.push(intent);
  };
  app.on('second-instance', (_event, argv, folder) => {
    const { intents } = readLaunch(argv.slice(1), folder);
    intents.forEach(carryOut);
    if (intents.length === 0 && isReady) windows.showStart(null);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    carryOut({ kind: 'open', path });
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    const link = readDeepLink(url);
    if (link !== null) carryOut({ kind: 'join', link });
  });

  await app.whenReady();
  const desk = superviseDesk({
    fork: () => forkDesk(paths.deskScript),
    door: null,
    start: {
      nativeDialogs: true,
      settingsFolder: app.getPath('userData'),
      folders: {
        home: app.getPath('home'),
        documents: app.getPath('documents'),
        desktop: app.getPath('desktop'),
      },
      appFolder: paths.renderer,
      dictionaryFolder: paths.dictionaries,
    },
    now: () => performance.now(),
    onState: (state) => tellState(state),
    onFailed: () => undefined,
    onOpened() {
      windows.follow();
      void refreshMenu();
    },
    onClosed: () => void refreshMenu(),
  });
  const own = createOwnAddresses(() => [...(desk.door === null ? [] : [desk.door]), ...desk.workspaces()]);
  const deskApi = () =>
    desk.door === null ? null : createDeskClient(httpTransport(desk.door.url, desk.door.secret));
  const windows = createWindows({
    ...{ settings, preload: paths.preload, icon: paths.icon },
    desk: () => desk.door,
    workspaces: () => desk.workspaces(),
    onFront: () => void refreshMenu(),
    mayLeave: () => mayLeave(),
    onLeft: (path) => void deskApi()?.('desk.close', { path }),
  });

  const refreshMenu = async (): Promise<void> => {
    const state = desk.state === 'running' ? await deskApi()?.('desk.state', {}) : undefined;
    const recent = state?.ok === true ? state.value.recent.filter(({ there }) => there) : [];
    const front = windows.front();
    const template = menuTemplate({
      ...{ words: words(), isMac, front: front?.role.kind ?? null, offered: front?.commands ?? null },
      recent: recent
        .slice(0, 10)
        .map(({ path, title, name }) => ({ path, label: title === '' ? name : title })),
      onCommand: (command) => sendCommand(command),
      onRecent: (path) => carryOut({ kind: 'open', path }),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
  const sendCommand = (command: AppCommandId): void => {
    const front = windows.front();
    if (front !== null) front.window.webContents.send(commandChannel, command);
    else windows.showStart(startIntents[command] ?? null);
  };
  const tellState = (state: HostState): void => {
    for (const window of windows.all()) window.webContents.send(hostStateChannel, state);
    if (state === 'running') windows.reloadFailed();
    if (state === 'restarting' && Notification.isSupported()) new Notification(words().hostRestarting).show();
    if (state === 'failed') void askAfterFailure();
  };
  const mayLeave = (): boolean => {
    const { title, message, detail, stay, leave } = words().notStored;
    const choice = dialog.showMessageBoxSync({
      ...{
        type: 'warning',
        title,
        message,
        detail,
        buttons: [stay, leave],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      },
    });
    return choice === 1;
  };
  const askAfterFailure = async (): Promise<void> => {
    const { title, message, detail, retry, quit } = words().hostFailed;
    const { response } = await dialog.showMessageBox({
      ...{
        type: 'error',
        title,
        message,
        detail,
        buttons: [retry, quit],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      },
    });
    if (response === 0) desk.retry();
    else app.quit();
  };

  app.on('web-contents-created', (_event, contents) => {
    secureContents(contents, own, paths.preload);
    offerContextMenu(contents, words);
  });
  await secureSession(session.defaultSession, own);
  serveBridge({
    ...{ own, windows },
    onLanguage(next) {
      settings.change({ language: next });
      spell();
      void refreshMenu();
    },
  });
  const spell = (): void => {
    if (desk.door === null) return;
    startSpelling(
      { session: session.defaultSession, isMac, folder: paths.dictionaries, deskUrl: desk.door.url },
      language(),
    );
  };

  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) windows.showStart(null);
  });
  app.on('window-all-closed', () => {
    if (!isMac) app.quit();
  });
  let isStopped = false;
  app.on('will-quit', (event) => {
    if (isStopped) return;
    event.preventDefault();
    void desk.stop().then(() => {
      isStopped = true;
      app.quit();
    });
  });

  await desk.started;
  isReady = true;
  spell();
  await refreshMenu();
  if (waiting.length === 0) windows.showStart(null);
  for (const intent of waiting.splice(0)) windows.showStart(intent);
}

if (app.requestSingleInstanceLock()) {
  app.enableSandbox();
  // Windows shows messages of programs that it knows by this name, which is that of the installer.
  app.setAppUserModelId('de.leitbild-werkstatt.app');
  if (app.isPackaged) app.setAsDefaultProtocolClient(PROTOCOL);
  // Not awaited: Electron gets ready only once this module has been evaluated.
  runShell().catch((error: unknown) => {
    dialog.showErrorBox(
      'Leitbild-Werkstatt',
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    );
    app.exit(1);
  });
} else {
  app.quit();
}
