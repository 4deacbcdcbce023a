import { setImmediate } from 'node:timers/promises';
import { ok, type Result } from '../../../../shared/errors/result.ts';
import type { ReportProgress } from '../../ports.ts';
import { stableZip } from '../stable-zip.ts';
import type { WrittenFile } from './assessment-file.ts';
import { pagesOf } from './count-rows.ts';
import type { AssessmentTemplate, AssessmentTypesetter } from './typeset-assessment.ts';

/** One PDF that is to be set. */
export interface PdfPiece {
  /** How it is called where it is one of several; without ending. */
  readonly name: string;
  /** What the template reads; made when it is this one's turn, so that not all are in memory. */
  readonly data: (firstPage: number) => object;
}

/** How pieces are set, and how many rows are in the bytes of one. */
export interface PdfPieces {
  readonly template: AssessmentTemplate;
  readonly pieces: readonly PdfPiece[];
  readonly createdAt: string;
  readonly count: (bytes: Uint8Array) => number;
}

/**
 * Sets PDFs one after the other, which bounds the memory that they take, and packs them; a single one stays as it is
 * unless `alwaysPacked`. Fails with `typesetting-failed`.
 */
export async function writePdfs(
  { template, pieces, createdAt, count }: PdfPieces,
  typesetter: AssessmentTypesetter,
  alwaysPacked: boolean,
  report: ReportProgress,
): Promise<Result<WrittenFile>> {
  const files = new Map<string, Uint8Array>();
  const total = pieces.length === 1 ? 0 : pieces.length;
  let [rows, firstPage] = [0, 1];
  for (const [done, { name, data }] of pieces.entries()) {
    report({ phase: 'typesetting', done, total });
    const written = typesetter.typeset(template, data(firstPage), createdAt);
    if (!written.ok) return written;
    rows += count(written.value);
    firstPage += pagesOf(written.value);
    files.set(`${name}.pdf`, written.value);
    // What the engine lets go of is freed between two turns of the thread.
    await setImmediate();
  }
  const [only] = files.values();
  const bytes = only && files.size === 1 && !alwaysPacked ? only : stableZip(files, 0);
  return ok({ bytes, rows, files: files.size });
}
