import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../support/chromium.ts';
import { desktopOfFile } from '../../support/electron-stand-in/desktop-of-file.ts';
import { runShell, userHome } from '../../support/electron-stand-in/run-shell.ts';
import { ask, itemsOf, showFile, untilMenu, windowsOf } from '../../support/electron-stand-in/shown-file.ts';
import type { SeenItem } from '../../support/electron-stand-in/stand-in-ui.ts';

describe.skipIf(!hasChromium)('the desktop program, on a stand-in of Electron', () => {
  const desktop = desktopOfFile();

  test('SHL4: the menu is German, offers what the window can do, and its commands reach the page', async () => {
    const { shell, window } = await showFile(desktop.program);
    const menus = await shell.order<readonly SeenItem[]>('menu');
    expect(menus.map(({ label }) => label)).toEqual([
      ...['Datei', 'Bearbeiten', 'Ansicht', 'Beteiligung', 'Fenster', 'Hilfe'],
    ]);
    const file = await itemsOf(shell, 'Datei');
    expect(file.map(({ label }) => label)).toContain('Exportieren …');
    await untilMenu(shell, 'Datei', (items) => items.every(({ enabled }) => enabled));
    await shell.evaluate(
      window,
      'window.heard = []; window.leitbildShell.onMenuCommand((id) => window.heard.push(id))',
    );
    await shell.order('choose', ['Ansicht', 'Beamer öffnen']);
    await shell.order('until', { window, code: `window.heard?.[0] === 'view.projector'` });

    // Whoever moderates plans rounds, and contributes for no institution.
    const participation = await untilMenu(shell, 'Beteiligung', (items) =>
      items.some(({ label, enabled }) => label === 'Beiträge unserer Institution …' && !enabled),
    );
    expect(participation.find(({ label }) => label === 'Beteiligungsrunden …')?.enabled).toBe(true);
    await shell.order('choose', ['Beteiligung', 'Beteiligungsrunden …']);
    await shell.order('until', {
      window,
      code: `document.querySelector('[role="dialog"]')?.innerText.includes('Beteiligungsrunden')`,
    });

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
    const { shell, window, path } = await showFile(desktop.program);
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
    await expect(ask(shell, window, 'offerCommands', ['file.quit'])).rejects.toThrow();
    await expect(shell.evaluate(window, `window.standInInvoke('leitbild:quit', [])`)).rejects.toThrow(
      'nobody answers',
    );
  });

  test('shipped dictionaries come from this machine', async () => {
    const folder = join(desktop.program, 'resources/dictionaries');
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'de-DE-3-0.bdic');
    const was = existsSync(file) ? readFileSync(file) : null;
    if (was === null) writeFileSync(file, 'BDic');
    const shell = runShell(desktop.program, userHome());
    const { window } = await shell.next('window-shown');
    const [first] = await windowsOf(shell);
    const spelling = await shell.order<{ dictionaries: string }>('session');
    expect(spelling).toMatchObject({ enabled: true, languages: ['de-DE'] });
    expect(new URL(spelling.dictionaries).origin).toBe(new URL(first?.url ?? '').origin);
    const code = `fetch('${spelling.dictionaries}de-de-3-0.bdic').then((answer) => answer.status)`;
    expect(await shell.evaluate(window, code)).toBe(200);
  });
});
