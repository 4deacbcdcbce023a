import type { DocumentHeader } from '../../../shared/editions/edition.ts';
import { readHeader, writeHeader } from '../../../shared/rooms/text-room.ts';
import { editRoom } from '../workspace/edit-room.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Sets the given parts of the draft's header and returns all of it as it stands then. */
export function setHeader(
  workspace: Workspace,
  changes: { readonly [Part in keyof DocumentHeader]?: string | undefined },
): DocumentHeader {
  return editRoom(workspace, 'text', (doc) => {
    const current = readHeader(doc);
    writeHeader(doc, {
      title: changes.title ?? current.title,
      subtitle: changes.subtitle ?? current.subtitle,
      municipality: changes.municipality ?? current.municipality,
    });
    return readHeader(doc);
  });
}
