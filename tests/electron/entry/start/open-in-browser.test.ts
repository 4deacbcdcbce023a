import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, expect, it, vi } from 'vitest';
import { openerCommand, openInBrowser } from '../../../../electron/entry/start/open-in-browser.ts';
import { redirectPage } from '../../../../electron/entry/start/redirect-page.ts';
import { temporaryFolder } from '../../../support/run-cli.ts';

const words = { opening: 'Wird geöffnet.', go: 'Weiter' };
const address = 'http://127.0.0.1:4711/#secret=geheim&open=%2Ftmp%2F%22a%22.leitbild';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** An opener of a user whose folders have blanks in their names; tells by which address it was called. */
function stubOpener() {
  const programs = join(temporaryFolder(), 'Programme von Jörg');
  const session = join(temporaryFolder(), 'Sitzung von Jörg');
  mkdirSync(programs);
  mkdirSync(session);
  const called = join(programs, 'called');
  const opener = join(programs, 'xdg-open');
  writeFileSync(
    opener,
    `#!/bin/sh\nprintf '%s\\n' "$@" > "${called}.part"\n/bin/mv "${called}.part" "${called}"\n`,
  );
  chmodSync(opener, 0o755);
  vi.stubEnv('PATH', programs);
  vi.stubEnv('XDG_RUNTIME_DIR', session);
  return { called, session };
}

it.runIf(process.platform === 'linux')(
  'gives the browser a page that leads there, until time is up',
  async () => {
    const { called, session } = stubOpener();
    openInBrowser({ address, words, within: 1_500 });
    await expect.poll(() => existsSync(called)).toBe(true);
    const url = readFileSync(called, 'utf8').trim();
    expect(url).not.toContain('geheim');
    expect(readFileSync(fileURLToPath(url), 'utf8')).toBe(redirectPage(address, words));
    await expect.poll(() => readdirSync(session), { timeout: 5_000 }).toEqual([]);
  },
);

it.runIf(process.platform === 'linux')('leaves no page where there is no browser', async () => {
  const { session } = stubOpener();
  vi.stubEnv('PATH', join(session, 'nowhere'));
  openInBrowser({ address, words, within: 60_000 });
  await expect.poll(() => readdirSync(session)).toEqual([]);
});

it('writes the address so that nothing in it ends the attribute, with what stands behind the hash', () => {
  const page = redirectPage(`http://127.0.0.1:1/#a="><script>&b=1`, words);
  expect(page).toContain('content="0; url=http://127.0.0.1:1/#a=&quot;&gt;&lt;script&gt;&amp;b=1"');
  expect(page).not.toContain('<script');
});

it('calls the opener of each system with one address in which nothing needs a quote', () => {
  const url = pathToFileURL('/tmp/Jörg Ä & "Co" %PATH% ^/leitbild.html').href;
  expect(url).not.toMatch(/[\s"]/u);
  expect(openerCommand(url, 'linux')).toEqual(['xdg-open', url]);
  expect(openerCommand(url, 'darwin')).toEqual(['open', url]);
  expect(openerCommand(url, 'win32')).toEqual(['rundll32', 'url.dll,FileProtocolHandler', url]);
});
