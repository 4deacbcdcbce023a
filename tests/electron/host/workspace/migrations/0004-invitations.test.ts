import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rowDigest } from '../../../../../electron/host/workspace/row-digest.ts';
import { opened } from '../../../../support/filled-workspace.ts';
import { writeOlderWorkspace } from '../../../../support/older-workspace.ts';

it('WSP18: the audit log of version 3 goes on, and there are no invitations yet', () => {
  const folder = mkdtempSync(join(tmpdir(), 'migration-'));
  const path = join(folder, 'a.leitbild');
  writeOlderWorkspace(path, 3, (connection) => {
    const columns = [1, '2019-04-01T10:00:00Z', 'workspace-created', 'standard', Buffer.alloc(32)] as const;
    connection
      .prepare('INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?)')
      .run(...columns, rowDigest('audit', columns));
    connection
      .prepare("UPDATE tallies SET rows = 1, sha256 = ? WHERE name = 'audit'")
      .run(rowDigest('tallies', ['audit', 1]));
  });
  const workspace = opened(path);
  expect(workspace.migrated).toMatchObject({ from: 3 });
  expect(workspace.invitations.list()).toEqual([]);
  expect(workspace.audit.list().map(({ action }) => action)).toEqual([
    'workspace-created',
    'workspace-migrated',
  ]);
  expect(workspace.verify()).toMatchObject({ ok: true });
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});
