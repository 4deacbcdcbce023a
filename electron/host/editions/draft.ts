import type { EditionAsset, Publishable } from '../../../shared/editions/edition.ts';
import { inPrintOrder } from '../../../shared/editions/freeze.ts';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { listInstitutions } from '../../../shared/rooms/register-room.ts';
import { readDocument, readHeader, readLogo } from '../../../shared/rooms/text-room.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The text as it stands, with all that an edition of it would hold. */
export type Draft = Extract<Publishable, { readonly state: 'draft' }>;

/**
 * Takes the draft out of its rooms. Fails with `text-empty` where nothing has been written yet, and with
 * `document-invalid` where the room holds what the schema refuses.
 */
export function takeDraft(workspace: Workspace, takenAt: string): Result<Draft> {
  const text = workspace.rooms.load('text');
  const process = workspace.rooms.load('process');
  try {
    const document = readDocument(text, workspace.path);
    if (!document.ok) return document;
    if (!document.value.content?.length) return fail(appError('text-empty', { path: workspace.path }));
    return ok({
      state: 'draft',
      takenAt,
      content: {
        ...readHeader(text),
        document: document.value,
        profile: workspace.profile,
        participants: inPrintOrder(listInstitutions(process)),
        decisions: [],
        assets: workspace.assets
          .list()
          .map(({ id, mediaType, alternativeText }): EditionAsset => ({ id, mediaType, alternativeText })),
        logo: readLogo(text),
      },
    });
  } finally {
    text.destroy();
    process.destroy();
  }
}
