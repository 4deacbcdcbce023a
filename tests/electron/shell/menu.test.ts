import { expect, test } from 'vitest';
import { menuTemplate } from '../../../electron/shell/menu.ts';
import { germanShell } from '../../../renderer/words/de/shell.ts';
import { englishShell } from '../../../renderer/words/en/shell.ts';
import { appCommandIds, type AppCommandId } from '../../../shared/app/app-commands.ts';
import type { MenuItemConstructorOptions } from 'electron';

const template = (options: Partial<Parameters<typeof menuTemplate>[0]> = {}) =>
  menuTemplate({
    ...{ words: germanShell, isMac: false, front: 'workspace', offered: null, recent: [] },
    onCommand: () => undefined,
    onRecent: () => undefined,
    ...options,
  });
function flat(items: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
}

test('SHL4: every shared command stands in a menu exactly once, on every system', () => {
  for (const isMac of [false, true]) {
    const ids = flat(template({ isMac })).flatMap(({ id }) => id ?? []);
    expect([...ids].sort()).toEqual([...appCommandIds].sort());
  }
});

test('nothing that a person reads is left to Electron’s English, in either language', () => {
  for (const words of [germanShell, englishShell]) {
    for (const isMac of [false, true]) {
      for (const item of flat(template({ words, isMac }))) {
        if (item.type === 'separator' || item.role === 'appMenu') continue;
        expect([item.role, item.label]).toEqual([item.role, expect.stringMatching(/\S/)]);
      }
    }
  }
});

test('no two items have the same keys, and no two lines stand together', () => {
  const items = flat(template());
  const keys = items.flatMap(({ accelerator }) => accelerator ?? []);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { submenu } of items) {
    if (!Array.isArray(submenu)) continue;
    submenu.forEach((item, index) => {
      expect(item.type === 'separator' && submenu[index + 1]?.type === 'separator').toBe(false);
    });
  }
});

test('offers what the window in front can do, and recent files by name', () => {
  const enabled = (front: 'start' | 'workspace' | null, offered: ReadonlySet<AppCommandId> | null = null) =>
    flat(template({ front, offered })).flatMap(({ id, enabled: on }) =>
      id !== undefined && on === true ? [id] : [],
    );
  expect(enabled('workspace')).toHaveLength(appCommandIds.length);
  expect(enabled('start')).toContain('file.new');
  expect(enabled('start')).not.toContain('file.export');
  expect(enabled(null)).toEqual(['file.new', 'file.open', 'file.join']);
  const offered = new Set(['view.palette', 'participation.contributions'] as const);
  expect(enabled('workspace', offered)).toEqual(['view.palette', 'participation.contributions']);
  const chosen: string[] = [];
  const recent = [{ path: '/a/b.leitbild', label: 'Leitbild 2019' }];
  const item = flat(template({ recent, onRecent: (path) => chosen.push(path) })).find(
    ({ label }) => label === 'Leitbild 2019',
  );
  (item?.click as unknown as () => void)();
  expect(chosen).toEqual(['/a/b.leitbild']);
});
