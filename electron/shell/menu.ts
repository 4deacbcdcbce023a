import type { MenuItemConstructorOptions } from 'electron';
import type { germanShell } from '../../renderer/words/de/shell.ts';
import {
  appCommands,
  commandGroups,
  type AppCommandId,
  type CommandMenu,
} from '../../shared/app/app-commands.ts';

export interface MenuDeps {
  readonly words: typeof germanShell;
  readonly isMac: boolean;
  /** What the window in front shows; null without one. */
  readonly front: 'start' | 'workspace' | null;
  /** What can be done in it, where it has said so. */
  readonly offered: ReadonlySet<AppCommandId> | null;
  readonly recent: readonly { readonly path: string; readonly label: string }[];
  readonly onCommand: (command: AppCommandId) => void;
  readonly onRecent: (path: string) => void;
}

/** The menu of the program: the commands that it shares with the palette, and what systems offer in every program. */
export function menuTemplate(deps: MenuDeps): MenuItemConstructorOptions[] {
  const { words, isMac, front, offered, recent, onCommand, onRecent } = deps;
  const { menus, roles } = words;
  const line = { type: 'separator' } as const;

  const canDo = (id: AppCommandId): boolean => {
    if (offered !== null) return offered.has(id);
    const { menu, where } = appCommands[id];
    // Without a window only what opens one can be done.
    return front === 'workspace' || (where === 'both' && (front !== null || menu === 'file'));
  };
  const commands = (menu: CommandMenu): MenuItemConstructorOptions[] => {
    return commandGroups(menu).flatMap((ids, index) => [
      ...(index === 0 ? [] : [line]),
      ...ids.map((id): MenuItemConstructorOptions => {
        const { keys } = appCommands[id];
        return {
          id,
          label: words.commands[id],
          enabled: canDo(id),
          click: () => onCommand(id),
          ...(keys !== null && { accelerator: acceleratorOf(keys) }),
        };
      }),
    ]);
  };

  const recentMenu: MenuItemConstructorOptions = {
    label: roles.recent,
    submenu:
      recent.length === 0
        ? [{ label: roles.recentNone, enabled: false }]
        : recent.map(({ path, label }) => ({ label, toolTip: path, click: () => onRecent(path) })),
  };
  const file = commands('file');
  // After "open", where people look for it.
  file.splice(2, 0, recentMenu);

  return [
    ...(isMac ? [macMenu(words)] : []),
    {
      label: menus.file,
      submenu: [
        ...file,
        line,
        { role: 'close', label: roles.close },
        ...(isMac ? [] : [{ role: 'quit', label: roles.quit } as const]),
      ],
    },
    {
      label: menus.edit,
      submenu: [
        ...commands('edit').slice(0, 2),
        line,
        { role: 'cut', label: roles.cut },
        { role: 'copy', label: roles.copy },
        { role: 'paste', label: roles.paste },
        { role: 'pasteAndMatchStyle', label: roles.pastePlain },
        { role: 'selectAll', label: roles.selectAll },
        ...commands('edit').slice(2),
      ],
    },
    {
      label: menus.view,
      submenu: [...commands('view'), line, { role: 'togglefullscreen', label: roles.fullScreen }],
    },
    { label: menus.participation, submenu: commands('participation') },
    {
      label: menus.window,
      role: 'windowMenu',
      submenu: [
        { role: 'minimize', label: roles.minimize },
        { role: 'zoom', label: roles.zoom },
        ...(isMac ? [line, { role: 'front', label: roles.bringToFront } as const] : []),
      ],
    },
    { label: menus.help, role: 'help', submenu: commands('help') },
  ];
}

function macMenu({ roles }: typeof germanShell): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about', label: roles.aboutMac },
      { type: 'separator' },
      { role: 'services', label: roles.services },
      { type: 'separator' },
      { role: 'hide', label: roles.hide },
      { role: 'hideOthers', label: roles.hideOthers },
      { role: 'unhide', label: roles.showAll },
      { type: 'separator' },
      { role: 'quit', label: roles.quit },
    ],
  };
}

/** The keys of a command as Electron writes them. */
function acceleratorOf(keys: string): string {
  return keys.replace('Mod', 'CmdOrCtrl');
}
