import type Database from 'better-sqlite3';
import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { Profile } from '../../../shared/schema/profile.ts';
import type { HostPorts } from '../ports.ts';
import { createAssetStore } from './asset-store.ts';
import { attempt, attemptValue } from './attempt.ts';
import { createAuditLog } from './audit-log.ts';
import { createClientOwnerStore } from './client-owner-store.ts';
import { createEditionStore } from './edition-store.ts';
import { createImportStore } from './import-store.ts';
import { createInvitationStore } from './invitation-store.ts';
import { leaveWal, type OpenConnection } from './open-connection.ts';
import { createMomentStore } from './moment-store.ts';
import { createPackageStore } from './package-store.ts';
import { createProfileStore } from './profile-store.ts';
import { createRefusedCopyStore } from './refused-copy-store.ts';
import { createRoomStore } from './room-store.ts';
import { createRoundBaseStore } from './round-base-store.ts';
import { fromFileError, fromSqliteError } from './sqlite-errors.ts';
import { createUpstreamStore } from './upstream-store.ts';
import { saveCopy } from './save-copy.ts';
import { proveIntegrity } from './integrity.ts';
import type { AuditAction, Workspace } from './workspace.ts';
import { createWorkspaceDatabase } from './workspace-database.ts';

const ROOM_FOR_LOG = 256 << 20;

/** Puts the stores over an open, current file. Reads nothing yet. */
export function assembleWorkspace(open: OpenConnection, ports: HostPorts): Workspace {
  const { connection, path, readOnly } = open;
  const database = createWorkspaceDatabase(connection, path, readOnly);
  const audit = createAuditLog(database);
  const log = (action: AuditAction, subject: string): void =>
    audit.append({ at: ports.clock.now(), action, subject });
  const profiles = createProfileStore(database);
  const rooms = createRoomStore(database, (room) => log('room-compacted', room));
  const editions = createEditionStore(database, (label) => log('edition-frozen', label));
  const assets = createAssetStore(database, (id) => log('asset-added', id));
  const imports = createImportStore(
    database,
    (id) => log('import-applied', String(id)),
    (id) => log('import-undone', String(id)),
  );
  const invitations = createInvitationStore(database, log);
  const refusedCopies = createRefusedCopyStore(
    database,
    (id) => log('changes-refused', String(id)),
    (id) => log('refusal-dismissed', String(id)),
  );
  const clientOwners = createClientOwnerStore(database);
  const upstreams = createUpstreamStore(database, log, (room) => rooms.size(room).lastSeq);
  const moments = createMomentStore(database);
  const roundBases = createRoundBaseStore(database);
  const packages = createPackageStore(database);
  const leaveUpstream = (copy: Database.Database): void => {
    const inCopy = createWorkspaceDatabase(copy, path, false);
    const at = ports.clock.now();
    const note = (action: AuditAction, subject: string): void =>
      createAuditLog(inCopy).append({ at, action, subject });
    createUpstreamStore(inCopy, note, () => 0).leave();
  };
  let closed = false;

  return {
    path,
    readOnly,
    migrated: open.migrated,
    get profile() {
      return profiles.read();
    },
    setProfile(profile: Profile) {
      database.transaction(() => {
        profiles.write(profile);
        log('profile-set', profile.id);
      });
    },
    rooms,
    editions,
    assets,
    imports,
    invitations,
    refusedCopies,
    upstreams,
    clientOwners,
    moments,
    roundBases,
    packages,
    audit,
    transaction: (work) => database.transaction(work),
    growLog() {
      if (!hasRoomForLog(path)) return;
      attemptValue(() => {
        database.growLog();
        // The first commit brings all of it to the disk; that is not to be somebody's first word.
        rooms.probe();
      });
    },
    async copyTo(target) {
      try {
        await connection.backup(target);
        return ok(undefined);
      } catch (error) {
        const known = fromSqliteError(error, path, 'file') ?? fromFileError(error, target, 'write');
        if (known === null) throw error;
        return fail(known);
      }
    },
    verify: () =>
      attempt(() => {
        proveIntegrity(database, connection);
        profiles.read();
        const roomsFound = rooms.verify();
        for (const { label } of editions.list()) {
          const edition = editions.get(label);
          if (!edition.ok) return edition;
        }
        const assetsFound = assets.list();
        for (const { id } of assetsFound) assets.get(id);
        imports.list();
        invitations.list();
        refusedCopies.list();
        moments.verify();
        for (const { round } of roundBases.list()) roundBases.get(round);
        packages.sent();
        packages.fileKey();
        packages.openedFrom();
        upstreams.verify();
        clientOwners.list();
        return ok({
          rooms: roomsFound,
          editions: editions.list(),
          assets: assetsFound.length,
          auditEntries: audit.list().length,
        });
      }),
    saveCopy: (target, { follows }) =>
      attemptValue(() => saveCopy(connection, path, target, follows ? null : leaveUpstream)),
    close() {
      if (closed) return ok(undefined);
      closed = true;
      const folded = readOnly ? ok(undefined) : attemptValue(() => rooms.compactForClosing());
      const single = readOnly ? ok(undefined) : leaveWal(open);
      connection.close();
      open.release();
      return folded.ok ? single : folded;
    },
  };
}

/** A disk that is nearly full needs its room for what people write. */
function hasRoomForLog(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize > ROOM_FOR_LOG;
  } catch {
    // Where the folder cannot be asked, whoever writes next will hear why.
    return false;
  }
}
