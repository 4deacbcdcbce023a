import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { projectRoot, runCli, temporaryFolder } from '../support/run-cli.ts';

const sample = join(projectRoot, 'resources/sample/2008.md');

/** A workspace with one text and one edition. */
async function madeWorkspace(folder: string): Promise<string> {
  const file = join(folder, 'stadt.leitbild');
  expect((await runCli(['import', sample, '--into', file])).code).toBe(0);
  expect((await runCli(['freeze', file, '--edition', '2008'])).code).toBe(0);
  return file;
}

async function expectRefusal(
  args: readonly string[],
  ...messages: readonly (string | RegExp)[]
): Promise<void> {
  const { code, err, out } = await runCli(args);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  for (const message of messages) expect(err).toMatch(message);
  expect(err).not.toMatch(/\bat .*\.ts:\d+/);
}

describe('import of bad input', () => {
  const cases: readonly (readonly [name: string, bytes: Uint8Array, message: RegExp])[] = [
    ['leer.txt', new Uint8Array(), /leer\.txt“ ist leer/],
    ['leerzeichen.txt', Buffer.from(' \n\n  '), /leerzeichen\.txt“ ist leer/],
    [
      'muell.txt',
      Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * 197 + 13) % 256)),
      /muell\.txt“ enthält keinen Text/,
    ],
    ['halb.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog'), /halb\.pdf“ ist beschädigt/],
    ['nur.zip.docx', zipOf('brief.txt', 'kein Word'), /kein lesbares Word-Dokument/],
  ];
  it.each(cases)('refuses %s and makes no file', async (name, bytes, message) => {
    const folder = temporaryFolder();
    const source = join(folder, name);
    const file = join(folder, 'neu.leitbild');
    writeFileSync(source, bytes);
    await expectRefusal(['import', source, '--into', file], message);
    expect(existsSync(file)).toBe(false);
  });

  it('refuses a file that is not there, and a folder', async () => {
    const folder = temporaryFolder();
    await expectRefusal(
      ['import', join(folder, 'weg.txt'), '--into', join(folder, 'x.leitbild')],
      /weg\.txt“ gibt es nicht/,
    );
    await expectRefusal(['import', folder, '--into', join(folder, 'x.leitbild')], /lässt sich nicht lesen/);
  });

  it.each([
    [
      'windows-1252',
      Buffer.from('1 Pr\xe4ambel\n\nWir begr\xfc\xdfen alle Menschen \x96 \x84herzlich\x93.\n', 'latin1'),
      'Wir begrüßen alle Menschen – „herzlich“.',
    ],
    [
      'utf-16le',
      Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from('1 Präambel\n\nWir begrüßen alle Menschen.\n', 'utf16le'),
      ]),
      'Wir begrüßen alle Menschen.',
    ],
  ])('decodes %s and says so', async (encoding, bytes, words) => {
    const folder = temporaryFolder();
    const source = join(folder, 'alt.txt');
    const file = join(folder, 'x.leitbild');
    writeFileSync(source, bytes);
    const run = await runCli(['import', source, '--into', file]);
    expect(run.code).toBe(0);
    expect(run.out.toLowerCase()).toContain(encoding);
    await runCli(['export', file, '--format', 'md', '-o', join(folder, 'x.md')]);
    expect(readFileSync(join(folder, 'x.md'), 'utf8')).toContain(words);
  });

  it('answers for a text of 50 MB, in one way or the other', async () => {
    const folder = temporaryFolder();
    const source = join(folder, 'gross.txt');
    writeFileSync(
      source,
      'Wir fördern das Zusammenleben in allen Stadtteilen und hören einander zu.\n'.repeat(690_000),
    );
    await expectRefusal(
      ['import', source, '--into', join(folder, 'x.leitbild')],
      /gross\.txt“ ist zu groß \(\d+[,\d]* MB; höchstens/,
    );
  });

  it('refuses an unknown profile, and one that contradicts itself', async () => {
    const folder = temporaryFolder();
    const profile = join(folder, 'p.json');
    const standard = readFileSync(join(projectRoot, 'resources/profiles/standard.json'), 'utf8');
    writeFileSync(profile, standard.replace('"version": 1', '"version": 9'));
    const file = join(folder, 'x.leitbild');
    await expectRefusal(
      ['import', sample, '--into', file, '--profile', 'nirgends'],
      /Profil „nirgends“ gibt es nicht.*standard/,
    );
    await expectRefusal(['import', sample, '--into', file, '--profile', profile], /Angabe „version“/);
    expect(existsSync(file)).toBe(false);
  });
});

describe('a workspace that is none, or not whole', () => {
  it('refuses text, other databases, newer files, truncated and flipped ones', async () => {
    const folder = temporaryFolder();
    const file = await madeWorkspace(folder);
    const bytes = readFileSync(file);
    const copy = (name: string, change: (path: string) => void): string => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      change(path);
      return path;
    };

    const text = copy('text.leitbild', (path) => writeFileSync(path, 'Das ist ein Brief.'));
    await expectRefusal(['show', text], /keine Leitbild-Datei/);
    const other = copy('andere.leitbild', (path) => {
      writeFileSync(path, '');
      new Database(path).exec('CREATE TABLE t (a)').close();
    });
    await expectRefusal(['show', other], /keine Leitbild-Datei/);
    const newer = copy('neuer.leitbild', (path) => {
      const database = new Database(path);
      database.pragma('user_version = 4711');
      database.close();
    });
    await expectRefusal(['show', newer], /neueren Version.*4711/);
    const short = copy('kurz.leitbild', (path) => truncateSync(path, bytes.length - 5000));
    await expectRefusal(['verify', short], /beschädigt/);
    const at = bytes.indexOf('Sprache');
    const flipped = copy('gekippt.leitbild', (path) => {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(path, changed);
    });
    await expectRefusal(['verify', flipped], /beschädigt|nicht mehr, was festgeschrieben wurde/);
    await expectRefusal(['show', join(folder, 'weg.leitbild')], /gibt es nicht/);
    expect((await runCli(['verify', file])).code).toBe(0);
  });
});

describe('calls that make no sense', () => {
  it('end with exit code 2', async () => {
    expect((await runCli(['unsinn'])).code).toBe(2);
    expect((await runCli(['export', 'x.leitbild', '--format', 'papyrus', '-o', 'x'])).code).toBe(2);
    expect((await runCli(['freeze', 'x.leitbild'])).code).toBe(2);
    expect((await runCli(['--help'])).code).toBe(0);
  });

  it('are refused where their values do not fit', async () => {
    const folder = temporaryFolder();
    const file = await madeWorkspace(folder);
    await expectRefusal(['freeze', file, '--edition', '2008'], /„2008“ gibt es schon/);
    await expectRefusal(['freeze', file, '--edition', '2009', '--adopted-on', '2009-01-01'], /--adopted-by/);
    await expectRefusal(
      ['freeze', file, '--edition', '2009', '--adopted-by', 'Rat', '--adopted-on', '31.12.2009'],
      /adoption\.date/,
    );
    await expectRefusal(
      ['export', file, '--edition', '1999', '--format', 'pdf', '-o', join(folder, 'x.pdf')],
      /„1999“ gibt es nicht.*2008/,
    );
    await expectRefusal(['compare', file, '2008', '2014'], /„2014“ gibt es nicht/);
    await expectRefusal(['verify', file, '--hash', 'f'.repeat(64)], /Keine Edition dieser Datei/);
    await expectRefusal(['asset', file, sample, '--alt', 'Text'], /kann nicht verwendet werden/);
  });

  it('speak English where asked to', async () => {
    const { err } = await runCli(['--lang', 'en', 'show', '/nowhere.leitbild']);
    expect(err).toMatch(/There is no Leitbild file/);
  });
});

describe('folders that cannot be written', () => {
  it('are named, and nothing is left behind', async () => {
    const folder = temporaryFolder();
    const file = await madeWorkspace(folder);
    writeFileSync(join(folder, 'datei'), 'x');
    const inside = join(folder, 'datei', 'x.html');
    await expectRefusal(
      ['export', file, '--edition', '2008', '--format', 'html', '-o', inside],
      /kann nicht geschrieben werden/,
    );
    mkdirSync(join(folder, 'ordner.html'));
    await expectRefusal(
      ['export', file, '--edition', '2008', '--format', 'html', '-o', join(folder, 'ordner.html')],
      /kann nicht geschrieben werden/,
    );
    await expectRefusal(
      ['import', sample, '--into', join(folder, 'datei', 'x.leitbild')],
      /kann nicht geschrieben werden/,
    );
  });
});

/** A ZIP with one stored file, made by hand so that no library's leniency hides anything. */
function zipOf(name: string, content: string): Buffer {
  const nameBytes = Buffer.from(name);
  const data = Buffer.from(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(data.length, 22);
  local.writeUInt16LE(nameBytes.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt32LE(data.length, 20);
  central.writeUInt32LE(data.length, 24);
  central.writeUInt16LE(nameBytes.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + nameBytes.length, 12);
  end.writeUInt32LE(30 + nameBytes.length + data.length, 16);
  return Buffer.concat([local, nameBytes, data, central, nameBytes, end]);
}
