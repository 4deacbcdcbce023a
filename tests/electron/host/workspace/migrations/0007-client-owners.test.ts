import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rowDigest } from '../../../../../electron/host/workspace/row-digest.ts';
import { opened } from '../../../../support/filled-workspace.ts';
import { writeOlderWorkspace } from '../../../../support/older-workspace.ts';

it('WSP18: a host followed in version 6 is still followed, and no client id has an owner yet', () => {
  const folder = mkdtempSync(join(tmpdir(), 'migration-'));
  const path = join(folder, 'a.leitbild');
  writeOlderWorkspace(path, 6, (connection) => {
    const at = '2019-04-01T10:00:00Z';
    const columns = [1, 'https://127.0.0.1:1', null, 'T'.repeat(43), 'anna', 'editor', null, at] as const;
    connection
      .prepare('INSERT INTO upstreams VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(...columns, rowDigest('upstreams', columns));
    connection
      .prepare('INSERT INTO upstream_contacts VALUES (?, ?, ?, ?)')
      .run(1, null, null, rowDigest('upstream_contacts', [1, null, null]));
    connection
      .prepare('UPDATE tallies SET rows = 1, sha256 = ? WHERE name = ?')
      .run(rowDigest('tallies', ['upstreams', 1]), 'upstreams');
  });
  const workspace = opened(path);
  expect(workspace.migrated).toMatchObject({ from: 6 });
  expect(workspace.upstreams.current()).toMatchObject({ principal: { id: 'anna' } });
  expect(workspace.clientOwners.list()).toEqual([]);
  const owner = { room: 'text', principal: 'anna', clients: [0, 1, 0xffff_ffff] } as const;
  workspace.clientOwners.add(owner);
  expect(workspace.clientOwners.list()).toEqual([owner]);
  expect(workspace.verify()).toMatchObject({ ok: true });
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});
