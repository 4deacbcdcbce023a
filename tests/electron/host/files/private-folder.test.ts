import { chownSync, existsSync, mkdirSync, mkdtempSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getuid } from 'node:process';
import { expect, it } from 'vitest';
import { privateFolderIn, removeLeftovers } from '../../../../electron/host/files/private-folder.ts';
import { temporaryFolder } from '../../../support/run-cli.ts';

it('what a killed process left is removed, copies of whole files too; what runs or only looks alike stays', () => {
  const shared = temporaryFolder();
  const own = mkdtempSync(privateFolderIn(shared, 'aside'));
  expect(statSync(own).mode & 0o777).toBe(0o700);
  for (const name of [
    'leitbild-spool-99999999-a',
    'leitbild-aside-99999999-b',
    'leitbild-other-99999999-c',
  ]) {
    mkdirSync(join(shared, name));
    writeFileSync(join(shared, name, 'copy.leitbild'), 'x');
  }
  removeLeftovers(shared);
  expect(existsSync(own)).toBe(true);
  expect(existsSync(join(shared, 'leitbild-spool-99999999-a'))).toBe(false);
  expect(existsSync(join(shared, 'leitbild-aside-99999999-b'))).toBe(false);
  expect(existsSync(join(shared, 'leitbild-other-99999999-c'))).toBe(true);
});

it('what somebody else has laid out under such a name in the shared folder is not gone into', () => {
  const shared = temporaryFolder();
  const mine = join(temporaryFolder(), 'Dokumente');
  mkdirSync(mine);
  writeFileSync(join(mine, 'brief.txt'), 'x');
  symlinkSync(mine, join(shared, 'leitbild-spool-99999999-link'));
  const trap = join(shared, 'leitbild-aside-99999999-trap');
  mkdirSync(trap);
  // Only root can make a folder that is somebody else's; elsewhere the link alone is tried.
  const isRoot = getuid?.() === 0;
  if (isRoot) chownSync(trap, 12_345, 12_345);
  removeLeftovers(shared);
  expect(existsSync(join(mine, 'brief.txt'))).toBe(true);
  expect(existsSync(trap)).toBe(isRoot);
});
