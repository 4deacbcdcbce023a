import { existsSync, rmSync } from 'node:fs';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../support/chromium.ts';
import { desktopOfFile } from '../../support/electron-stand-in/desktop-of-file.ts';
import { seen, seenText, showFile, windowsOf } from '../../support/electron-stand-in/shown-file.ts';
import { opened } from '../../support/filled-workspace.ts';

describe.skipIf(!hasChromium)('the desktop program, on a stand-in of Electron', () => {
  const desktop = desktopOfFile();

  test('DSK5: the desk killed under an open window comes back at its address; the window says so, and nothing typed is lost', async () => {
    const { path, shell, window } = await showFile(desktop.program);
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
    const { path, shell, window } = await showFile(desktop.program);
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
    const { shell, window } = await showFile(desktop.program);
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
});
