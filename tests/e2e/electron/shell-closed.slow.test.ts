import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { hasChromium } from '../../support/chromium.ts';
import { desktopOfFile } from '../../support/electron-stand-in/desktop-of-file.ts';
import { showFile, windowsOf } from '../../support/electron-stand-in/shown-file.ts';

describe.skipIf(!hasChromium)('the desktop program, on a stand-in of Electron', () => {
  const desktop = desktopOfFile();

  test('SHL1: nothing leads out of the window: no request, no navigation, no other window, no permission', async () => {
    const strange = createServer((_request, response) => response.end('strange')).listen(0, '127.0.0.1');
    await once(strange, 'listening');
    onTestFinished(() => void strange.close());
    const address = strange.address();
    const elsewhere = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}/`;
    const { shell, window } = await showFile(desktop.program);
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
});
