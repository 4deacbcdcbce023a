import { checkLine, lineLimits } from '../../../shared/editions/check-line.ts';
import type { DocumentHeader } from '../../../shared/editions/edition.ts';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { readHeader, writeHeader } from '../../../shared/rooms/text-room.ts';
import { editRoom } from '../workspace/edit-room.ts';
import type { Workspace } from '../workspace/workspace.ts';

const parts = ['title', 'subtitle', 'municipality'] as const;

/**
 * Sets the given parts of the draft's header and returns all of it as it stands then. Fails with `argument-invalid`
 * where a part is no printable line; then nothing is set.
 */
export function setHeader(
  workspace: Workspace,
  changes: { readonly [Part in keyof DocumentHeader]?: string | undefined },
): Result<DocumentHeader> {
  for (const argument of parts) {
    const fault = checkLine(changes[argument] ?? '', lineLimits[argument]);
    if (fault !== null) {
      const { reason, limit } = fault;
      return fail(appError('argument-invalid', { argument, reason, allowed: String(limit) }));
    }
  }
  const header = editRoom(workspace, 'text', (doc) => {
    const current = readHeader(doc);
    writeHeader(doc, {
      title: changes.title ?? current.title,
      subtitle: changes.subtitle ?? current.subtitle,
      municipality: changes.municipality ?? current.municipality,
    });
    return readHeader(doc);
  });
  return ok(header);
}
