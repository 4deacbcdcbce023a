import Database from 'better-sqlite3';
import { AppFailure } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { Profile } from '../../../shared/schema/profile.ts';
import type { HostPorts } from '../ports.ts';
import { assembleWorkspace } from './assemble-workspace.ts';
import { attempt } from './attempt.ts';
import { createAuditLog } from './audit-log.ts';
import { migrate } from './migrations/history.ts';
import { writeNewFile } from './new-file.ts';
import { leaveWal, openForReading, openForWriting, type OpenConnection } from './open-connection.ts';
import { createProfileStore } from './profile-store.ts';
import type { Workspace } from './workspace.ts';
import { createWorkspaceDatabase } from './workspace-database.ts';

/**
 * Makes a new file and opens it. It appears under its name whole or not at all.
 * Fails with `workspace-exists` (the path is never overwritten), `file-unwritable`, `disk-full`.
 */
export function createWorkspace(
  path: string,
  options: { readonly profile: Profile; readonly ports: HostPorts },
): Result<Workspace> {
  return attempt(() => {
    writeNewFile(path, newWorkspaceBytes(path, options.profile, options.ports));
    return openWorkspace(path, { ports: options.ports });
  });
}

/**
 * Opens a file for this process alone: a second opening, by this or another process, fails with `workspace-in-use`
 * until `close()` or the end of the process. An older file is brought up to date after a copy was laid beside it
 * (`Workspace.migrated`). With `readOnly` nothing is written, neither to the file nor beside it, and several
 * processes may read at once. Fails with one of the codes that `open-connection.ts` names.
 */
export function openWorkspace(
  path: string,
  options: { readonly ports: HostPorts; readonly readOnly?: boolean },
): Result<Workspace> {
  return attempt(() => {
    const open = options.readOnly === true ? openForReading(path) : openForWriting(path);
    try {
      const workspace = assembleWorkspace(open, options.ports);
      readBriefly(workspace);
      if (open.migrated !== null && !open.readOnly) {
        const subject = `${String(open.migrated.from)}-${String(open.migrated.to)}`;
        workspace.audit.append({ at: options.ports.clock.now(), action: 'workspace-migrated', subject });
      }
      return ok(workspace);
    } catch (error) {
      abandon(open);
      if (error instanceof AppFailure) return fail(error.error);
      throw error;
    }
  });
}

/** Reads what is small: profile, heads and lists. The contents are proven when they are read, and by `verify()`. */
function readBriefly({
  profile,
  rooms,
  editions,
  assets,
  invitations,
  upstreams,
  audit,
}: Workspace): readonly unknown[] {
  const lists = [rooms, editions, assets, invitations, audit].map((store) => store.list());
  return [profile, upstreams.current(), ...lists];
}

function abandon(open: OpenConnection): void {
  if (!open.readOnly) leaveWal(open);
  open.connection.close();
  open.release();
}

function newWorkspaceBytes(path: string, profile: Profile, ports: HostPorts): Buffer {
  const connection = new Database(':memory:');
  try {
    migrate(connection, 0);
    const database = createWorkspaceDatabase(connection, path, false);
    createProfileStore(database).write(profile);
    createAuditLog(database).append({
      at: ports.clock.now(),
      action: 'workspace-created',
      subject: profile.id,
    });
    return connection.serialize();
  } finally {
    connection.close();
  }
}
