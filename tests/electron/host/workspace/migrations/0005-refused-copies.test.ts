import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rowDigest } from '../../../../../electron/host/workspace/row-digest.ts';
import { invitationId } from '../../../../../shared/ids/ids.ts';
import { opened } from '../../../../support/filled-workspace.ts';
import { writeOlderWorkspace } from '../../../../support/older-workspace.ts';

it('WSP18: an invitation of version 4 is still there, and nothing was refused yet', () => {
  const folder = mkdtempSync(join(tmpdir(), 'migration-'));
  const path = join(folder, 'a.leitbild');
  const at = '2019-04-01T10:00:00Z';
  writeOlderWorkspace(path, 4, (connection) => {
    const insert = (table: string, ...columns: readonly (string | number | Buffer | null)[]): void => {
      const marks = Array.from({ length: columns.length + 1 }, () => '?').join(', ');
      connection.prepare(`INSERT INTO ${table} VALUES (${marks})`).run(...columns, rowDigest(table, columns));
      connection
        .prepare('UPDATE tallies SET rows = 1, sha256 = ? WHERE name = ?')
        .run(rowDigest('tallies', [table, 1]), table);
    };
    insert('invitations', 1, 'anna', 'editor', null, at);
    insert('invitation_tokens', 1, 1, Buffer.alloc(32, 1), '2019-07-01T00:00:00Z', at);
    insert('invitation_sightings', 1, null);
  });
  const workspace = opened(path);
  expect(workspace.migrated).toMatchObject({ from: 4 });
  expect(workspace.invitations.list()).toMatchObject([{ id: invitationId('anna'), role: 'editor' }]);
  expect(workspace.refusedCopies.list()).toEqual([]);
  expect(workspace.verify()).toMatchObject({ ok: true });
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});
