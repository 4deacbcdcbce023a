import { join } from 'node:path';
import type { LeitbildShell } from '../../../shared/app/shell-bridge.ts';
import { sampleFile } from '../app/app-host.ts';
import { runShell, userHome, type ShellRun } from './run-shell.ts';
import type { SeenItem } from './stand-in-ui.ts';

/** A window as the shell has made it. */
export interface SeenWindow {
  readonly id: number;
  readonly title: string;
  readonly url: string;
  readonly represented: string;
  readonly preferences: Readonly<Record<string, unknown>>;
  readonly bounds: { readonly width: number };
}

export const windowsOf = (shell: ShellRun) => shell.order<readonly SeenWindow[]>('windows');

/** All words of a page, for `evaluate` and `until`. */
export const seen = 'document.body.innerText';

/** That the text is there: the page has been loaded whole. */
export const seenText = `document.querySelector('.leitbild-text') !== null`;

/** That a page shows a file, and no longer the start screen. */
export const showsFile = `document.querySelector('meta[name="leitbild-app"]')?.content === 'workspace'`;

/** Calls a function of the preload as the page would. */
export const ask = (shell: ShellRun, window: number, name: keyof LeitbildShell, ...args: unknown[]) =>
  shell.evaluate(
    window,
    `window.leitbildShell.${name}(${args.map((argument) => JSON.stringify(argument)).join(', ')})`,
  );

/** What stands in one of the menus of the bar; nothing where there is none of that name. */
export async function itemsOf(shell: ShellRun, menu: string): Promise<readonly SeenItem[]> {
  const all = await shell.order<readonly SeenItem[]>('menu');
  return all.find(({ label }) => label === menu)?.items ?? [];
}

/** Waits until a menu is as it is to be; it follows the window in front, a little later. */
export async function untilMenu(
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

/** A home with the sample as one file, and the shell of the folder `program` showing it. */
export async function showFile(program: string, name = 'Ellernfurt.leitbild') {
  const home = userHome();
  const path = join(home, 'Dokumente', name);
  await sampleFile(path);
  const shell = runShell(program, home, [name]);
  const { window } = await shell.next('window-shown');
  await shell.order('until', { window, code: showsFile });
  return { home, path, shell, window };
}
