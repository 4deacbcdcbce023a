import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFilePresence } from '../../../../electron/host/sync/file-presence.ts';
import { AppFailure } from '../../../../shared/errors/errors.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'presence-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('SYN17: a file that has gone, or has another in its place, is noticed once the last proof is too old', () => {
  const path = join(folder, 'a.leitbild');
  writeFileSync(path, 'a');
  let time = 0;
  const presence = createFilePresence(path, { every: 100, now: () => time });
  presence.prove();
  renameSync(path, join(folder, 'b.leitbild'));
  writeFileSync(path, 'other');
  time = 99;
  presence.prove();
  time = 100;
  expect(() => presence.prove()).toThrow(AppFailure);
  time = 101;
  expect(() => presence.prove()).toThrow(AppFailure);
  renameSync(join(folder, 'b.leitbild'), path);
  presence.prove();
});
