/** The menus in which commands stand; what the system's own menus hold (copy, paste, minimise) is not among them. */
export const commandMenus = ['file', 'edit', 'view', 'help'] as const;
export type CommandMenu = (typeof commandMenus)[number];

/** One thing that the window's menu and the palette can both do. */
export interface AppCommand {
  readonly menu: CommandMenu;
  /** Commands of a menu with the same group stand together, groups apart by a line. */
  readonly group: number;
  /** `Mod` is Ctrl, and the command key on a Mac: `Mod+Shift+P`. Null where there is none. */
  readonly keys: string | null;
  /** In which window it can be carried out. */
  readonly where: 'workspace' | 'both';
}

/**
 * The closed list of commands that menu and palette share, in the order in which menus show them. The window carries
 * them out; their words are `shell.commands` in `renderer/words`.
 */
export const appCommands = {
  'file.new': { menu: 'file', group: 1, keys: 'Mod+N', where: 'both' },
  'file.open': { menu: 'file', group: 1, keys: 'Mod+O', where: 'both' },
  'file.join': { menu: 'file', group: 1, keys: null, where: 'both' },
  'file.start': { menu: 'file', group: 2, keys: null, where: 'workspace' },
  'file.import': { menu: 'file', group: 3, keys: 'Mod+Shift+I', where: 'workspace' },
  'file.export': { menu: 'file', group: 3, keys: 'Mod+Shift+E', where: 'workspace' },
  'file.saveCopy': { menu: 'file', group: 3, keys: 'Mod+Shift+S', where: 'workspace' },
  'file.printPreview': { menu: 'file', group: 4, keys: 'Mod+P', where: 'workspace' },
  'edit.undo': { menu: 'edit', group: 1, keys: 'Mod+Z', where: 'workspace' },
  'edit.redo': { menu: 'edit', group: 1, keys: 'Mod+Shift+Z', where: 'workspace' },
  'edit.find': { menu: 'edit', group: 3, keys: 'Mod+F', where: 'workspace' },
  'edit.replace': { menu: 'edit', group: 3, keys: 'Mod+H', where: 'workspace' },
  'view.palette': { menu: 'view', group: 1, keys: 'Mod+K', where: 'workspace' },
  'view.outline': { menu: 'view', group: 2, keys: 'Mod+Shift+L', where: 'workspace' },
  'view.side': { menu: 'view', group: 2, keys: 'Mod+Shift+K', where: 'workspace' },
  'view.history': { menu: 'view', group: 3, keys: null, where: 'workspace' },
  'view.editions': { menu: 'view', group: 3, keys: null, where: 'workspace' },
  'view.sharing': { menu: 'view', group: 3, keys: null, where: 'workspace' },
  'view.projector': { menu: 'view', group: 4, keys: 'Mod+Shift+P', where: 'workspace' },
  'view.dark': { menu: 'view', group: 5, keys: 'Mod+Shift+D', where: 'both' },
  'view.zoomIn': { menu: 'view', group: 6, keys: 'Mod+Plus', where: 'both' },
  'view.zoomOut': { menu: 'view', group: 6, keys: 'Mod+-', where: 'both' },
  'view.zoomReset': { menu: 'view', group: 6, keys: 'Mod+0', where: 'both' },
  'help.keyboard': { menu: 'help', group: 1, keys: 'F1', where: 'both' },
  'help.about': { menu: 'help', group: 2, keys: null, where: 'both' },
} as const satisfies Readonly<Record<string, AppCommand>>;

export type AppCommandId = keyof typeof appCommands;

export const appCommandIds = Object.keys(appCommands) as readonly AppCommandId[];

export function isAppCommandId(text: string): text is AppCommandId {
  return Object.hasOwn(appCommands, text);
}
