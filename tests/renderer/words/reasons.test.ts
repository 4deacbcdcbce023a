import { describe, expect, it } from 'vitest';
import { describeError, describeWarning, wordsIn } from '../../../renderer/words/language.ts';
import { appError } from '../../../shared/errors/errors.ts';

const german = wordsIn('de');
const told = (error: Parameters<typeof describeError>[0]): string => describeError(error, german);

describe('describeError', () => {
  it('says tracked changes as a reader of Word would', () => {
    const places = ['3 + alle', '3 - keine', '7 + ¶'];
    expect(
      told(appError('docx-tracked-changes', { path: 'a.docx', insertions: 2, deletions: 1, places })),
    ).toMatch(
      /2 Einfügungen, 1 Löschung\).*\n {2}Absatz 3: eingefügt „alle“, gelöscht „keine“\n {2}Absatz 7:/,
    );
  });

  it('groups characters that cannot be printed by their place', () => {
    const at = (character: string, place: string) => ({ character, codePoint: 'U+2603', place });
    const places = [at('☃', '6.3: ein ☃'), at('☂', '6.3: ein ☂'), at('☃', '7: noch ein ☃')];
    expect(told(appError('glyph-missing', { places }))).toContain(
      '\n  6.3:\n    „☃“ (U+2603) ein ☃\n    „☂“ (U+2603) ein ☂\n  7: „☃“ (U+2603) noch ein ☃\n',
    );
  });

  it('has phrases for reasons, and the code for those that nobody foresaw', () => {
    const reading = (reason: string) => told(appError('file-unreadable', { path: 'a', reason }));
    expect(reading('EISDIR')).toContain('es ist ein Ordner');
    expect(reading('ENEW')).toContain('ENEW');
    expect(reading('constructor')).toContain('constructor');
    const place = (name: string) => told(appError('workspace-damaged', { path: 'a', place: name }));
    expect(place('audit: row 3')).toContain('betroffen: Protokoll (Zeile 3)');
    expect(place('editions: 2019')).toContain('betroffen: Editionen (2019)');
    const source = (reason: string) => told(appError('document-invalid', { path: '', place: '0.1', reason }));
    expect(source('control character U+0007 after “Wir f”')).toBe(
      'Der Text ist nicht gültig: darin steht nach „Wir f“ das Steuerzeichen U+0007, das nicht gedruckt werden kann.',
    );
  });

  it('keeps what it quotes in one line', () => {
    expect(told(appError('file-missing', { path: 'a\u001b[1m\nb' }))).toContain('„a\\u001b[1m\\u000ab“');
  });
});

describe('describeWarning', () => {
  it('says what a number counts', () => {
    const warning = { code: 'image-left-out', line: 1, detail: '4' } as const;
    expect(describeWarning(warning, 'pdf', german)).toBe('Bilder auf Seite 4 wurden nicht übernommen.');
    expect(describeWarning({ ...warning, detail: 'Wappen' }, 'docx', german)).toContain('(„Wappen“)');
    expect(german.commands.line(3, 'docx')).toBe('Absatz 3');
    expect(german.commands.line(3, 'text')).toBe('Zeile 3');
  });
});
