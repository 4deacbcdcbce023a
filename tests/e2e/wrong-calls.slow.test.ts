import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectRefusal, madeWorkspace } from '../support/expect-refusal.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';

describe('calls that make no sense', () => {
  it.each([
    [['unsinn'], /^Einen Befehl „unsinn“ gibt es nicht\./],
    [['frezee'], /Meinten Sie freeze\?\nHilfe: leitbild --help/],
    [['register', 'imprt'], /Meinten Sie import\?\nHilfe: leitbild register --help/],
    [['show'], /^Die Angabe <file> fehlt: Leitbild-Datei/],
    [['show', 'x', '--jsn'], /„--jsn“ gibt es hier nicht\.\nMeinten Sie --json\?/],
    [['show', 'Mein', 'Leitbild'], /Zu viele Angaben: 1 erwartet.*Leerzeichen.*Anführungszeichen/],
    [['freeze', 'x'], /Die Option „--edition <label>“ fehlt\.\nHilfe: leitbild freeze --help/],
    [['freeze', 'x', '--edition'], /Zur Option „--edition <label>“ fehlt der Wert/],
    [['export', 'x', '--format', 'papyrus', '-o', 'x'], /„papyrus“ passt nicht.*möglich: pdf, .*json\./],
    [['--lang', 'fr', 'show', 'x'], /Die Sprache „fr“ gibt es nicht; möglich sind de und en/],
    [['--lang', 'en', 'show'], /^The argument <file> is missing/],
  ])('%j ends with exit code 2 and one sentence', async (args, message) => {
    const { code, out, err } = await runCli(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    expect(err.trim().split('\n').length).toBeLessThanOrEqual(3);
    if (!args.includes('en')) expect(err).not.toMatch(/error|missing|unknown|argument/i);
  });

  it('shows help in German, and its version', async () => {
    const { code, out } = await runCli(['export', '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Aufruf: leitbild export \[Optionen\] <file>/);
    expect(out).toMatch(/Angaben:\n +file +Leitbild-Datei/);
    expect(out).toMatch(/--output <path> +Zieldatei \(nötig\)/);
    expect(out).not.toMatch(/Usage|Options|display help|choices|default/);
    expect((await runCli(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('are refused where their values do not fit', async () => {
    const folder = temporaryFolder();
    const file = await madeWorkspace(folder);
    await expectRefusal(
      ['export', file, '--edition', '1999', '--format', 'pdf', '-o', join(folder, 'x.pdf')],
      /„1999“ gibt es nicht.*2008/,
    );
    await expectRefusal(['compare', file, '2008', '2014'], /„2014“ gibt es nicht/);
    await expectRefusal(['verify', file, '--hash', 'f'.repeat(64)], /Keine Edition dieser Datei/);
    await expectRefusal(['verify', file, '--hash', 'abc'], /SHA-256 hat 64 Ziffern/);
    const json = join(folder, 'e.json');
    expect((await runCli(['export', file, '--edition', '2008', '--format', 'json', '-o', json])).code).toBe(
      0,
    );
    await expectRefusal(
      ['verify', json],
      /ausgegebene Edition.*verify <Datei\.leitbild> --hash [0-9a-f]{64}/,
    );
  });

  it('speak English where asked to', async () => {
    const { err } = await runCli(['--lang', 'en', 'show', '/nowhere.leitbild']);
    expect(err).toMatch(/There is no Leitbild file/);
  });

  it('cannot steer the terminal by the name of a file', async () => {
    const { err } = await runCli(['show', '/tmp/a\u001b[2J\nFehler: b\u202e.leitbild']);
    expect(err).toContain('a\\u001b[2J\\u000aFehler: b\\u202e.leitbild');
  });
});

describe('freezing what should not be frozen', () => {
  it('names the option and shows what is expected', async () => {
    const file = await madeWorkspace(temporaryFolder());
    const freeze = (...args: string[]): readonly string[] => ['freeze', file, '--edition', '2009', ...args];
    await expectRefusal(['freeze', file, '--edition', '2008'], /„2008“ gibt es schon/);
    for (const label of ['draft', 'Entwurf', 'con', 'LPT1', 'aux.2009']) {
      await expectRefusal(['freeze', file, '--edition', label], /„--edition“ darf nicht „.*“ sein/);
    }
    await expectRefusal(
      ['freeze', file, '--edition', '../x'],
      /„--edition“ ist nicht gültig.*zum Beispiel 2019/,
    );
    await expectRefusal(freeze('--adopted-on', '2009-01-01'), /„--adopted-by“ fehlt.*„--adopted-on“/);
    await expectRefusal(
      freeze('--adopted-by', 'Rat', '--adopted-on', '31.02.2009'),
      /„--adopted-on“ ist kein Tag.*TT\.MM\.JJJJ.*11\.12\.2019/,
    );
    await expectRefusal(freeze('--title', ''), /„--title“ darf nicht leer sein/);
    await expectRefusal(freeze('--title', 'a\nb'), /„--title“ enthält einen Zeilenumbruch/);
    await expectRefusal(freeze('--subtitle', 'a\u001bb'), /„--subtitle“ enthält Steuerzeichen/);
    await expectRefusal(freeze('--municipality', 'a\u202eb'), /„--municipality“ .*Schreibrichtung/);
    await expectRefusal(freeze('--title', 'x'.repeat(301)), /„--title“ ist zu lang; höchstens 300 Zeichen/);
    await expectRefusal(
      freeze('--title', 'Schnee ☃'),
      /keine der mitgelieferten Schriften drucken.*\n.*U\+2603/,
    );
    expect((await runCli(['show', file, '--json'])).out).not.toContain('"2009"');
  });

  it('takes German dates, warns of days to come, and tries without freezing', async () => {
    const file = await madeWorkspace(temporaryFolder());
    const adoption = ['--adopted-by', 'Rat', '--adopted-on', '1.2.2099', '--paper', '12/2099'];
    const tried = await runCli(['freeze', file, '--edition', '2099', ...adoption, '--dry-run']);
    expect(tried.code).toBe(0);
    expect(tried.err).toContain('01.02.2099');
    expect(tried.out).toMatch(/Beschluss: Rat, 01\.02\.2099, Vorlage 12\/2099/);
    expect(tried.out).toMatch(/Alles darin lässt sich drucken\. Es wurde nichts geändert/);
    expect((await runCli(['show', file])).out).not.toContain('2099');
    expect((await runCli(['freeze', file, '--edition', '2099', ...adoption])).code).toBe(0);
    const compared = await runCli(['compare', file, '2099', 'draft']);
    expect(compared.out).toContain('Keine Unterschiede.');
  });
});
