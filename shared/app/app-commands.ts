/**
 * The closed list of commands that menu and palette share: the menus in which they stand, in their groups, in the order
 * in which menus show them. What the system's own menus hold (copy, paste, minimise) is not among them. The window
 * carries them out; their words are `shell.commands` in `renderer/words`.
 */
const menus = {
  file: [
    ['file.new', 'file.open', 'file.join'],
    ['file.start'],
    ['file.import', 'file.export', 'file.saveCopy'],
    ['file.printPreview'],
  ],
  edit: [
    ['edit.undo', 'edit.redo'],
    ['edit.find', 'edit.replace'],
  ],
  view: [
    ['view.palette'],
    ['view.outline', 'view.side'],
    ['view.history', 'view.editions', 'view.sharing'],
    ['view.projector'],
    ['view.dark'],
    ['view.zoomIn', 'view.zoomOut', 'view.zoomReset'],
  ],
  participation: [
    ['participation.contributions', 'participation.answer'],
    ['participation.register', 'participation.rounds', 'participation.packages'],
    ['participation.weighing', 'participation.overview'],
    ['participation.assessmentTable', 'participation.assessmentLetters'],
  ],
  help: [['help.keyboard'], ['help.about']],
} as const;

/** The menus that hold commands of ours. */
export type CommandMenu = keyof typeof menus;
export type AppCommandId = (typeof menus)[CommandMenu][number][number];

const keys: Readonly<Partial<Record<AppCommandId, string>>> = {
  'file.new': 'Mod+N',
  'file.open': 'Mod+O',
  'file.import': 'Mod+Shift+I',
  'file.export': 'Mod+Shift+E',
  'file.saveCopy': 'Mod+Shift+S',
  'file.printPreview': 'Mod+P',
  'edit.undo': 'Mod+Z',
  'edit.redo': 'Mod+Shift+Z',
  'edit.find': 'Mod+F',
  'edit.replace': 'Mod+H',
  'view.palette': 'Mod+K',
  'view.outline': 'Mod+Shift+L',
  'view.side': 'Mod+Shift+K',
  'view.projector': 'Mod+Shift+P',
  'view.dark': 'Mod+Shift+D',
  'view.zoomIn': 'Mod+Plus',
  'view.zoomOut': 'Mod+-',
  'view.zoomReset': 'Mod+0',
  'help.keyboard': 'F1',
};

/** What can be done on the start screen too. */
const everywhere: ReadonlySet<AppCommandId> = new Set([
  ...menus.file[0],
  ...menus.view[4],
  ...menus.view[5],
  ...menus.help[0],
  ...menus.help[1],
]);

/** One thing that the window's menu and the palette can both do. */
export interface AppCommand {
  readonly menu: CommandMenu;
  /** Commands of a menu with the same group stand together, groups apart by a line. From 1. */
  readonly group: number;
  /** `Mod` is Ctrl, and the command key on a Mac: `Mod+Shift+P`. Null where there is none. */
  readonly keys: string | null;
  /** In which window it can be carried out. */
  readonly where: 'workspace' | 'both';
}

/** The commands of a menu in their groups, which lines divide. */
export function commandGroups(menu: CommandMenu): readonly (readonly AppCommandId[])[] {
  return menus[menu];
}

/** The commands with where they stand and by which keys they are called, in the order of the menus. */
export const appCommands = Object.fromEntries(
  (Object.keys(menus) as readonly CommandMenu[]).flatMap((menu) =>
    menus[menu].flatMap((ids, index) =>
      ids.map((id): readonly [AppCommandId, AppCommand] => [
        id,
        { menu, group: index + 1, keys: keys[id] ?? null, where: everywhere.has(id) ? 'both' : 'workspace' },
      ]),
    ),
  ),
) as Readonly<Record<AppCommandId, AppCommand>>;

export const appCommandIds = Object.keys(appCommands) as readonly AppCommandId[];

/** Whether a word is the name of a command. */
export function isAppCommandId(text: string): text is AppCommandId {
  return Object.hasOwn(appCommands, text);
}
