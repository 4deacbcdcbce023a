import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { roundId } from '../../../../../shared/ids/ids.ts';
import { opened, sampleRoundBase } from '../../../../support/filled-workspace.ts';
import { writeOlderWorkspace } from '../../../../support/older-workspace.ts';

it('WSP18: a file of version 8 has no round bases yet, and takes the first', () => {
  const folder = mkdtempSync(join(tmpdir(), 'migration-'));
  const path = join(folder, 'a.leitbild');
  writeOlderWorkspace(path, 8);
  const workspace = opened(path);
  expect(workspace.migrated).toMatchObject({ from: 8 });
  expect(workspace.roundBases.list()).toEqual([]);
  expect(workspace.roundBases.get(roundId('r2019'))).toBeUndefined();
  const { base, hash } = sampleRoundBase();
  workspace.roundBases.insert({ base, hash });
  expect(workspace.roundBases.get(roundId('r2019'))).toEqual({ base, hash });
  expect(workspace.verify()).toMatchObject({ ok: true });
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});
