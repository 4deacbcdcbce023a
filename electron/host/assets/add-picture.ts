import { basename } from 'node:path';
import { checkLine, lineLimits } from '../../../shared/editions/check-line.ts';
import { appError, AppFailure } from '../../../shared/errors/errors.ts';
import { fail, type Result } from '../../../shared/errors/result.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import type { AssetId } from '../../../shared/ids/ids.ts';
import { readDocument, writeDocument, writeLogo } from '../../../shared/rooms/text-room.ts';
import { editRoom } from '../workspace/edit-room.ts';
import { attemptValue } from '../workspace/attempt.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A picture and where the text shall show it. */
export interface PictureRequest {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly alternativeText: string;
  /** The cover's logo, the portrait of a foreword counted from 1, or nowhere yet. */
  readonly use: { readonly as: 'logo' } | { readonly as: 'portrait'; readonly foreword: number } | null;
}

/**
 * Stores a picture and shows it where it shall be shown, all or nothing. Fails with `asset-unsupported`,
 * `asset-without-alternative-text`, or `argument-invalid` where there is no such foreword or the text is no line.
 */
export function addPicture(workspace: Workspace, request: PictureRequest): Result<AssetId> {
  const { bytes, alternativeText, use } = request;
  const fault = checkLine(alternativeText, lineLimits.alternativeText);
  if (fault !== null) {
    const { reason, limit } = fault;
    const argument = 'alternativeText';
    return fail(appError('argument-invalid', { argument, reason, allowed: String(limit) }));
  }
  return attemptValue(() =>
    workspace.transaction(() => {
      const id = valueOf(workspace.assets.put({ bytes, alternativeText, name: basename(request.path) }));
      if (use !== null) showPicture(workspace, id, use);
      return id;
    }),
  );
}

function showPicture(workspace: Workspace, id: AssetId, use: NonNullable<PictureRequest['use']>): void {
  editRoom(workspace, 'text', (doc) => {
    if (use.as === 'logo') {
      writeLogo(doc, id);
      return;
    }
    const document = valueOf(readDocument(doc, workspace.path));
    const parts = document.content ?? [];
    const forewords = parts.filter((part) => part.type === 'foreword');
    const foreword = forewords[use.foreword - 1];
    if (!foreword) {
      const reason = forewords.length === 0 ? 'no-foreword' : 'number-range';
      const allowed = forewords.length === 1 ? '1' : `1–${String(forewords.length)}`;
      throw new AppFailure(appError('argument-invalid', { argument: 'portrait', reason, allowed }));
    }
    const content = parts.map((part) =>
      part === foreword ? { ...foreword, attrs: { ...foreword.attrs, portrait: id } } : part,
    );
    writeDocument(doc, { ...document, content });
  });
}
