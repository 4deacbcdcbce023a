import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rowDigest } from '../../../../../electron/host/workspace/row-digest.ts';
import { opened } from '../../../../support/filled-workspace.ts';
import { writeOlderWorkspace } from '../../../../support/older-workspace.ts';

it('WSP18: client ids of version 7 keep their owners, and there is no version history yet', () => {
  const folder = mkdtempSync(join(tmpdir(), 'migration-'));
  const path = join(folder, 'a.leitbild');
  writeOlderWorkspace(path, 7, (connection) => {
    const columns = [1, 'text', 'anna', Buffer.from([1, 0, 0, 0])] as const;
    connection
      .prepare('INSERT INTO client_owners VALUES (?, ?, ?, ?, ?)')
      .run(...columns, rowDigest('client_owners', columns));
    connection
      .prepare('UPDATE tallies SET rows = 1, sha256 = ? WHERE name = ?')
      .run(rowDigest('tallies', ['client_owners', 1]), 'client_owners');
  });
  const workspace = opened(path);
  expect(workspace.migrated).toMatchObject({ from: 7 });
  expect(workspace.clientOwners.list()).toEqual([{ room: 'text', principal: 'anna', clients: [1] }]);
  expect(workspace.moments.list({ limit: 10 })).toEqual([]);
  expect(workspace.moments.newest()).toBe(null);
  expect(workspace.verify()).toMatchObject({ ok: true });
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});
