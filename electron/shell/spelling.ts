import { readdirSync } from 'node:fs';
import {
  Menu,
  type ContextMenuParams,
  type MenuItemConstructorOptions,
  type Session,
  type WebContents,
} from 'electron';
import type { germanShell } from '../../renderer/words/de/shell.ts';

/** Languages of the spell checker, by that of the menus; texts are German in either case. */
const languages = { de: ['de-DE'], en: ['en-GB', 'de-DE'] } as const;

export interface SpellingDeps {
  readonly session: Session;
  readonly isMac: boolean;
  /** Where the shipped dictionaries lie. */
  readonly folder: string;
  /** Address of the desk, which offers them to Chromium. */
  readonly deskUrl: string;
}

/**
 * Turns spell checking on with the dictionaries that are shipped, and only those: Chromium would fetch them from Google
 * otherwise. They come from the desk, on this machine. On a Mac the system checks. Where no dictionary was shipped it
 * stays off.
 */
export function startSpelling(
  { session, isMac, folder, deskUrl }: SpellingDeps,
  language: 'de' | 'en',
): void {
  if (isMac) {
    session.setSpellCheckerEnabled(true);
    return;
  }
  const shipped = shippedIn(folder);
  const usable = languages[language].filter((code) =>
    shipped.some((name) => name.startsWith(code.toLowerCase())),
  );
  if (usable.length === 0) {
    session.setSpellCheckerEnabled(false);
    return;
  }
  session.setSpellCheckerDictionaryDownloadURL(`${deskUrl}/dictionaries/`);
  session.setSpellCheckerLanguages([...usable]);
  session.setSpellCheckerEnabled(true);
}

/** The menu of the right mouse button: spellings, then cut, copy, paste. */
function contextMenuTemplate(
  { misspelledWord, dictionarySuggestions, isEditable, selectionText }: ContextMenuParams,
  contents: WebContents,
  { roles }: typeof germanShell,
): MenuItemConstructorOptions[] {
  const spelling: MenuItemConstructorOptions[] =
    misspelledWord === ''
      ? []
      : [
          ...dictionarySuggestions.slice(0, 5).map((word) => ({
            label: word,
            click: () => contents.replaceMisspelling(word),
          })),
          ...(dictionarySuggestions.length === 0 ? [{ label: roles.noSuggestions, enabled: false }] : []),
          {
            label: roles.addToDictionary,
            click: () => void contents.session.addWordToSpellCheckerDictionary(misspelledWord),
          },
          { type: 'separator' },
        ];
  const editing: MenuItemConstructorOptions[] = isEditable
    ? [
        { role: 'cut', label: roles.cut },
        { role: 'copy', label: roles.copy },
        { role: 'paste', label: roles.paste },
        { role: 'pasteAndMatchStyle', label: roles.pastePlain },
        { role: 'selectAll', label: roles.selectAll },
      ]
    : selectionText === ''
      ? []
      : [{ role: 'copy', label: roles.copy }];
  return [...spelling, ...editing];
}

/** Shows it wherever something can be done. */
export function offerContextMenu(contents: WebContents, words: () => typeof germanShell): void {
  contents.on('context-menu', (_event, params) => {
    const template = contextMenuTemplate(params, contents, words());
    if (template.length > 0) Menu.buildFromTemplate(template).popup();
  });
}

function shippedIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).map((name) => name.toLowerCase());
  } catch (error) {
    if (error instanceof Error && 'code' in error) return [];
    throw error;
  }
}
