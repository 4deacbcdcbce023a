import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { expectRefusal, madeWorkspace, sample } from '../support/expect-refusal.ts';
import { portraitPng } from '../support/sample-pictures.ts';
import { projectRoot, runCli, temporaryFolder } from '../support/run-cli.ts';

describe('import of bad input', () => {
  const cases: readonly (readonly [name: string, bytes: Uint8Array, message: RegExp])[] = [
    ['leer.txt', new Uint8Array(), /leer\.txt“ ist leer/],
    ['leerzeichen.txt', Buffer.from(' \n\n  '), /leerzeichen\.txt“ ist leer/],
    [
      'muell.txt',
      Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * 197 + 13) % 256)),
      /muell\.txt“ enthält keinen lesbaren Text/,
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
    await expectRefusal(['import', folder, '--into', join(folder, 'x.leitbild')], /es ist ein Ordner/);
    const long = join(folder, `${'a'.repeat(300)}.txt`);
    await expectRefusal(['import', long, '--into', join(folder, 'x.leitbild')], /der Name ist zu lang/);
  });

  it('demands the ending of a Leitbild file', async () => {
    const into = join(temporaryFolder(), 'x.docx');
    await expectRefusal(['import', sample, '--into', into], /„--into“ muss auf „\.leitbild“ enden/);
    expect(existsSync(into)).toBe(false);
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

describe('pictures and tables that are none', () => {
  it('are refused with a reason', async () => {
    const folder = temporaryFolder();
    const file = await madeWorkspace(folder);
    const cut = join(folder, 'halb.png');
    writeFileSync(cut, portraitPng([1, 2, 3]).subarray(0, 300));
    await expectRefusal(['asset', file, sample, '--alt', 'Text'], /weder PNG noch JPEG noch SVG/);
    await expectRefusal(['asset', file, cut, '--alt', 'Text'], /halb\.png“ .*unvollständig/);
    const whole = join(folder, 'ganz.png');
    writeFileSync(whole, portraitPng([1, 2, 3]));
    await expectRefusal(['asset', file, whole, '--alt', 'a\nb'], /„--alt“ enthält einen Zeilenumbruch/);
    await expectRefusal(['asset', file, whole, '--alt', 'x', '--portrait', '9'], /„--portrait“ passt nicht/);
  });

  it('dry runs of tables end as the real run would', async () => {
    const folder = temporaryFolder();
    const file = await madeWorkspace(folder);
    const table = join(folder, 'r.csv');
    writeFileSync(table, 'Name;Art;Bemerkung\nHafen e. V.;Verband;x\nBurg;Burg;\n');
    const tried = await runCli(['register', 'import', file, table, '--dry-run']);
    expect(tried.code).toBe(1);
    expect(tried.out).toMatch(/keine Bedeutung.*Bemerkung/);
    expect(tried.out).toMatch(/„Verband“ gilt als „Verein“/);
    expect(tried.out).toMatch(/Editionen nennen alle Institutionen, die teilnehmen/);
    expect(tried.err).toMatch(/Zeile 3, Spalte „Art“: diese Art von Institution ist nicht bekannt/);
    await expectRefusal(['register', 'import', file, table], /Zeile 3, Spalte „Art“/);
    writeFileSync(table, 'Name;Art\n"Hafen;Verein\n');
    await expectRefusal(['register', 'import', file, table], /Zeile \d+: ein Anführungszeichen/);
    writeFileSync(table, '%PDF-1.7');
    await expectRefusal(['register', 'import', file, table], /CSV oder Excel \(XLSX\)/);
  });

  it('show says what there is to show', async () => {
    const folder = temporaryFolder();
    const empty = join(folder, 'leer.leitbild');
    expect((await runCli(['import', sample, '--into', empty])).code).toBe(0);
    expect((await runCli(['undo', empty])).code).toBe(0);
    const shown = await runCli(['show', empty]);
    expect({ code: shown.code, err: shown.err }).toEqual({ code: 0, err: '' });
    expect(shown.out).toMatch(/noch keinen Text und keine Edition/);
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
      /keine gewöhnliche Datei/,
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
