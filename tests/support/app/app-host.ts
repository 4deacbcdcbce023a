import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { applyImport, planImport } from '../../../electron/host/import/import-source.ts';
import { createLiveHost, type LiveHost, type LiveHostOptions } from '../../../electron/host/live-host.ts';
import type { HostPorts } from '../../../electron/host/ports.ts';
import { buildSample } from '../../../electron/host/sample/build-sample.ts';
import { readSampleFiles } from '../../../electron/host/sample/sample-files.ts';
import { createWorkspace } from '../../../electron/host/workspace/open-workspace.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import { idFromBytes } from '../../../shared/ids/ids.ts';
import { parseProfile, type Profile } from '../../../shared/schema/profile.ts';
import { builtRenderer } from './built-renderer.ts';

const resources = fileURLToPath(new URL('../../../resources/', import.meta.url));
const realText = fileURLToPath(new URL('../../../../shared/input/leitbild-2019.txt', import.meta.url));

export const hasRealText = existsSync(realText);

/** The clock and ids of a program as a user starts it. */
export function realPorts(): HostPorts {
  return {
    clock: { now: () => `${new Date().toISOString().slice(0, 19)}Z` },
    createId: () => idFromBytes(randomBytes(12)),
  };
}

export function standardProfile(): Profile {
  const path = join(resources, 'profiles/standard.json');
  return valueOf(parseProfile(JSON.parse(readFileSync(path, 'utf8')), path));
}

/** A folder that is gone when the test is over. */
export function appFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'app-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a workspace file with the sample's three editions, its draft being the last of them. */
export async function sampleFile(path: string): Promise<void> {
  const workspace = await buildSample(
    path,
    await readSampleFiles(join(resources, 'sample')),
    standardProfile(),
  );
  valueOf(workspace.close());
}

/** Writes a workspace file with the real text of 2019 as its draft. */
export async function realFile(path: string): Promise<void> {
  const ports = realPorts();
  const workspace = valueOf(createWorkspace(path, { profile: standardProfile(), ports }));
  const options = { profile: workspace.profile, createId: ports.createId };
  const plan = valueOf(await planImport(readFileSync(realText), 'leitbild-2019.txt', options));
  valueOf(applyImport(workspace, plan, ports));
  valueOf(workspace.close());
}

/** Writes an empty workspace file. */
export function emptyFile(path: string): void {
  const workspace = valueOf(createWorkspace(path, { profile: standardProfile(), ports: realPorts() }));
  valueOf(workspace.close());
}

/** A host on that file that serves the built renderer, as the desktop app runs it. The caller closes it, or the test's end. */
export async function startAppHost(path: string, options: Partial<LiveHostOptions> = {}): Promise<LiveHost> {
  const silent = (): void => undefined;
  const host = valueOf(
    await createLiveHost({
      path,
      ports: realPorts(),
      randomBytes: (size) => randomBytes(size),
      monotonic: () => performance.now(),
      logger: { info: silent, warn: silent, error: silent },
      port: 0,
      publicOrigin: null,
      certificatePath: null,
      appFolder: builtRenderer(),
      ...options,
    }),
  );
  onTestFinished(async () => {
    await host.close();
  });
  return host;
}

/** The address under which the window of this machine opens. */
export function windowUrl({ url, secret }: Pick<LiveHost, 'url' | 'secret'>): string {
  return `${url}/#secret=${secret}`;
}
