import type { EditionAsset, Publishable } from '../../../shared/editions/edition.ts';
import { inPrintOrder } from '../../../shared/editions/freeze.ts';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { takesPart } from '../../../shared/register/institution.ts';
import { listInstitutions } from '../../../shared/rooms/register-room.ts';
import { readDocument, readHeader, readLogo } from '../../../shared/rooms/text-room.ts';
import type { Doc } from 'yjs';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import { decisionsOfDraft } from '../decisions/decisions-of-draft.ts';
import { readStoredRoom } from '../workspace/edit-room.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The text as it stands, with all that an edition of it would hold. */
export type Draft = Extract<Publishable, { readonly state: 'draft' }>;

/** Reads a room: as it is stored, or as it lives. */
export type ReadRoom = <T>(room: RoomName, work: (doc: Doc) => T) => T;

/**
 * Takes the draft out of its rooms, as they are stored unless said otherwise. Fails with `text-empty` where nothing has
 * been written yet, and with `document-invalid` where the room holds what the schema refuses.
 */
export function takeDraft(
  workspace: Workspace,
  takenAt: string,
  readRoom: ReadRoom = (room, work) => readStoredRoom(workspace, room, work),
): Result<Draft> {
  const { path, profile } = workspace;
  return readRoom('text', (text) => {
    const document = readDocument(text, path);
    if (!document.ok) return document;
    if (!document.value.content?.length) return fail(appError('text-empty', { path }));
    return ok({
      state: 'draft',
      takenAt,
      content: {
        ...readHeader(text),
        document: document.value,
        profile,
        participants: inPrintOrder(readRoom('process', listInstitutions).filter(takesPart)),
        decisions: decisionsOfDraft(workspace, document.value, readRoom),
        assets: workspace.assets
          .list()
          .map(({ id, mediaType, alternativeText }): EditionAsset => ({ id, mediaType, alternativeText })),
        logo: readLogo(text),
      },
    });
  });
}
