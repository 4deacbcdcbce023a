import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SCHEMA_VERSION } from '../../../../electron/host/workspace/migrations/history.ts';
import { contentsOf, opened } from '../../../support/filled-workspace.ts';

const golden = new URL('../../../golden/workspaces/', import.meta.url).pathname;
const files = readdirSync(golden).filter((name) => name.endsWith('.leitbild'));

it('WSP21: there is a golden file of the version that is written today', () => {
  expect(files).toContain(`v${String(SCHEMA_VERSION)}.leitbild`);
});

/** What was read, without the entry of the audit log that says that the file was brought up to date. */
function withoutMigration(contents: string): string {
  const parsed = JSON.parse(contents) as { audit: { action: string }[] };
  if (parsed.audit.at(-1)?.action === 'workspace-migrated') parsed.audit.pop();
  return JSON.stringify(parsed);
}

it.each(files)('WSP21: %s opens, for reading and for writing, with what it held', (name) => {
  const contents = readFileSync(join(golden, name.replace('.leitbild', '.json')), 'utf8').trimEnd();
  const reader = opened(join(golden, name), true);
  expect(reader.verify()).toMatchObject({ ok: true });
  expect(contentsOf(reader)).toBe(contents);
  reader.close();
  const folder = mkdtempSync(join(tmpdir(), 'golden-'));
  const copy = join(folder, name);
  copyFileSync(join(golden, name), copy);
  const writer = opened(copy);
  expect(withoutMigration(contentsOf(writer))).toBe(contents);
  expect(writer.close()).toMatchObject({ ok: true });
  rmSync(folder, { recursive: true, force: true });
});
