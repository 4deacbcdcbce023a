import type { JobResult } from '../../../shared/api/job-calls.ts';
import { ok, type Result } from '../../../shared/errors/result.ts';
import type { Session } from '../../client/session.ts';
import { shellOf } from '../../client/shell.ts';
import { startDownload } from '../../client/start-download.ts';

export type FileResult = Extract<JobResult, { kind: 'file' }>;

/** Where a result went: to a path that the person chose, to the browser's downloads, or nowhere yet. */
export type SavedFile =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'download' }
  | { readonly kind: 'declined' };

/**
 * Puts a result of the host on the disk: where the person says, by the dialog of the system; in a browser, as a
 * download. Fails as writing a file fails.
 */
export async function saveFile(
  file: FileResult,
  session: Pick<Session, 'api' | 'place'>,
  window: Window,
  title: string,
): Promise<Result<SavedFile>> {
  const shell = shellOf(window);
  if (shell === null || !session.place.local) {
    // The address itself lets in, once: no token is in it, and none has to go into a link.
    startDownload(`${session.place.base}/downloads/${file.download}`, file.name, window.document);
    return ok({ kind: 'download' });
  }
  const extension = file.name.slice(file.name.lastIndexOf('.') + 1);
  const path = await shell.saveDialog({
    title,
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    defaultPath: file.name,
  });
  if (path === null) return ok({ kind: 'declined' });
  const saved = await session.api('export.save', { download: file.download, path });
  return saved.ok ? ok({ kind: 'path', path: saved.value.path }) : saved;
}
