import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openShellSettings } from '../../../electron/shell/shell-settings.ts';
import { temporaryFolder } from '../../support/run-cli.ts';

const bounds = { x: 1, y: 2, width: 900, height: 600, maximized: true };

test('what was changed is there at the next start', () => {
  const file = join(temporaryFolder(), 'new', 'shell.json');
  openShellSettings(file).change({ language: 'en' });
  const again = openShellSettings(file);
  again.change({ windows: { start: bounds } });
  expect(openShellSettings(file).current).toEqual({ language: 'en', windows: { start: bounds } });
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('SHL5: of damaged settings the sound part is kept, and the rest begins anew', () => {
  const file = join(temporaryFolder(), 'shell.json');
  for (const [text, expected] of [
    ['{', { language: null, windows: {} }],
    ['[]', { language: null, windows: {} }],
    ['{"language":"fr","windows":{}}', { language: null, windows: {} }],
    ['{"language":"en","windows":{"start":{"x":"a"}}}', { language: 'en', windows: {} }],
  ] as const) {
    writeFileSync(file, text);
    expect(openShellSettings(file).current).toEqual(expected);
  }
});

test('a folder that cannot be written does not keep a window from closing', () => {
  const folder = join(temporaryFolder(), 'locked');
  mkdirSync(folder);
  writeFileSync(join(folder, 'shell.json.new'), '');
  const file = join(folder, 'shell.json');
  mkdirSync(file);
  chmodSync(folder, 0o500);
  const settings = openShellSettings(file);
  settings.change({ language: 'en' });
  expect(settings.current.language).toBe('en');
  expect(readFileSync(join(folder, 'shell.json.new'))).toBeDefined();
});
