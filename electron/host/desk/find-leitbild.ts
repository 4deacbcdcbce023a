import { existsSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { publicKeyOf } from '../../../shared/packages/envelope.ts';
import { attempt } from '../workspace/attempt.ts';
import { openWorkspace } from '../workspace/open-workspace.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { ok, type Result } from '../../../shared/errors/result.ts';
import type { DeskServices } from './desk-services.ts';

/**
 * The file that was opened here last of those that sign as this Leitbild; null where none does. Nothing is written; a
 * file that cannot be read is none.
 */
export async function findLeitbild(
  leitbild: string,
  { recent, workspaces, ports }: Pick<DeskServices, 'recent' | 'workspaces' | 'ports'>,
): Promise<string | null> {
  for (const { path } of recent.list()) {
    const open = workspaces.workspaceOf(path);
    if (open !== null && signsAs(open, leitbild)) return path;
    if (open === null && existsSync(path)) {
      const read = openWorkspace(path, { ports, readOnly: true });
      if (!read.ok) continue;
      const found = signsAs(read.value, leitbild);
      read.value.close();
      if (found) return path;
      // Files may be large, and others ask the desk meanwhile.
      await setImmediate();
    }
  }
  return null;
}

function signsAs({ packages }: Workspace, leitbild: string): boolean {
  const signs = attempt((): Result<boolean> => {
    const key = packages.fileKey();
    return ok(key !== null && publicKeyOf(key) === leitbild);
  });
  return signs.ok && signs.value;
}
