import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sampleFile } from '../../support/app/app-host.ts';
import { hasChromium } from '../../support/chromium.ts';
import { desktopOfFile } from '../../support/electron-stand-in/desktop-of-file.ts';
import { runShell, userHome, type ShellRun } from '../../support/electron-stand-in/run-shell.ts';

const editing = { isEditable: true, selectionText: '' };
const edits = ['Ausschneiden', 'Kopieren', 'Einfügen'];

/** Opens the menu of the right mouse button over a word, and gives what it offers. */
async function menuOver(
  shell: ShellRun,
  window: number,
  misspelledWord: string,
  dictionarySuggestions: readonly string[],
) {
  await shell.order('context-menu', {
    window,
    params: { ...editing, misspelledWord, dictionarySuggestions },
  });
  const { labels } = await shell.next('popup-menu');
  return labels.filter((label) => label !== '');
}

describe.skipIf(!hasChromium)('spell checking in the desktop program, on a stand-in of Electron', () => {
  const desktop = desktopOfFile();

  test('the text is checked as German; the menu offers spellings, writes the chosen one and learns words', async () => {
    const home = userHome();
    await sampleFile(join(home, 'Dokumente', 'a.leitbild'));
    const shell = runShell(desktop.program, home, ['a.leitbild']);
    const { window } = await shell.next('window-shown');
    const text = `document.querySelector('.leitbild-text')`;
    await shell.order('until', { window, code: `${text} !== null` });
    expect(
      await shell.evaluate(window, `[${text}.lang, ${text}.spellcheck, ${text}.isContentEditable]`),
    ).toEqual(['de', true, true]);

    const offered = await menuOver(shell, window, 'Zusamenleben', ['Zusammenleben', 'Zusammenlebens']);
    expect(offered.slice(0, 3)).toEqual(['Zusammenleben', 'Zusammenlebens', 'Zum Wörterbuch hinzufügen']);
    expect(offered).toEqual(expect.arrayContaining(edits));
    // The first word of a paragraph is selected, as the right button selects the word below it.
    await shell.evaluate(
      window,
      `(() => {
        const first = ${text}.querySelector('p');
        ${text}.focus();
        getSelection().collapse(first, 0);
        getSelection().modify('extend', 'forward', 'word');
      })()`,
    );
    await shell.order('choose-popup', 'Zusammenleben');
    await shell.order('until', {
      window,
      code: `${text}.querySelector('p').innerText.startsWith('Zusammenleben')`,
    });

    await menuOver(shell, window, 'Ellernfurt', []);
    await shell.order('choose-popup', 'Zum Wörterbuch hinzufügen');
    expect(await shell.order('session')).toMatchObject({ added: ['Ellernfurt'] });
    expect((await menuOver(shell, window, 'Xyz', []))[0]).toBe('Keine Vorschläge');
    expect(await menuOver(shell, window, '', [])).not.toContain('Zum Wörterbuch hinzufügen');
  });
});
