import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rowDigest } from '../../../../../electron/host/workspace/row-digest.ts';
import { opened } from '../../../../support/filled-workspace.ts';
import { writeOlderWorkspace } from '../../../../support/older-workspace.ts';

it('WSP18: a refused copy of version 5 is still there, not put away, and the file follows nobody', () => {
  const folder = mkdtempSync(join(tmpdir(), 'migration-'));
  const path = join(folder, 'a.leitbild');
  writeOlderWorkspace(path, 5, (connection) => {
    const columns = [1, 'text', '2019-04-01T10:00:00Z', 'room-locked', Buffer.from([0, 0])] as const;
    connection
      .prepare('INSERT INTO refused_copies VALUES (?, ?, ?, ?, ?, ?)')
      .run(...columns, rowDigest('refused_copies', columns));
    connection
      .prepare('UPDATE tallies SET rows = 1, sha256 = ? WHERE name = ?')
      .run(rowDigest('tallies', ['refused_copies', 1]), 'refused_copies');
  });
  const workspace = opened(path);
  expect(workspace.migrated).toMatchObject({ from: 5 });
  expect(workspace.refusedCopies.list()).toMatchObject([{ id: 1, room: 'text', dismissedAt: null }]);
  expect(workspace.upstreams.current()).toBeNull();
  expect(workspace.verify()).toMatchObject({ ok: true });
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});
