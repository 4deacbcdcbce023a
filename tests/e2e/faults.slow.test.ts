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
  /** How many moments of a run are tried, spread over the time that it takes. */
  const MOMENTS = 12;

  /** Kills a command at one moment after the other, then lets it live to its end; says how many were killed. */
  async function killThrough(
    rehearsal: readonly string[],
    attempt: (count: number) => readonly string[],
    check: (count: number) => Promise<void>,
  ): Promise<number> {
    const begun = performance.now();
    expect((await runCli(rehearsal)).code).toBe(0);
    const whole = performance.now() - begun;
    let killed = 0;
    for (let count = 1; count <= MOMENTS; count += 1) {
      const run = await runCli(attempt(count), { killAfter: (whole * count) / MOMENTS });
      if (run.signal !== null) killed += 1;
      await check(count);
    }
    expect((await runCli(attempt(MOMENTS + 1))).code).toBe(0);
    return killed;
  }

  it('of an import leaves the old text or the new one, and a file that opens', async () => {
    const folder = temporaryFolder();
    const file = await madeWorkspace(folder);
    const before = JSON.stringify(await outlineOf(file));
    const target = join(folder, 'ziel.leitbild');
    copyFileSync(file, target);
    await runCli(['import', second, '--into', target]);
    const after = JSON.stringify(await outlineOf(target));
    copyFileSync(file, target);
    const killed = await killThrough(
      ['import', second, '--into', target],
      () => ['import', second, '--into', file],
      async () => {
        expect([before, after]).toContain(JSON.stringify(await outlineOf(file)));
        expect((await runCli(['verify', file])).code).toBe(0);
      },
    );
    expect(killed).toBeGreaterThan(2);
    expect(JSON.stringify(await outlineOf(file))).toBe(after);
  });

  it('of a freeze leaves an edition or none, never half of one', async () => {
    const folder = temporaryFolder();
    const file = await madeWorkspace(folder);
    const copy = join(folder, 'kopie.leitbild');
    copyFileSync(file, copy);
    const verified = async (): Promise<string> => {
      const { code, out } = await runCli(['verify', file]);
      expect(code).toBe(0);
      return out;
    };
    const killed = await killThrough(
      ['freeze', copy, '--edition', 'e0'],
      (count) => ['freeze', file, '--edition', `e${String(count)}`],
      async () => expect(await verified()).toContain('2008'),
    );
    expect(killed).toBeGreaterThan(2);
    expect(await verified()).toContain(`e${String(MOMENTS + 1)}`);
  });

  it('of an export leaves no half file under its name', async () => {
    const folder = temporaryFolder();
    const file = await madeWorkspace(folder);
    const target = join(folder, 'aus.pdf');
    const whole = join(folder, 'ganz.pdf');
    const exported = ['export', file, '--edition', '2008', '--format', 'pdf', '-o'];
    const killed = await killThrough(
      [...exported, whole],
      () => [...exported, target],
      () => {
        if (existsSync(target)) expect(statSync(target).size).toBe(statSync(whole).size);
        return Promise.resolve();
      },
    );
    expect(killed).toBeGreaterThan(2);
    expect(statSync(target).size).toBe(statSync(whole).size);
    expect((await runCli(['verify', file])).code).toBe(0);
  });
});
