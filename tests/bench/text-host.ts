import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { applyImport } from '../../electron/host/import/import-source.ts';
import { createLiveHost, type LiveHost } from '../../electron/host/live-host.ts';
import { builtRenderer } from '../support/app/built-renderer.ts';
import { fixedPorts, made, valueOf } from '../support/filled-workspace.ts';
import { shippedProfile } from '../support/standard-profile.ts';
import { benchSource, planOf } from './bench-source.ts';
import { withFolder } from './with-folder.ts';

/** Imports the text into a file and does some work while a host has it open and serves the window; `opening` in ms. */
export function withTextHost<T>(
  times: number,
  work: (host: LiveHost, opening: number) => Promise<T>,
): Promise<T> {
  return withFolder(async (folder) => {
    const source = await benchSource();
    const plan = await planOf(source.repeated(times), source.name);
    const path = join(folder, 'text.leitbild');
    const ports = fixedPorts();
    const workspace = made(path);
    workspace.setProfile(shippedProfile());
    valueOf(applyImport(workspace, plan, ports));
    valueOf(workspace.close());
    const appFolder = builtRenderer();
    const silent = (): void => undefined;
    const begun = performance.now();
    const host = valueOf(
      await createLiveHost({
        ...{ path, ports, randomBytes, port: 0, publicOrigin: null, certificatePath: null },
        monotonic: () => performance.now(),
        logger: { info: silent, warn: silent, error: silent },
        appFolder,
      }),
    );
    const opening = performance.now() - begun;
    try {
      return await work(host, opening);
    } finally {
      await host.close();
    }
  });
}
