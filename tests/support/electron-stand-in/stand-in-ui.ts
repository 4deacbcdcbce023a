import { EventEmitter } from 'node:events';
import { onOrder, tell } from './control.ts';

interface Item {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly enabled?: boolean;
  readonly accelerator?: string;
  readonly submenu?: readonly Item[];
  readonly click?: () => void;
}

/** What a person would see of a menu. */
export interface SeenItem {
  readonly label: string;
  readonly enabled: boolean;
  readonly accelerator: string | null;
  readonly items: readonly SeenItem[];
}

let applicationMenu: readonly Item[] = [];
let openMenu: readonly Item[] = [];

export const Menu = {
  buildFromTemplate: (template: readonly Item[]) => ({
    template,
    popup: () => {
      openMenu = template;
      tell({ type: 'popup-menu', labels: template.map(({ label }) => label ?? '') });
    },
  }),
  setApplicationMenu(menu: { readonly template: readonly Item[] }): void {
    applicationMenu = menu.template;
    tell({ type: 'menu' });
  },
};

function seen(items: readonly Item[]): readonly SeenItem[] {
  return items
    .filter(({ type }) => type !== 'separator')
    .map(({ label = '', enabled = true, accelerator = null, submenu = [] }) => ({
      ...{ label, enabled, accelerator },
      items: seen(submenu),
    }));
}

onOrder('menu', () => seen(applicationMenu));
onOrder('choose', (labels: readonly string[]) => choose(applicationMenu, labels));
onOrder('choose-popup', (label: string) => choose(openMenu, [label]));

function choose(menu: readonly Item[], labels: readonly string[]): void {
  let items = menu;
  let chosen: Item | undefined;
  for (const label of labels) {
    chosen = items.find((item) => item.label === label);
    items = chosen?.submenu ?? [];
  }
  if (chosen?.click === undefined || chosen.enabled === false)
    throw new Error(`cannot choose ${labels.join(' › ')}`);
  chosen.click();
}

const answers: unknown[] = [];
const waiting: ((answer: unknown) => void)[] = [];

/** Answers with what the test says, before or after it is asked. */
function ask(kind: 'open' | 'save' | 'message', options: unknown): Promise<never> {
  tell({ type: 'dialog', kind, options });
  return new Promise((resolve) => {
    if (answers.length > 0) resolve(answers.shift() as never);
    else waiting.push(resolve as (answer: unknown) => void);
  });
}
onOrder('answer', (answer: unknown) => {
  const next = waiting.shift();
  if (next === undefined) answers.push(answer);
  else next(answer);
});

export const dialog = {
  showOpenDialog: (_window: unknown, options: unknown) => ask('open', options),
  showSaveDialog: (_window: unknown, options: unknown) => ask('save', options),
  showMessageBox: (options: unknown) => ask('message', options),
  showErrorBox: (title: string, content: string) =>
    tell({ type: 'dialog', kind: 'message', options: { title, content } }),
};

export class Notification extends EventEmitter {
  readonly #options: { readonly title: string; readonly body: string };
  constructor(options: { readonly title: string; readonly body: string }) {
    super();
    this.#options = options;
  }
  static isSupported(): boolean {
    return true;
  }
  show(): void {
    const { title, body } = this.#options;
    tell({ type: 'notification', title, body });
  }
}

export const shell = {
  openExternal(url: string): Promise<void> {
    tell({ type: 'external', target: url });
    return Promise.resolve();
  },
  showItemInFolder: (path: string) => tell({ type: 'in-folder', target: path }),
};

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1_920, height: 1_040 } }],
};
