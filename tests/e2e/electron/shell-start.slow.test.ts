import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sampleFile } from '../../support/app/app-host.ts';
import { hasChromium } from '../../support/chromium.ts';
import { desktopOfFile } from '../../support/electron-stand-in/desktop-of-file.ts';
import { runShell, userHome } from '../../support/electron-stand-in/run-shell.ts';
import {
  seen,
  showFile,
  showsFile,
  untilMenu,
  windowsOf,
} from '../../support/electron-stand-in/shown-file.ts';
import type { SeenItem } from '../../support/electron-stand-in/stand-in-ui.ts';
import { opened } from '../../support/filled-workspace.ts';

describe.skipIf(!hasChromium)('the desktop program, on a stand-in of Electron', () => {
  const desktop = desktopOfFile();

  test('starts with the start screen in a closed window, and ends with its last window', async () => {
    const shell = runShell(desktop.program, userHome());
    const { window } = await shell.next('window-shown');
    await shell.order('until', { window, code: seen });
    const [first] = await windowsOf(shell);
    expect(first?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(first?.preferences).toMatchObject({
      ...{
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
      },
    });
    expect(await shell.evaluate(window, 'typeof process + typeof require')).toBe('undefinedundefined');
    expect(await shell.order('session')).toMatchObject({ enabled: false, proxy: { mode: 'direct' } });
    const desk = await shell.next('forked');
    await shell.order('close', window);
    expect(await shell.next('exited')).toMatchObject({ pid: desk.pid });
    expect(await shell.ended).toBe(0);
    expect(shell.output()).toBe('');
  });

  test('a file named at the start is opened in the window, and closed into one file with it', async () => {
    const { home, path, shell, window } = await showFile(desktop.program);
    const [only, ...more] = await windowsOf(shell);
    expect([only?.bounds.width, more]).toEqual([1_440, []]);
    const recent = JSON.parse(readFileSync(join(home, 'userData/recent.json'), 'utf8')) as unknown;
    expect(recent).toMatchObject([{ path, title: 'Leitbild Zusammenleben in Vielfalt' }]);
    expect(existsSync(`${path}-wal`)).toBe(true);
    await shell.order('close', window);
    await shell.ended;
    expect(existsSync(`${path}-wal`)).toBe(false);
    const workspace = opened(path);
    expect(workspace.verify()).toMatchObject({ ok: true });
    workspace.close();
  });

  test('SHL3: a second start hands its file over: an open one comes to the front, another gets its window', async () => {
    const { path, shell, window } = await showFile(desktop.program);
    const other = join(shell.documents, 'Zweites.leitbild');
    await sampleFile(other);
    const start = (file: string) =>
      shell.order('emit', {
        event: 'second-instance',
        args: [['electron', '--flag', file], shell.documents],
      });
    await start('Ellernfurt.leitbild');
    await shell.next('window-focused', (event) => event.window === window);
    expect(await windowsOf(shell)).toHaveLength(1);
    await start('Zweites.leitbild');
    const { window: second } = await shell.next('window-opened', (event) => event.window !== window);
    await shell.order('until', { window: second, code: showsFile });
    const urls = (await windowsOf(shell)).map(({ url }) => new URL(url).port);
    expect(new Set(urls).size).toBe(2);

    await shell.order('close', second);
    const file = await untilMenu(shell, 'Datei', (items) =>
      items.some(({ label, items: recent }) => label === 'Zuletzt geöffnet' && recent.length === 2),
    );
    expect(file.map(({ label }) => label)).toContain('Zuletzt geöffnet');
    expect(existsSync(path)).toBe(true);
  });

  test('SHL3: a double-clicked file, a dropped link and a wrong one lead to the start screen with what they mean', async () => {
    const shell = runShell(desktop.program, userHome());
    const { window } = await shell.next('window-shown');
    await shell.order('emit', { event: 'open-file', args: [join(shell.documents, 'fehlt.leitbild')] });
    await shell.order('until', { window, code: `${seen}.includes('fehlt')` });
    const link = `http://192.168.1.20:4711/join#token=${'x'.repeat(43)}`;
    await shell.order('emit', {
      event: 'open-url',
      args: [`leitbild://join#link=${encodeURIComponent(link)}`],
    });
    await shell.order('until', {
      window,
      code: `[...document.querySelectorAll('input, textarea')].some((field) => field.value.includes('192.168.1.20'))`,
    });
    await shell.order('emit', { event: 'open-url', args: ['leitbild://delete#everything'] });
    expect(await windowsOf(shell)).toHaveLength(1);
  });

  test('SHL5: windows come back where they were; damaged settings begin anew', async () => {
    const home = userHome();
    const first = runShell(desktop.program, home);
    const { window } = await first.next('window-shown');
    await first.order('move', { window, x: 300, y: 200, width: 900, height: 650 });
    await first.order('close', window);
    await first.ended;
    const second = runShell(desktop.program, home, ['--lang=en']);
    await second.next('window-shown');
    expect((await windowsOf(second))[0]?.bounds).toEqual({ x: 300, y: 200, width: 900, height: 650 });
    expect((await second.order<readonly SeenItem[]>('menu')).map(({ label }) => label)).toContain('File');
    await second.order('quit');
    await second.ended;
    writeFileSync(join(home, 'userData/shell.json'), '{"windows": {"start": {"x": "links"}}');
    const third = runShell(desktop.program, home);
    await third.next('window-shown');
    expect((await windowsOf(third))[0]?.bounds).toMatchObject({ width: 1040 });
    expect((await third.order<readonly SeenItem[]>('menu')).map(({ label }) => label)).toContain('Datei');
  });
});
