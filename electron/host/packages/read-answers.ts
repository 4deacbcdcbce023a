import { TextDecoder } from 'node:util';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { beginsAsPackage, PACKAGE_LIMIT } from '../../../shared/packages/envelope.ts';
import { openAnswer } from '../../../shared/packages/open-package.ts';
import { unzipWithin } from '../files/unzip-within.ts';
import type { ReportProgress } from '../ports.ts';
import type { OpenJob, ReadAnswer } from './package-work.ts';

/** What an archive of answers may unpack to: a thousand of a hundred contributions each take about half of it. */
export const UNPACKED_LIMIT = 256 * 1024 * 1024;

/**
 * Opens an answer, or all that lie in a ZIP archive; an answer that came twice is given once. Each is told by itself,
 * with what is wrong with it. Fails with `file-too-large` where an archive would unpack to more than is read, and with
 * `package-damaged` where it is broken or holds nothing.
 */
export function readAnswers(
  { name, bytes }: Pick<OpenJob, 'name' | 'bytes'>,
  report: ReportProgress,
): Result<readonly ReadAnswer[]> {
  if (!isArchive(bytes)) return ok([readOne(name, bytes)]);
  const unpacked = unzipWithin(bytes, UNPACKED_LIMIT, isWanted);
  if ('fault' in unpacked) {
    return fail(
      unpacked.fault === 'too-large'
        ? appError('file-too-large', {
            ...{ path: name, bytes: unpacked.bytes, limit: UNPACKED_LIMIT, unpacked: true },
          })
        : appError('package-damaged', { path: name, place: 'archive' }),
    );
  }
  const files = Object.entries(unpacked.files);
  if (files.length === 0) return fail(appError('package-damaged', { path: name, place: 'archive' }));
  const seen = new Set<string>();
  const answers: ReadAnswer[] = [];
  for (const [index, [path, content]] of files.entries()) {
    report({ phase: 'opening', done: index, total: files.length });
    const answer = readOne(path.slice(path.lastIndexOf('/') + 1), content);
    if ('opened' in answer && seen.has(answer.opened.hash)) continue;
    if ('opened' in answer) seen.add(answer.opened.hash);
    answers.push(answer);
  }
  return ok(answers);
}

function readOne(name: string, bytes: Uint8Array): ReadAnswer {
  if (bytes.length > PACKAGE_LIMIT) {
    const error = appError('file-too-large', { path: name, bytes: bytes.length, limit: PACKAGE_LIMIT });
    return { name, fault: error };
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const place = beginsAsPackage(new TextDecoder().decode(bytes.subarray(0, 64))) ? 'utf-8' : 'format';
    return { name, fault: appError('package-damaged', { path: name, place }) };
  }
  // Some mail programs put a line break at the end of what they take for a text.
  const opened = openAnswer(text.trimEnd(), name);
  return opened.ok ? { name, opened: opened.value } : { name, fault: opened.error };
}

function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** What macOS puts beside each file of an archive, and folders, are no answers. */
function isWanted(name: string): boolean {
  return !name.endsWith('/') && !/(?:^|\/)(?:__MACOSX\/|\.)/.test(name);
}
