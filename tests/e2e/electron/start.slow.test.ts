import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { builtDesktop } from '../../support/built-desktop.ts';
import { hasChromium, launchChromium } from '../../support/chromium.ts';
import { opened } from '../../support/filled-workspace.ts';
import { temporaryFolder } from '../../support/run-cli.ts';

const root = new URL('../../..', import.meta.url).pathname;
const PATIENCE = 30_000;

/** `npm start` as a user calls it, in a folder of its own; ended when the test is over. */
function start(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder();
  const settings = join(folder, 'settings');
  const child = spawn(process.execPath, [join(root, 'electron/entry/start.ts'), ...args], {
    // Without a screen, unless the test says so.
    env: {
      ...process.env,
      DISPLAY: '',
      WAYLAND_DISPLAY: '',
      INIT_CWD: folder,
      LEITBILD_SETTINGS: settings,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const watchers = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const watcher of [...watchers]) watcher();
    });
  }
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const says = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`never said ${String(pattern)}:\n${output}`)),
        PATIENCE,
      );
      const look = (): void => {
        const found = pattern.exec(output)?.[0];
        if (found === undefined) return;
        clearTimeout(timer);
        watchers.delete(look);
        resolve(found);
      };
      watchers.add(look);
      look();
    });
  return {
    ...{ child, folder, settings, ended, says },
    output: () => output,
    address: () => says(/http:\/\/127\.0\.0\.1:\d+\/#\S+/),
  };
}

beforeAll(() => {
  builtDesktop();
});

describe('npm start without a window of its own', () => {
  test.skipIf(!hasChromium)('serves the start screen, and the sample is one click away', async () => {
    const run = start([]);
    const browser = await launchChromium();
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    await page.goto(await run.address());
    await page
      .getByRole('button', { name: /Beispiel/ })
      .first()
      .click();
    await page.locator('.ProseMirror').waitFor();
    expect(page.url()).not.toContain('secret');
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
    expect(readdirSync(join(run.settings, 'sample'))).toEqual(['Ellernfurt.leitbild']);
    const workspace = opened(join(run.settings, 'sample/Ellernfurt.leitbild'));
    expect(workspace.editions.list()).toHaveLength(3);
    workspace.close();
    expect(run.output()).toContain('dieser Rechner hat keinen Bildschirm');
    expect(run.output()).toContain('Beendet. Alle Dateien sind geschlossen.');
  });

  test.skipIf(!hasChromium)(
    'hands the browser a private page and never the secret, and removes it',
    async () => {
      const programs = join(temporaryFolder(), 'Programme von Jörg');
      const session = join(temporaryFolder(), 'Sitzung von Jörg');
      mkdirSync(programs);
      mkdirSync(session);
      const called = join(programs, 'called');
      const opener = join(programs, 'xdg-open');
      writeFileSync(
        opener,
        `#!/bin/sh\nprintf '%s\\n' "$@" > "${called}.part"\nmv "${called}.part" "${called}"\n`,
      );
      chmodSync(opener, 0o755);
      const run = start(['--browser'], {
        PATH: `${programs}:${process.env['PATH'] ?? ''}`,
        XDG_RUNTIME_DIR: session,
      });
      const address = await run.address();
      await expect.poll(() => existsSync(called), { timeout: PATIENCE }).toBe(true);
      const [url = '', ...more] = readFileSync(called, 'utf8').trim().split('\n');
      expect(more).toEqual([]);
      expect(url).not.toContain(new URLSearchParams(new URL(address).hash.slice(1)).get('secret'));
      const page = fileURLToPath(url);
      expect(page.startsWith(`${session}/`)).toBe(true);
      expect([statSync(page).mode & 0o777, statSync(dirname(page)).mode & 0o777]).toEqual([0o600, 0o700]);

      const browser = await launchChromium();
      onTestFinished(() => browser.close());
      const window = await browser.newPage();
      await window.goto(url);
      await window
        .getByRole('button', { name: /Beispiel/ })
        .first()
        .waitFor();
      expect(new URL(window.url()).origin).toBe(new URL(address).origin);
      run.child.kill('SIGINT');
      expect(await run.ended).toBe(0);
      expect(readdirSync(session)).toEqual([]);
    },
  );

  test('says in one line, within seconds, that Electron cannot be had', async () => {
    const cache = temporaryFolder();
    const before = performance.now();
    const run = start(['--lang', 'en'], {
      ...{ DISPLAY: ':99', ELECTRON_MIRROR: 'http://127.0.0.1:1/', electron_config_cache: cache },
      ELECTRON_OVERRIDE_DIST_PATH: join(cache, 'nowhere'),
      PATH: cache,
    });
    await run.says(/No desktop window/);
    expect(performance.now() - before).toBeLessThan(PATIENCE / 3);
    await run.address();
    expect(
      run
        .output()
        .split('\n')
        .filter((line) => line.includes('No desktop window')),
    ).toHaveLength(1);
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
  });

  test('does not wait for a server that never answers', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    onTestFinished(() => void silent.close());
    const address = silent.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const cache = temporaryFolder();
    const run = start([], {
      ...{
        DISPLAY: ':99',
        ELECTRON_MIRROR: `http://127.0.0.1:${String(port)}/`,
        electron_config_cache: cache,
      },
      ELECTRON_OVERRIDE_DIST_PATH: join(cache, 'nowhere'),
      PATH: cache,
    });
    await run.says(/der Server dafür ist nicht erreichbar/);
    await run.address();
  });

  test('a killed desk comes back at the address that was printed', async () => {
    const run = start(['--no-open']);
    const address = new URL(await run.address());
    const secret = new URLSearchParams(address.hash.slice(1)).get('secret') ?? '';
    const state = () =>
      fetch(`${address.origin}/api/desk.state`, { headers: { authorization: `Bearer ${secret}` } });
    expect((await state()).status).toBe(200);
    const desk = readFileSync(
      `/proc/${String(run.child.pid)}/task/${String(run.child.pid)}/children`,
      'utf8',
    );
    process.kill(Number(desk.trim().split(' ')[0]), 'SIGKILL');
    await run.says(/neu gestartet/);
    let answered = false;
    while (!answered)
      answered = await state().then(
        ({ status }) => status === 200,
        () => false,
      );
    expect(run.output()).not.toContain('Kein Programmfenster');
  });

  test('a file, a wrong file, a taken port and a wrong call each end as a user would expect', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    onTestFinished(() => void taken.close());
    const address = taken.address();
    const port = String(typeof address === 'object' ? address?.port : 0);
    const busy = start(['--no-open', '--port', port]);
    expect(await busy.ended).toBe(1);
    expect(busy.output()).toContain(`Port ${port} ist schon belegt`);
    const missing = start(['gibt-es-nicht.leitbild']);
    expect(await missing.ended).toBe(1);
    expect(missing.output()).toContain('Diese Datei gibt es nicht');
    for (const args of [['--port', 'x'], ['a', 'b'], ['--frobnicate'], ['--lang', 'fr']]) {
      const wrong = start(args);
      expect([args, await wrong.ended]).toEqual([args, 2]);
      expect(wrong.output()).toContain('npm start');
    }
  });
});

test('npm start runs Electron with the built program, the language and the file, and ends with it', async () => {
  const folder = temporaryFolder();
  const electron = join(folder, 'electron');
  mkdirSync(folder, { recursive: true });
  writeFileSync(electron, `#!/bin/sh\nprintf '%s\\n' "$@" > "${folder}/called"\nexit 7\n`);
  chmodSync(electron, 0o755);
  const file = join(folder, 'a.leitbild');
  writeFileSync(file, 'x');
  const run = start(['--lang', 'en', file], { DISPLAY: ':99', ELECTRON_OVERRIDE_DIST_PATH: folder });
  expect(await run.ended).toBe(7);
  expect(readFileSync(join(folder, 'called'), 'utf8').trim().split('\n')).toEqual([
    join(root, 'dist/desktop'),
    '--lang=en',
    file,
  ]);
  expect(existsSync(join(run.settings))).toBe(false);
});
