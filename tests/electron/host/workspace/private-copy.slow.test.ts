import { fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { fill, made, opened } from '../../../support/filled-workspace.ts';
import { temporaryFolder } from '../../../support/run-cli.ts';

const reader = new URL('read-until-killed.ts', import.meta.url);

it('WSP23: the private copy of a reader that was killed is removed by the next one, and nothing else', async () => {
  const shared = temporaryFolder();
  vi.stubEnv('TMPDIR', shared);
  onTestFinished(() => void vi.unstubAllEnvs());
  const folder = temporaryFolder();
  const workspace = made(join(folder, 'a.leitbild'));
  fill(workspace);
  // A file that an interrupted process left can only be read in a copy.
  const path = join(folder, 'crashed.leitbild');
  for (const part of ['', '-wal']) copyFileSync(workspace.path + part, path + part);
  workspace.close();
  const copies = (): readonly string[] =>
    readdirSync(shared).filter((name) => name.startsWith('leitbild-reading-'));

  const child = fork(reader, [path]);
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'message');
  const [left = ''] = copies();
  expect(readdirSync(join(shared, left))).toContain('crashed.leitbild');
  const beside = opened(path, true);
  expect(copies()).toHaveLength(2);
  beside.close();
  expect(copies()).toEqual([left]);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(copies()).toEqual([left]);

  mkdirSync(join(shared, 'leitbild-other'));
  opened(path, true).close();
  expect(copies()).toEqual([]);
  expect(readdirSync(shared)).toContain('leitbild-other');
});
