import { randomBytes } from 'node:crypto';
import { readAppFiles } from '../../../electron/host/app/app-files.ts';
import type { DeskOptions } from '../../../electron/host/desk/desk.ts';
import { createLiveHost } from '../../../electron/host/live-host.ts';
import { writeDeskAddress, type AppLanguage, type DeskIntent } from '../../../shared/api/app-address.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import { startDesk, type TestDesk } from '../desk.ts';
import { realPorts } from './app-host.ts';
import { builtRenderer } from './built-renderer.ts';

/** A desk that serves the built renderer, as do the hosts that it starts. It is gone when the test is over. */
export function startAppDesk(options: Partial<DeskOptions> & { in?: string } = {}): Promise<TestDesk> {
  const silent = (): void => undefined;
  const appFolder = builtRenderer();
  return startDesk({
    app: valueOf(readAppFiles(appFolder, 'desk')),
    startHost: (path, door) =>
      createLiveHost({
        path,
        ports: realPorts(),
        randomBytes: (size) => randomBytes(size),
        monotonic: () => performance.now(),
        logger: { info: silent, warn: silent, error: silent },
        port: door?.port ?? 0,
        ...(door !== null && { secret: door.secret }),
        publicOrigin: null,
        appFolder,
      }),
    ...options,
  });
}

/** The address under which the start screen opens. */
export function deskUrl(
  desk: Pick<TestDesk, 'url' | 'secret'>,
  intent: DeskIntent | null = null,
  language: AppLanguage | null = null,
): string {
  return writeDeskAddress(desk, intent, language);
}
