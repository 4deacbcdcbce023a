import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrozenEdition } from '../../../shared/editions/edition.ts';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, type Result } from '../../../shared/errors/result.ts';
import type { FreezeOptions } from '../editions/freeze-draft.ts';
import { privateFolderIn, removeLeftovers } from '../files/private-folder.ts';
import type { HostPorts } from '../ports.ts';
import { createWorkerRunner } from '../worker/worker-runner.ts';
import type { VerifiedWorkspace, Workspace } from '../workspace/workspace.ts';
import type { AsideJob } from './aside-job.ts';

/** What the file holds, proven as `Workspace.verify` does, while the rooms go on. Fails as that, and as copying fails. */
export function verifyAside(workspace: Workspace): Promise<Result<VerifiedWorkspace>> {
  return onCopy<VerifiedWorkspace>(workspace, { kind: 'verify' });
}

/**
 * Freezes the draft as `freezePrintable` does, while the rooms go on: what is frozen is the text as it was when the call
 * came. Fails as that, as copying fails, and with `edition-exists` where another edition was frozen meanwhile.
 */
export async function freezeAside(
  workspace: Workspace,
  options: FreezeOptions,
  ports: HostPorts,
): Promise<Result<FrozenEdition>> {
  const plan = { kind: 'plan-freeze', options, now: ports.clock.now() } as const;
  const planned = await onCopy<FrozenEdition>(workspace, plan);
  if (!planned.ok) return planned;
  const last = workspace.editions.list().at(-1);
  if (last !== undefined && last.hash !== planned.value.content.previous) {
    return fail(appError('edition-exists', { label: last.label }));
  }
  const stored = workspace.editions.insert(planned.value);
  return stored.ok ? planned : stored;
}

type Task =
  { readonly kind: 'verify' } | Omit<AsideJob & { readonly kind: 'plan-freeze' }, 'path' | 'original'>;

async function onCopy<Value>(workspace: Workspace, task: Task): Promise<Result<Value>> {
  const folder = mkdtempSync(privateFolderIn(tmpdir(), 'aside'));
  const path = join(folder, 'copy.leitbild');
  const runner = createWorkerRunner<AsideJob, Value>(new URL('./aside-worker.ts', import.meta.url));
  try {
    const copied = await workspace.copyTo(path);
    return copied.ok ? await runner.run({ ...task, path, original: workspace.path }) : copied;
  } finally {
    await runner.close();
    rmSync(folder, { recursive: true, force: true });
    // Whole copies, which a killed process has left.
    removeLeftovers(tmpdir());
  }
}
