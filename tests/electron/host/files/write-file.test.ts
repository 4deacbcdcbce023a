import { execFileSync, spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFileWhole } from '../../../../electron/host/files/write-file.ts';
import { made } from '../../../support/filled-workspace.ts';
import { temporaryFolder } from '../../../support/run-cli.ts';

const bytes = Buffer.from('neu');

describe('writeFileWhole', () => {
  it('writes into a folder that is not there yet, and leaves nothing else behind', async () => {
    const folder = temporaryFolder();
    expect(await writeFileWhole(join(folder, 'a/b/c.txt'), bytes)).toEqual({ ok: true, value: undefined });
    expect(readFileSync(join(folder, 'a/b/c.txt'), 'utf8')).toBe('neu');
    expect(readdirSync(join(folder, 'a/b'))).toEqual(['c.txt']);
  });

  it('replaces an ordinary file, and follows a link to one', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'alt.txt'), 'alt');
    symlinkSync(join(folder, 'alt.txt'), join(folder, 'link.txt'));
    expect(await writeFileWhole(join(folder, 'link.txt'), bytes)).toMatchObject({ ok: true });
    expect(lstatSync(join(folder, 'link.txt')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'alt.txt'), 'utf8')).toBe('neu');
  });

  it('never replaces a Leitbild file, under whatever name it is reached', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'stadt.leitbild');
    made(path).close();
    const before = readFileSync(path);
    symlinkSync(path, join(folder, 'link.pdf'));
    for (const target of [path, join(folder, 'link.pdf')]) {
      expect(await writeFileWhole(target, bytes)).toMatchObject({
        ok: false,
        error: { code: 'target-protected', details: { path: target, reason: 'leitbild' } },
      });
    }
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('never replaces what the command reads, nor anything that is no ordinary file', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'quelle.txt'), 'alt');
    mkdirSync(join(folder, 'ordner'));
    execFileSync('mkfifo', [join(folder, 'rohr')]);
    const inputs = [join(folder, 'ordner/../quelle.txt')];
    expect(await writeFileWhole(join(folder, 'quelle.txt'), bytes, { inputs })).toMatchObject({
      error: { details: { reason: 'input' } },
    });
    for (const name of ['ordner', 'rohr']) {
      expect(await writeFileWhole(join(folder, name), bytes)).toMatchObject({
        error: { code: 'target-protected', details: { reason: 'not-a-file' } },
      });
    }
    expect(lstatSync(join(folder, 'rohr')).isFIFO()).toBe(true);
  });
});

describe('files that are open', () => {
  /** Whether another process can write to a file of SQLite now. */
  const canBeWritten = (path: string): boolean => {
    const script = `new (require('better-sqlite3'))(process.argv[1], { timeout: 0 }).exec('BEGIN IMMEDIATE; COMMIT')`;
    return spawnSync(process.execPath, ['-e', script, path], { cwd: process.cwd() }).status === 0;
  };

  it('saving over an open Leitbild takes not even its lock off, and nothing is laid where SQLite would take it up', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.leitbild');
    const workspace = made(path);
    const link = join(folder, 'bericht.pdf');
    symlinkSync(path, link);
    for (const target of [path, link, `${path}-wal`, `${path}-shm`, `${path}-journal`]) {
      expect(await writeFileWhole(target, Buffer.from('x'))).toMatchObject({
        error: { code: 'target-protected', details: { reason: 'leitbild' } },
      });
    }
    expect(canBeWritten(path)).toBe(false);
    workspace.close();
    expect(canBeWritten(path)).toBe(true);
    expect(await writeFileWhole(join(folder, 'neu.pdf-journal'), Buffer.from('x'))).toMatchObject({
      ok: true,
    });
  });
});
