import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readAppFiles } from '../../../../electron/host/app/app-files.ts';
import { startHost } from '../../../support/live-host.ts';

function builtApp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'app-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'app', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'not for the window');
  writeFileSync(join(folder, 'app', 'index.html'), '<meta name="leitbild-app" content="%LEITBILD_APP%">');
  writeFileSync(join(folder, 'app', 'assets', 'main-1.js'), 'export {};');
  return join(folder, 'app');
}

test('hands the program out without a token, and says which of the two it is', async () => {
  const host = await startHost({ appFolder: builtApp() });
  for (const path of ['/', '/join', '/index.html']) {
    const answer = await fetch(`${host.url}${path}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toMatch(/script-src 'self'/);
    expect(answer.headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe-inline/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.text()).toContain('content="workspace"');
  }
});

test('lets browsers keep what names its content, and sends it packed to those who can unpack it', async () => {
  const host = await startHost({ appFolder: builtApp() });
  const packed = await fetch(`${host.url}/assets/main-1.js`, { headers: { 'accept-encoding': 'gzip' } });
  expect(packed.headers.get('cache-control')).toContain('immutable');
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  expect(await packed.text()).toBe('export {};');
  const plain = await fetch(`${host.url}/assets/main-1.js`, { headers: { 'accept-encoding': 'identity' } });
  expect(plain.headers.get('content-encoding')).toBeNull();
});

test('knows no file but those that were built', async () => {
  const host = await startHost({ appFolder: builtApp() });
  for (const path of [
    '/secret.txt',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/',
    '/assets/../../secret.txt',
  ]) {
    expect((await fetch(`${host.url}${path}`)).status).toBe(404);
  }
  expect((await fetch(`${host.url}/`, { method: 'POST' })).status).toBe(404);
});

test('a host without a program has the API alone', async () => {
  const host = await startHost();
  expect((await fetch(`${host.url}/`)).status).toBe(404);
  expect((await fetch(`${host.url}/healthz`)).status).toBe(200);
});

test('a renderer that was not built is told as missing', () => {
  const read = readAppFiles(join(tmpdir(), 'there-is-no-such-folder'), 'desk');
  expect(read).toMatchObject({ ok: false, error: { code: 'file-missing' } });
});
