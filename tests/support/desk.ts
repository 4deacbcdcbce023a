import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readAppFiles } from '../../electron/host/app/app-files.ts';
import { createDesk, type Desk, type DeskOptions } from '../../electron/host/desk/desk.ts';
import { createDictionaries } from '../../electron/host/desk/dictionaries.ts';
import { openRecentFiles } from '../../electron/host/desk/recent-files.ts';
import { createLiveHost } from '../../electron/host/live-host.ts';
import type { HostPorts } from '../../electron/host/ports.ts';
import { joinHost } from '../../electron/host/replica/join-host.ts';
import { createDeskClient, type DeskClient } from '../../shared/api/client.ts';
import { httpTransport } from '../../electron/host/replica/http-transport.ts';
import { idFromBytes } from '../../shared/ids/ids.ts';
import { valueOf } from './filled-workspace.ts';

export interface TestDesk extends Desk {
  /** Everything of the test lies here. */
  readonly folder: string;
  readonly documents: string;
  readonly settings: string;
  readonly api: DeskClient;
  /** What was told to the parent, in order. */
  readonly told: string[];
}

const silent = (): void => undefined;
export const realPorts: HostPorts = {
  clock: { now: () => new Date().toISOString().replace(/\.\d+Z$/, 'Z') },
  createId: () => idFromBytes(randomBytes(12)),
};

/** A page that stands for the renderer, where a test asks only whether it is served. */
export function tinyRenderer(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<meta name="leitbild-app" content="%LEITBILD_APP%" />');
  return folder;
}

/** A desk in a folder of its own; it is gone when the test is over. */
export async function startDesk(options: Partial<DeskOptions> & { in?: string } = {}): Promise<TestDesk> {
  const folder = options.in ?? mkdtempSync(join(tmpdir(), 'desk-'));
  const documents = join(folder, 'Dokumente');
  const settings = join(folder, 'settings');
  mkdirSync(documents, { recursive: true });
  const appFolder = tinyRenderer(join(folder, 'renderer'));
  const logger = { info: silent, warn: silent, error: silent };
  const told: string[] = [];
  const desk = valueOf(
    await createDesk({
      setting: {
        ...{ version: '0.1.0', platform: 'linux', nativeDialogs: false, settingsFolder: settings },
        folders: { home: folder, documents, desktop: null },
      },
      ports: realPorts,
      randomBytes,
      logger,
      app: valueOf(readAppFiles(appFolder, 'desk')),
      dictionaries: createDictionaries(join(folder, 'dictionaries')),
      recent: await openRecentFiles(join(settings, 'recent.json')),
      startHost: (path, door, moveTo) =>
        createLiveHost({
          ...{ path, ports: realPorts, randomBytes, logger, appFolder },
          monotonic: () => performance.now(),
          port: door?.port ?? 0,
          ...(door !== null && { secret: door.secret }),
          resumeSharing: door?.sharing ?? null,
          moveTo,
          publicOrigin: null,
        }),
      join: (link, path) =>
        joinHost({
          ...{ link, path, ports: realPorts, logger },
          random: Math.random,
          signal: new AbortController().signal,
        }),
      door: null,
      onOpened: ({ name }) => told.push(`opened ${name}`),
      onClosed: (path) => told.push(`closed ${path.slice(documents.length + 1)}`),
      ...options,
    }),
  );
  onTestFinished(async () => {
    await desk.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const api = createDeskClient(httpTransport(desk.url, desk.secret));
  return { ...desk, folder, documents, settings, api, told };
}
