import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import {
  entriesToWrite,
  missingAfter,
  type RegisterAnswer,
} from '../../../shared/register/register-answers.ts';
import type { RegisterEntry } from '../../../shared/register/institution.ts';
import { previewRegister, type RegisterPreview } from '../../../shared/register/register-preview.ts';
import {
  leaveInstitution,
  listRegister,
  removeInstitution,
  upsertEntries,
} from '../../../shared/rooms/register-room.ts';
import { storedRooms, type ImportRooms } from '../import/import-rooms.ts';
import type { HostPorts } from '../ports.ts';
import { attempt } from '../workspace/attempt.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { boundInstitutions } from './bound-institutions.ts';
import { readRegisterFile } from './read-register-file.ts';

/** The register of a workspace, in the order of a German index. Throws `AppFailure` where the file is damaged. */
export function readRegister(
  workspace: Workspace,
  rooms: ImportRooms = storedRooms(workspace),
): readonly RegisterEntry[] {
  return rooms.read('process', (process) =>
    rooms.read('contacts', (contacts) => listRegister({ process, contacts })),
  );
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
  const tools = { createId: ports.createId, today: dayOf(ports) };
  return attempt(() => previewRegister(table.value, readRegister(workspace), path, tools));
}

/** Today, `YYYY-MM-DD`. */
export function dayOf({ clock }: HostPorts): string {
  return clock.now().slice(0, 10);
}

/** What an import has done. */
export interface AppliedRegister {
  readonly written: number;
  readonly removed: number;
  /** Institutions that the file lacks and that have said something or were invited: they take no part any more. */
  readonly left: number;
}

/**
 * Writes what a preview showed and what was answered to it, in one transaction, and logs it; nothing where nothing
 * differs. Institutions that the file lacks stay, unless `removeMissing` asks for the file to be the whole register:
 * then those that have said nothing and were never invited are removed, and the others leave. Fails with
 * `register-invalid` where a row is invalid or two are said to be one, `register-unanswered`, `disk-full`,
 * `workspace-read-only`.
 */
export function applyRegisterImport(
  workspace: Workspace,
  preview: RegisterPreview,
  options: { readonly removeMissing: boolean; readonly answers: readonly RegisterAnswer[] },
  ports: HostPorts,
  rooms: ImportRooms = storedRooms(workspace),
): Result<AppliedRegister> {
  const entries = entriesToWrite(preview, options.answers);
  if (!entries.ok) return fail(entries.error);
  return attempt(() => {
    const leaving = options.removeMissing ? missingAfter(preview, options.answers) : [];
    const ids = leaving.map(({ institution }) => institution.id);
    const bound = boundInstitutions(workspace, ids, rooms);
    const counts = {
      written: entries.value.length,
      removed: leaving.length - bound.size,
      left: bound.size,
    };
    if (entries.value.length + leaving.length === 0) return ok(counts);
    const at = ports.clock.now();
    rooms.editTogether(
      ['process', 'contacts'],
      (docOf) => {
        const register = { process: docOf('process'), contacts: docOf('contacts') };
        upsertEntries(register, entries.value);
        for (const { institution } of leaving) {
          if (bound.has(institution.id)) leaveInstitution(register.process, institution.id, at.slice(0, 10));
          else removeInstitution(register, institution.id);
        }
      },
      () => {
        const { written, removed, left } = counts;
        const subject = `${written} written, ${removed} removed${left === 0 ? '' : `, ${left} left`}`;
        workspace.audit.append({ at, action: 'register-imported', subject });
      },
    );
    return ok(counts);
  });
}
