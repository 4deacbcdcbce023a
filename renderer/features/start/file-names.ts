import type { DeskState } from '../../../shared/api/desk-contract.ts';
import { ANSWER_ENDING, ROUND_ENDING } from '../../../shared/packages/package-files.ts';

export const WORKSPACE_ENDING = '.leitbild';
/** Round packages open as the file that is made from them. */
export const openableEndings = [WORKSPACE_ENDING, `.${ROUND_ENDING}`] as const;
/** Endings of documents that can be imported, as a file picker takes them. */
export const documentEndings = ['.docx', '.pdf', '.txt', '.md', '.markdown'] as const;

/** What may not stand in a file name on at least one system. */

const FORBIDDEN = /[\u0000-\u001f\\/:*?"<>|]/g;
const LONGEST = 80;

export type FileKind = 'workspace' | 'document' | 'answer' | 'unknown';

/** Which kind of file a name promises. */
export function kindOfFile(name: string): FileKind {
  const lower = name.toLowerCase();
  if (openableEndings.some((ending) => lower.endsWith(ending))) return 'workspace';
  if (lower.endsWith(`.${ANSWER_ENDING}`)) return 'answer';
  return documentEndings.some((ending) => lower.endsWith(ending)) ? 'document' : 'unknown';
}

/** A file name for a title, without ending; `fallback` where nothing of the title may stand in one. */
export function nameForTitle(title: string, fallback: string): string {
  const name = title
    .normalize('NFC')
    .replaceAll(FORBIDDEN, ' ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, LONGEST)
    .replaceAll(/^[. ]+|[. ]+$/g, '');
  return name === '' ? fallback : name;
}

/** Whether a name holds what no file name may hold. */
export function hasForbidden(name: string): boolean {
  return name.replaceAll(FORBIDDEN, '') !== name;
}

/** A path within a folder, as the system writes it. */
export function pathIn(folder: string, name: string, platform: DeskState['platform']): string {
  const separator = platform === 'win32' ? '\\' : '/';
  return folder.endsWith(separator) ? `${folder}${name}` : `${folder}${separator}${name}`;
}

/** The folder of a path, without its last separator unless that is all there is. */
export function folderOf(path: string): string {
  const at = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return path.slice(0, Math.max(at, 1));
}

/** The last part of a path. */
export function nameOfPath(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** A file name with its ending, given once. */
export function withEnding(name: string): string {
  return name.toLowerCase().endsWith(WORKSPACE_ENDING) ? name : `${name}${WORKSPACE_ENDING}`;
}
