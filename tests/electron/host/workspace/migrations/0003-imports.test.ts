import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SCHEMA_VERSION } from '../../../../../electron/host/workspace/migrations/history.ts';
import { rowDigest } from '../../../../../electron/host/workspace/row-digest.ts';
import { canonicalJson } from '../../../../../shared/editions/canonical-json.ts';
import { frozenEdition, opened, valueOf } from '../../../../support/filled-workspace.ts';
import { writeOlderWorkspace } from '../../../../support/older-workspace.ts';

it('WSP18: editions of version 2 keep their bytes, and the audit log begins', () => {
  const folder = mkdtempSync(join(tmpdir(), 'migration-'));
  const path = join(folder, 'a.leitbild');
  const { content, hash } = frozenEdition('2008');
  writeOlderWorkspace(path, 2, (connection) => {
    const columns = [1, content.label, content.title, content.frozenAt, hash] as const;
    connection
      .prepare('INSERT INTO editions VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(...columns, Buffer.from(canonicalJson(content)), rowDigest('editions', columns));
    const tally = connection.prepare(`UPDATE tallies SET rows = 1, sha256 = ? WHERE name = 'editions'`);
    tally.run(rowDigest('tallies', ['editions', 1]));
  });
  const workspace = opened(path);
  expect(workspace.migrated).toMatchObject({ from: 2, to: SCHEMA_VERSION });
  expect(valueOf(workspace.editions.get('2008'))).toEqual({ content, hash });
  expect(workspace.audit.list().map(({ action }) => action)).toEqual(['workspace-migrated']);
  expect(workspace.imports.list()).toEqual([]);
  expect(workspace.verify()).toMatchObject({ ok: true });
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});
