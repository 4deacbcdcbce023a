import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { destination, pino } from 'pino';
import { z } from 'zod';
import { valueOf } from '../../../shared/errors/value-of.ts';
import { AppFailure } from '../../../shared/errors/errors.ts';
import { readAppFiles } from '../../host/app/app-files.ts';
import { createDesk, type Desk } from '../../host/desk/desk.ts';
import { createDictionaries } from '../../host/desk/dictionaries.ts';
import { openRecentFiles } from '../../host/desk/recent-files.ts';
import { createLiveHost } from '../../host/live-host.ts';
import type { Logger } from '../../host/ports.ts';
import { joinHost } from '../../host/replica/join-host.ts';
import { processPorts } from '../command-context.ts';
import { deskCommandSchema, type DeskReport, type DeskStart } from './desk-messages.ts';

/** Runs a desk as its parent commands: in the desktop program a utility process, under `npm start` a child of Node. */
function runDesk(): void {
  const parent = parentOfThisProcess();
  const ending = new AbortController();
  let desk: Desk | null = null;

  const stop = async (): Promise<void> => {
    ending.abort();
    await desk?.close();
    process.exit(0);
  };
  const start = async (command: DeskStart): Promise<void> => {
    try {
      desk = await openDesk(command, (report) => parent.send(report), ending);
      for (const { path, door, sharing } of command.reopen) {
        const reopened = await desk.workspaces.open(path, { ...door, sharing });
        if (!reopened.ok) parent.send({ type: 'closed', path });
      }
      parent.send({ type: 'ready', url: desk.url, secret: desk.secret });
    } catch (error) {
      if (!(error instanceof AppFailure)) throw error;
      parent.send({ type: 'failed', code: error.error.code });
      await stop();
    }
  };

  parent.onMessage((message) => {
    const command = deskCommandSchema.parse(message);
    void (command.type === 'start' ? start(command) : stop());
  });
  // Ctrl+C reaches the whole group; the parent decides when this process ends.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => void stop());
  parent.onGone(() => void stop());
}

async function openDesk(
  command: DeskStart,
  report: (report: DeskReport) => void,
  ending: AbortController,
): Promise<Desk> {
  const { settingsFolder, folders, nativeDialogs, appFolder, dictionaryFolder, door } = command;
  // Which files somebody works on, and with whom, is nobody else's business.
  mkdirSync(settingsFolder, { recursive: true, mode: 0o700 });
  const logger = logIn(settingsFolder);
  const ports = processPorts(process.env);
  const { platform } = process;
  return valueOf(
    await createDesk({
      setting: {
        version: packageVersion(),
        platform: platform === 'linux' || platform === 'darwin' || platform === 'win32' ? platform : 'other',
        ...{ nativeDialogs, settingsFolder, folders },
      },
      ...{ ports, randomBytes, logger, door },
      app: valueOf(readAppFiles(appFolder, 'desk')),
      dictionaries: createDictionaries(dictionaryFolder),
      recent: await openRecentFiles(join(settingsFolder, 'recent.json')),
      startHost: (path, former, moveTo) =>
        createLiveHost({
          ...{ path, ports, randomBytes, logger, appFolder },
          monotonic: () => performance.now(),
          port: former?.port ?? 0,
          ...(former !== null && { secret: former.secret }),
          resumeSharing: former?.sharing ?? null,
          onSharing: (sharing) => report({ type: 'shared', path, sharing }),
          moveTo,
          publicOrigin: null,
        }),
      join: (link, path) =>
        joinHost({ ...{ link, path, ports, logger }, random: Math.random, signal: ending.signal }),
      onOpened: (workspace) => report({ type: 'opened', workspace }),
      onClosed: (path) => report({ type: 'closed', path }),
    }),
  );
}

/** What happens, for whoever helps the user: ids and codes, never text or names. The log before this size is kept once. */
const LOG_LIMIT = 1024 * 1024;

function logIn(folder: string): Logger {
  const file = join(folder, 'desk.log');
  if (existsSync(file) && statSync(file).size > LOG_LIMIT) renameSync(file, `${file}.old`);
  return pino({ base: null }, destination({ dest: file, sync: true, mkdir: true, mode: 0o600 }));
}

const packageSchema = z.object({ version: z.string() });

function packageVersion(): string {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  return packageSchema.parse(JSON.parse(text)).version;
}

interface Parent {
  send(report: DeskReport): void;
  onMessage(listener: (message: unknown) => void): void;
  onGone(listener: () => void): void;
}

/** What Electron adds to a utility process; plain Node has it not. */
interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

function parentOfThisProcess(): Parent {
  const port = (process as { readonly parentPort?: UtilityPort }).parentPort;
  if (port !== undefined) {
    return {
      send: (report) => port.postMessage(report),
      onMessage: (listener) => port.on('message', ({ data }) => listener(data)),
      // Electron ends its utility processes by itself.
      onGone: () => undefined,
    };
  }
  return {
    send: (report) => void process.send?.(report),
    onMessage: (listener) => void process.on('message', listener),
    onGone: (listener) => void process.once('disconnect', listener),
  };
}

runDesk();
