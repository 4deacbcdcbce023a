import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import process from 'node:process';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { LeitbildShell } from '../../../shared/app/shell-bridge.ts';
import { sampleFile } from '../../support/app/app-host.ts';
import { copyOfDesktop } from '../../support/built-desktop.ts';
import { hasChromium } from '../../support/chromium.ts';
import { opened } from '../../support/filled-workspace.ts';
import type { SeenItem } from '../../support/electron-stand-in/stand-in-ui.ts';
import { runShell, userHome, type ShellRun } from '../../support/electron-stand-in/run-shell.ts';

interface SeenWindow {
  readonly id: number;
  readonly title: string;
  readonly url: string;
  readonly represented: string;
  readonly preferences: Readonly<Record<string, unknown>>;
  readonly bounds: { readonly width: number };
}

const windowsOf = (shell: ShellRun) => shell.order<readonly SeenWindow[]>('windows');
const seen = 'document.body.innerText';
/** That a page shows a file, and no longer the start screen. */
/** The text is there: the page has been loaded whole. */
const seenText = `document.querySelector('.leitbild-text') !== null`;
const showsFile = `document.querySelector('meta[name="leitbild-app"]')?.content === 'workspace'`;
/** Calls a function of the preload as the page would. */
const ask = (shell: ShellRun, window: number, name: keyof LeitbildShell, ...args: unknown[]) =>
  shell.evaluate(
    window,
    `window.leitbildShell.${name}(${args.map((argument) => JSON.stringify(argument)).join(', ')})`,
  );

async function itemsOf(shell: ShellRun, menu: string): Promise<readonly SeenItem[]> {
  const all = await shell.order<readonly SeenItem[]>('menu');
  return all.find(({ label }) => label === menu)?.items ?? [];
}

/** Waits until a menu is as it is to be; it follows the window in front, a little later. */
async function untilMenu(
  shell: ShellRun,
  menu: string,
  fits: (items: readonly SeenItem[]) => boolean,
): Promise<readonly SeenItem[]> {
  for (;;) {
    const items = await itemsOf(shell, menu);
    if (items.length > 0 && fits(items)) return items;
    await shell.next('menu');
  }
}

/** Folder of the program under test. */
let desktop = '';

/** A home with the sample as one file, and the shell showing it. */
async function withFile(name = 'Ellernfurt.leitbild') {
  const home = userHome();
  const path = join(home, 'Dokumente', name);
  await sampleFile(path);
  const shell = runShell(desktop, home, [name]);
  const { window } = await shell.next('window-shown');
  await shell.order('until', { window, code: showsFile });
  return { home, path, shell, window };
}

describe.skipIf(!hasChromium)('the desktop program, on a stand-in of Electron', () => {
  beforeAll(() => {
    const { folder, program } = copyOfDesktop();
    desktop = program;
    return () => rmSync(folder, { recursive: true, force: true });
  });

  test('starts with the start screen in a closed window, and ends with its last window', async () => {
    const shell = runShell(desktop, userHome());
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
    const { home, path, shell, window } = await withFile();
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
    const { path, shell, window } = await withFile();
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
    const shell = runShell(desktop, userHome());
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

  test('SHL4: the menu is German, offers what the window can do, and its commands reach the page', async () => {
    const { shell, window } = await withFile();
    const menus = await shell.order<readonly SeenItem[]>('menu');
    expect(menus.map(({ label }) => label)).toEqual(['Datei', 'Bearbeiten', 'Ansicht', 'Fenster', 'Hilfe']);
    const file = await itemsOf(shell, 'Datei');
    expect(file.map(({ label }) => label)).toContain('Exportieren …');
    await untilMenu(shell, 'Datei', (items) => items.every(({ enabled }) => enabled));
    await shell.evaluate(
      window,
      'window.heard = []; window.leitbildShell.onMenuCommand((id) => window.heard.push(id))',
    );
    await shell.order('choose', ['Ansicht', 'Beamer öffnen']);
    await shell.order('until', { window, code: `window.heard?.[0] === 'view.projector'` });

    await ask(shell, window, 'setLanguage', 'en');
    await untilMenu(shell, 'View', () => true);
    await ask(shell, window, 'showStart', 'new');
    const { window: start } = await shell.next('window-shown', (event) => event.window !== window);
    await shell.order('focus', start);
    await untilMenu(shell, 'File', (items) =>
      items.some(({ label, enabled }) => label === 'Export …' && !enabled),
    );
  });

  test('SHL2: dialogs, messages and links go through the system, each with what it was asked and no more', async () => {
    const { shell, window, path } = await withFile();
    const filters = [{ name: 'PDF', extensions: ['pdf'] }];
    await shell.order('answer', { canceled: false, filePath: '/tmp/edition.pdf' });
    expect(
      await ask(shell, window, 'saveDialog', { title: 'Exportieren', filters, defaultPath: 'a.pdf' }),
    ).toBe('/tmp/edition.pdf');
    expect(await shell.next('dialog')).toMatchObject({
      kind: 'save',
      options: { title: 'Exportieren', filters },
    });
    await shell.order('answer', { canceled: true, filePaths: [] });
    expect(await ask(shell, window, 'openDialog', { title: 'Öffnen', filters: [] })).toBeNull();
    await ask(shell, window, 'notify', { title: 'Export', body: 'fertig' });
    expect(await shell.next('notification')).toMatchObject({ title: 'Export', body: 'fertig' });
    await ask(shell, window, 'showInFolder', path);
    expect(await shell.next('in-folder')).toMatchObject({ target: path });
    await ask(shell, window, 'setTitle', 'Leitbild 2019', path);
    expect(await windowsOf(shell)).toMatchObject([{ title: 'Leitbild 2019', represented: path }]);

    expect(await ask(shell, window, 'openExternal', 'https://www.stadt-muenster.de/')).toBe(true);
    expect(await shell.next('external')).toMatchObject({ target: 'https://www.stadt-muenster.de/' });
    for (const url of [
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://x/y',
      'http://a.b/',
      'https://a:b@c.de/',
      'x',
    ]) {
      expect(await ask(shell, window, 'openExternal', url)).toBe(false);
    }
    await expect(
      ask(shell, window, 'openDialog', { title: 'x', filters: [], properties: ['openDirectory'] }),
    ).rejects.toThrow();
    await expect(ask(shell, window, 'setTitle', 3, null)).rejects.toThrow();
    await expect(shell.evaluate(window, `window.standInInvoke('leitbild:quit', [])`)).rejects.toThrow(
      'nobody answers',
    );
  });

  test('SHL1: nothing leads out of the window: no request, no navigation, no other window, no permission', async () => {
    const strange = createServer((_request, response) => response.end('strange')).listen(0, '127.0.0.1');
    await once(strange, 'listening');
    onTestFinished(() => void strange.close());
    const address = strange.address();
    const elsewhere = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}/`;
    const { shell, window } = await withFile();
    const [here] = await windowsOf(shell);
    expect(await shell.order('may-request', elsewhere)).toBe(false);
    expect(await shell.order('may-request', 'https://www.google.com/dictionaries/de.bdic')).toBe(false);
    expect(await shell.order('may-request', 'file:///etc/passwd')).toBe(false);
    expect(await shell.order('may-request', here?.url)).toBe(true);
    expect(await shell.order('may-request', here?.url.replace('http:', 'ws:'))).toBe(true);
    expect(await shell.evaluate(window, `fetch('${elsewhere}').then(() => 'reached', () => 'refused')`)).toBe(
      'refused',
    );
    await shell.evaluate(window, `window.location.assign('${elsewhere}')`);
    expect(await shell.next('blocked', ({ why }) => why === 'navigation')).toMatchObject({ url: elsewhere });
    await shell.evaluate(window, `void window.open('${elsewhere}')`);
    expect(await shell.next('blocked', ({ why }) => why === 'window' || why === 'request')).toMatchObject({
      url: elsewhere,
    });
    expect((await windowsOf(shell)).map(({ url }) => new URL(url).origin)).toEqual([
      new URL(here?.url ?? '').origin,
    ]);
    for (const permission of ['geolocation', 'media', 'notifications', 'openExternal', 'clipboard-read']) {
      expect(await shell.order('grants', { permission, url: here?.url })).toBe(false);
    }
    expect(await shell.order('grants', { permission: 'fullscreen', url: here?.url })).toBe(true);
    expect(await shell.order('grants', { permission: 'fullscreen', url: elsewhere })).toBe(false);
  });

  test('DSK5: the desk killed under an open window comes back at its address; the window says so, and nothing typed is lost', async () => {
    const { path, shell, window } = await withFile();
    const [before] = await windowsOf(shell);
    await shell.order('until', { window, code: `document.querySelector('.ProseMirror p')` });
    await shell.evaluate(
      window,
      'window.states = []; window.leitbildShell.onHostState((state) => window.states.push(state))',
    );
    await shell.evaluate(
      window,
      `(() => { window.said = []; new MutationObserver(() => window.said.push(document.querySelector('footer')?.innerText))
        .observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true }); })()`,
    );
    const { pid } = await shell.next('forked');
    process.kill(pid, 'SIGKILL');
    await shell.next('exited', (event) => event.pid === pid);
    // Typed while nobody is there to store it.
    await shell.evaluate(
      window,
      `(() => { const p = document.querySelector('.ProseMirror p'); const range = document.createRange();
        range.selectNodeContents(p); range.collapse(false); getSelection().removeAllRanges(); getSelection().addRange(range);
        document.querySelector('.ProseMirror').focus(); document.execCommand('insertText', false, ' Im Absturz getippt.'); })()`,
    );
    expect(await shell.next('notification')).toMatchObject({ title: 'Verbindung zur Datei unterbrochen' });
    await shell.order('until', { window, code: `window.states.join() === 'restarting,running'` });
    const { origin } = new URL(before?.url ?? '');
    expect((await windowsOf(shell))[0]?.url).toBe(`${origin}/`);
    await shell.order('until', {
      window,
      code: `fetch('${origin}/healthz').then((answer) => answer.ok, () => false)`,
    });
    await shell.order('until', {
      window,
      code: `${seen}.includes('Im Absturz getippt') && document.querySelector('footer [data-settled]')`,
    });
    expect(await shell.evaluate<readonly string[]>(window, 'window.said')).toContainEqual(
      expect.stringContaining('Keine Verbindung'),
    );
    await shell.order('close', window);
    await shell.ended;
    const workspace = opened(path);
    const text = workspace.rooms.load('text');
    expect(JSON.stringify(text.getXmlFragment('document'))).toContain('Im Absturz getippt');
    workspace.close();
  });

  test('DSK4: a deleted file is told in the window, saved anew by one click, and closed with it', async () => {
    const { path, shell, window } = await withFile();
    await shell.order('until', { window, code: `document.querySelector('.ProseMirror p')` });
    for (const part of ['', '-wal']) rmSync(`${path}${part}`);
    const button = `[...document.querySelectorAll('[role="alert"] button')].find((one) => one.innerText.includes('Neu sichern'))`;
    await shell.order('until', { window, code: button });
    await shell.evaluate(window, `${button}.click()`);
    await shell.order('until', {
      window,
      code: `!(${button}) && document.querySelector('footer [data-settled]') !== null`,
    });
    expect(existsSync(path)).toBe(true);
    expect(await windowsOf(shell)).toHaveLength(1);
    await shell.order('close', window);
    expect(await shell.ended).toBe(0);
    const workspace = opened(path);
    expect(workspace.editions.list()).toHaveLength(3);
    workspace.close();
  });

  test('DSK5: a desk that keeps dying is given up with a message; starting again brings everything back', async () => {
    const { shell, window } = await withFile();
    for (let time = 0; time < 4; time += 1) {
      const { pid } = await shell.next('forked');
      await shell.order('until', { window, code: seenText });
      process.kill(pid, 'SIGKILL');
      await shell.next('exited', (event) => event.pid === pid);
    }
    const asked = await shell.next('dialog');
    expect(asked).toMatchObject({
      kind: 'message',
      options: { title: 'Die Leitbild-Werkstatt hat angehalten' },
    });
    const told = "document.body.innerText.includes('mehrmals abgebrochen und läuft nicht mehr')";
    await shell.order('until', { window, code: told });
    await shell.evaluate(window, 'window.leitbildShell.onHostState((state) => { window.state = state; })');
    await shell.order('answer', { response: 0 });
    await shell.order('until', { window, code: `window.state === 'running'` });
    await shell.order('until', { window, code: `${seenText} && !(${told})` });
    expect(await shell.evaluate(window, `fetch('/healthz').then((answer) => answer.status)`)).toBe(200);
  });

  test('SHL5: windows come back where they were; damaged settings begin anew', async () => {
    const home = userHome();
    const first = runShell(desktop, home);
    const { window } = await first.next('window-shown');
    await first.order('move', { window, x: 300, y: 200, width: 900, height: 650 });
    await first.order('close', window);
    await first.ended;
    const second = runShell(desktop, home, ['--lang=en']);
    await second.next('window-shown');
    expect((await windowsOf(second))[0]?.bounds).toEqual({ x: 300, y: 200, width: 900, height: 650 });
    expect((await second.order<readonly SeenItem[]>('menu')).map(({ label }) => label)).toContain('File');
    await second.order('quit');
    await second.ended;
    writeFileSync(join(home, 'userData/shell.json'), '{"windows": {"start": {"x": "links"}}');
    const third = runShell(desktop, home);
    await third.next('window-shown');
    expect((await windowsOf(third))[0]?.bounds).toMatchObject({ width: 1040 });
    expect((await third.order<readonly SeenItem[]>('menu')).map(({ label }) => label)).toContain('Datei');
  });

  test('shipped dictionaries come from this machine', async () => {
    const folder = join(desktop, 'resources/dictionaries');
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'de-DE-3-0.bdic');
    const was = existsSync(file) ? readFileSync(file) : null;
    if (was === null) writeFileSync(file, 'BDic');
    const shell = runShell(desktop, userHome());
    const { window } = await shell.next('window-shown');
    const [first] = await windowsOf(shell);
    const spelling = await shell.order<{ dictionaries: string }>('session');
    expect(spelling).toMatchObject({ enabled: true, languages: ['de-DE'] });
    expect(new URL(spelling.dictionaries).origin).toBe(new URL(first?.url ?? '').origin);
    const code = `fetch('${spelling.dictionaries}de-de-3-0.bdic').then((answer) => answer.status)`;
    expect(await shell.evaluate(window, code)).toBe(200);
  });
});
