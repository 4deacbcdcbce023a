import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { _electron } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { sampleFile } from '../../support/app/app-host.ts';
import { builtDesktop } from '../../support/built-desktop.ts';
import { opened } from '../../support/filled-workspace.ts';
import { temporaryFolder } from '../../support/run-cli.ts';

const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
const named = join(folder, 'path.txt');
const program = existsSync(named) ? join(folder, 'dist', readFileSync(named, 'utf8')) : null;

/** Why the real program cannot run here; null where it can. */
function obstacle(): string | null {
  if (program === null || !existsSync(program)) return 'the binary of Electron is not on this machine';
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return 'this machine has no screen';
  return null;
}
const why = obstacle();

test.skipIf(why !== null)(
  `the real program opens a file and closes it whole${why === null ? '' : ` (skipped: ${why})`}`,
  async () => {
    const home = temporaryFolder();
    const path = join(home, 'Ellernfurt.leitbild');
    await sampleFile(path);
    const app = await _electron.launch({
      executablePath: program ?? '',
      args: [builtDesktop(), `--user-data-dir=${join(home, 'settings')}`, path],
    });
    onTestFinished(() => app.close());
    const window = await app.firstWindow();
    await window.locator('.ProseMirror').waitFor();
    expect(await window.evaluate('typeof process + typeof require')).toBe('undefinedundefined');
    expect(await window.evaluate('typeof window.leitbildShell.openDialog')).toBe('function');
    const menus = await app.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.items.map(({ label }) => label),
    );
    expect(menus).toContain('Datei');
    expect(
      await window.evaluate(`fetch('https://example.org/').then(() => 'reached', () => 'refused')`),
    ).toBe('refused');
    await app.close();
    const workspace = opened(path);
    expect(workspace.verify()).toMatchObject({ ok: true });
    workspace.close();
  },
);
