import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Words } from '../../renderer/words/words.ts';
import { AppFailure } from '../../shared/errors/errors.ts';
import { valueOf } from '../../shared/errors/value-of.ts';
import { idFromBytes } from '../../shared/ids/ids.ts';
import type { Profile } from '../../shared/schema/profile.ts';
import { writeError } from '../host/files/write-file.ts';
import type { HostPorts } from '../host/ports.ts';
import { createWorkspace, openWorkspace } from '../host/workspace/open-workspace.ts';
import type { Workspace } from '../host/workspace/workspace.ts';
import type { Terminal } from './terminal.ts';

/** What every command is given. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly words: Words;
  readonly ports: HostPorts;
  /** Fires when the user interrupts. */
  readonly signal: AbortSignal;
}

/** The ports of a real process. `LEITBILD_NOW` sets the clock, so that a demonstration comes out the same each time. */
export function processPorts(environment: NodeJS.ProcessEnv): HostPorts {
  const fixed = environment['LEITBILD_NOW'];
  return {
    clock: { now: () => fixed ?? new Date().toISOString().replace(/\.\d+Z$/, 'Z') },
    createId: () => idFromBytes(randomBytes(12)),
  };
}

/** Opens a workspace for the time of some work, and closes it whatever comes. */
export async function withWorkspace<T>(
  path: string,
  { ports, terminal, words }: CommandContext,
  mode: 'read' | 'write' | { readonly create: Profile },
  work: (workspace: Workspace) => T | Promise<T>,
): Promise<T> {
  const isNew = typeof mode === 'object' && !existsSync(path);
  if (isNew) makeFolderOf(path);
  const workspace = valueOf(
    isNew
      ? createWorkspace(path, { profile: mode.create, ports })
      : openWorkspace(path, { ports, readOnly: mode === 'read' }),
  );
  const backupPath = workspace.migrated?.backupPath ?? null;
  if (backupPath !== null) terminal.err(words.commands.migrated(path, backupPath));
  try {
    return await work(workspace);
  } finally {
    valueOf(workspace.close());
  }
}

function makeFolderOf(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw new AppFailure(writeError(error, path));
  }
}
