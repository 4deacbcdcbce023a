import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { RegisterEntry } from '../../../shared/register/institution.ts';
import {
  entriesToWrite,
  previewRegister,
  type RegisterPreview,
} from '../../../shared/register/register-preview.ts';
import { listRegister, removeInstitution, upsertEntries } from '../../../shared/rooms/register-room.ts';
import type { HostPorts } from '../ports.ts';
import { attempt } from '../workspace/attempt.ts';
import { editRoom } from '../workspace/edit-room.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readRegisterFile } from './read-register-file.ts';

/** The register of a workspace, in the order of a German index. Throws `AppFailure` where the file is damaged. */
export function readRegister(workspace: Workspace): readonly RegisterEntry[] {
  return listRegister({
    process: workspace.rooms.load('process'),
    contacts: workspace.rooms.load('contacts'),
  });
}

/**
 * What importing a register file would do; writes nothing.
 * Fails as `readRegisterFile` does, and with `register-columns-missing`.
 */
export async function previewRegisterImport(
  workspace: Workspace,
  path: string,
  ports: HostPorts,
): Promise<Result<RegisterPreview>> {
  const table = await readRegisterFile(path);
  if (!table.ok) return table;
  return attempt(() => previewRegister(table.value, readRegister(workspace), path, ports.createId));
}

/**
 * Writes what a preview showed, in one transaction, and logs it; nothing where nothing differs. Institutions that the
 * file lacks stay, unless `removeMissing` asks for the file to be the whole register.
 * Fails with `register-invalid` where a row of the preview is invalid, `disk-full`, `workspace-read-only`.
 */
export function applyRegisterImport(
  workspace: Workspace,
  preview: RegisterPreview,
  options: { readonly removeMissing: boolean },
  ports: HostPorts,
): Result<{ readonly written: number; readonly removed: number }> {
  const entries = entriesToWrite(preview);
  if (!entries.ok) return fail(entries.error);
  const leaving = options.removeMissing ? preview.missing : [];
  const counts = { written: entries.value.length, removed: leaving.length };
  if (counts.written + counts.removed === 0) return ok(counts);
  return attempt(() =>
    workspace.transaction(() => {
      editRoom(workspace, 'process', (process) =>
        editRoom(workspace, 'contacts', (contacts) => {
          upsertEntries({ process, contacts }, entries.value);
          for (const { institution } of leaving) removeInstitution({ process, contacts }, institution.id);
        }),
      );
      const subject = `${counts.written} written, ${counts.removed} removed`;
      workspace.audit.append({ at: ports.clock.now(), action: 'register-imported', subject });
      return ok(counts);
    }),
  );
}
