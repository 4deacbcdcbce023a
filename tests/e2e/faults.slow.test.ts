import { copyFileSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { projectRoot, runCli, temporaryFolder } from '../support/run-cli.ts';
import { canMount, mountSmallDisk, type SmallDisk } from '../support/small-disk.ts';

const first = join(projectRoot, 'resources/sample/2008.md');
const second = join(projectRoot, 'resources/sample/2019.md');

/** A workspace with the text of 2008, frozen. */
async function madeWorkspace(folder: string): Promise<string> {
  const file = join(folder, 'stadt.leitbild');
  expect((await runCli(['import', first, '--into', file])).code).toBe(0);
  expect((await runCli(['freeze', file, '--edition', '2008'])).code).toBe(0);
  return file;
}

async function outlineOf(file: string): Promise<unknown> {
  const { code, out } = await runCli(['show', file, '--json']);
  expect(code).toBe(0);
  return JSON.parse(out);
}

describe.skipIf(!canMount())('a disk that runs full', () => {
  let disk: SmallDisk | undefined;
  afterEach(() => {
    disk?.unmount();
    disk = undefined;
  });

  /** Leaves this many bytes free. */
  function fill(folder: string, free: number, total: number): void {
    const used = readdirSync(folder).reduce(
      (sum, name) => sum + Math.ceil(statSync(join(folder, name)).size / 4096) * 4096,
      0,
    );
    writeFileSync(join(folder, 'ballast'), Buffer.alloc(Math.max(0, total - used - free)));
  }

  it('in the middle of an import, a freeze or an export leaves everything as it was', async () => {
    const source = await madeWorkspace(temporaryFolder());
    disk = mountSmallDisk(4096);
    const file = join(disk.folder, 'stadt.leitbild');
    copyFileSync(source, file);
    const before = await outlineOf(file);
    fill(disk.folder, 24 << 10, 4096 << 10);

    for (const args of [
      ['import', second, '--into', file],
      ['freeze', file, '--edition', '2009'],
      ['export', file, '--edition', '2008', '--format', 'pdf', '-o', join(disk.folder, 'x.pdf')],
      ['import', second, '--into', join(disk.folder, 'neu.leitbild')],
    ]) {
      const run = await runCli(args);
      expect({ args, code: run.code, out: run.out }).toEqual({ args, code: 1, out: '' });
      expect(run.err).toMatch(/Datenträger mit „.*“ ist voll/);
    }
    expect(await outlineOf(file)).toEqual(before);
    expect((await runCli(['verify', file])).code).toBe(0);
    expect(
      readdirSync(disk.folder)
        .filter((name) => !name.endsWith('-wal'))
        .sort(),
    ).toEqual(['ballast', 'stadt.leitbild']);
  });
});

describe('kill -9 at any moment', () => {
  /** Runs a command again and again, killed later each time, until it lives to its end. */
  async function killThrough(args: readonly string[], check: () => Promise<void>): Promise<number> {
    let killed = 0;
    for (let delay = 150; delay < 20_000; delay += 60) {
      const run = await runCli(args, { killAfter: delay });
      if (run.signal === null) return killed;
      killed += 1;
      await check();
    }
    throw new Error('the command never came to its end');
  }

  it('of an import leaves the old text or the new one, and a file that opens', async () => {
    const folder = temporaryFolder();
    const file = await madeWorkspace(folder);
    const before = JSON.stringify(await outlineOf(file));
    const target = join(folder, 'ziel.leitbild');
    copyFileSync(file, target);
    await runCli(['import', second, '--into', target]);
    const after = JSON.stringify(await outlineOf(target));
    const killed = await killThrough(['import', second, '--into', file], async () => {
      expect([before, after]).toContain(JSON.stringify(await outlineOf(file)));
      expect((await runCli(['verify', file])).code).toBe(0);
    });
    expect(killed).toBeGreaterThan(2);
    expect(JSON.stringify(await outlineOf(file))).toBe(after);
  });

  it('of a freeze leaves an edition or none, never half of one', async () => {
    const folder = temporaryFolder();
    const file = await madeWorkspace(folder);
    let attempt = 0;
    for (let delay = 150; ; delay += 40) {
      attempt += 1;
      const label = `e${String(attempt)}`;
      const run = await runCli(['freeze', file, '--edition', label], { killAfter: delay });
      const verified = await runCli(['verify', file]);
      expect(verified.code).toBe(0);
      expect(verified.out).toContain('2008');
      if (run.code === 0) {
        expect(verified.out).toContain(label);
        break;
      }
    }
    expect(attempt).toBeGreaterThan(2);
  });

  it('of an export leaves no half file under its name', async () => {
    const folder = temporaryFolder();
    const file = await madeWorkspace(folder);
    const target = join(folder, 'aus.pdf');
    const args = ['export', file, '--edition', '2008', '--format', 'pdf', '-o', target];
    const whole = join(folder, 'ganz.pdf');
    await runCli([...args.slice(0, -1), whole]);
    const killed = await killThrough(args, () => {
      if (existsSync(target)) expect(statSync(target).size).toBe(statSync(whole).size);
      return Promise.resolve();
    });
    expect(killed).toBeGreaterThan(2);
    expect(statSync(target).size).toBe(statSync(whole).size);
    expect((await runCli(['verify', file])).code).toBe(0);
  });
});
