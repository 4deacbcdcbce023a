import { canonicalJson } from '../../../shared/editions/canonical-json.ts';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { listRegister, removeInstitution, type RegisterRooms } from '../../../shared/rooms/register-room.ts';
import { readDocument, readHeader, writeDocument, writeHeader } from '../../../shared/rooms/text-room.ts';
import type { Doc } from 'yjs';
import type { HostPorts } from '../ports.ts';
import { attempt } from '../workspace/attempt.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { storedRooms, type ImportRooms } from './import-rooms.ts';
import { docOfState } from './import-source.ts';

/**
 * Takes an import back: the text and header before it are written as a new edit, and the institutions that it added
 * leave the register, unless somebody has given them a contact since. Fails with `import-unknown` where there is no
 * such import or it was undone before, and with `import-superseded` where the text has changed since.
 */
export function undoImport(
  workspace: Workspace,
  importId: number,
  ports: HostPorts,
  rooms: ImportRooms = storedRooms(workspace),
): Result<void> {
  return attempt(() => {
    const { path } = workspace;
    const entry = workspace.imports.list().find(({ id }) => id === importId);
    const states = workspace.imports.states(importId);
    if (entry === undefined || states === undefined || entry.undoneAt !== null) {
      return fail(appError('import-unknown', { path }));
    }
    const before = docOfState(states.before);
    const after = docOfState(states.after);
    try {
      if (rooms.read('text', fingerprint) !== fingerprint(after)) {
        return fail(appError('import-superseded', { path }));
      }
      const document = readDocument(before, path);
      if (!document.ok) return document;
      const header = readHeader(before);
      rooms.editTogether(
        ['text', 'process', 'contacts'],
        (docOf) => {
          writeDocument(docOf('text'), document.value);
          writeHeader(docOf('text'), header);
          const register = { process: docOf('process'), contacts: docOf('contacts') };
          removeAdded(register, entry.report.addedInstitutions ?? []);
        },
        () => workspace.imports.markUndone(importId, ports.clock.now()),
      );
      return ok(undefined);
    } finally {
      for (const doc of [before, after]) doc.destroy();
    }
  });
}

/** All that a reader sees of the text room. */
function fingerprint(doc: Doc): string {
  const document = readDocument(doc);
  return canonicalJson({ header: readHeader(doc), document: document.ok ? document.value : null });
}

function removeAdded(rooms: RegisterRooms, ids: readonly string[]): void {
  const added = new Set(ids);
  if (added.size === 0) return;
  for (const { institution, contact } of listRegister(rooms)) {
    const isUntouched = contact.person === '' && contact.email === '' && contact.phone === '';
    if (added.has(institution.id) && isUntouched) removeInstitution(rooms, institution.id);
  }
}
