import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import type { DocumentHeader } from '../../../shared/editions/edition.ts';
import { ok, type Result } from '../../../shared/errors/result.ts';
import type { CreateId } from '../../../shared/ids/ids.ts';
import type { ImportReport } from '../../../shared/import/import-report.ts';
import type { Institution } from '../../../shared/register/institution.ts';
import { listInstitutions, upsertInstitutions } from '../../../shared/rooms/register-room.ts';
import { readDocument, readHeader, writeDocument, writeHeader } from '../../../shared/rooms/text-room.ts';
import type { LeitbildDocument } from '../../../shared/schema/document.ts';
import type { Profile } from '../../../shared/schema/profile.ts';
import type { HostPorts, ReportProgress } from '../ports.ts';
import { attempt } from '../workspace/attempt.ts';
import { editRoom } from '../workspace/edit-room.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { carryIds } from './carry/carry-ids.ts';
import { carryInstitutions } from './carry/carry-institutions.ts';
import { createImportReport } from './import-report.ts';
import type { ImportResult } from './import-result.ts';
import { readSource, type ReadOptions } from './read-source.ts';
import { buildDocument } from './structure/build-document.ts';
import { checkLedger } from './structure/check-ledger.ts';

/** An import before anything is written: plain data, fit to be sent from a worker. */
export interface ImportPlan {
  readonly document: LeitbildDocument;
  readonly header: DocumentHeader;
  readonly institutions: readonly Institution[];
  readonly report: ImportReport;
}

export interface PlanOptions extends Omit<ReadOptions, 'profile'> {
  readonly profile: Profile;
  readonly createId: CreateId;
  readonly onProgress?: ReportProgress;
}

/**
 * Reads a source and says what importing it would make; writes nothing. Fails as `readSource` does. Throws where the
 * ledger does not add up, which is an error of ours and never of the source.
 */
export async function planImport(
  bytes: Uint8Array,
  name: string,
  options: PlanOptions,
): Promise<Result<ImportPlan>> {
  const { profile, createId, onProgress } = options;
  const step = (done: number): void => onProgress?.({ phase: 'import', done, total: 4 });
  step(0);
  const source = await readSource(bytes, name, options);
  if (!source.ok) return source;
  step(1);
  const result: ImportResult = buildDocument(source.value, { profile, createId });
  step(2);
  checkLedger(source.value, result);
  step(3);
  const { document, header, institutions } = result;
  const facts = { name, format: source.value.format, sha256: bytesToHex(digest(bytes)), bytes: bytes.length };
  const report = createImportReport(result, facts, profile);
  step(4);
  return ok({ document, header, institutions, report });
}

export interface AppliedImport {
  /** By which the import is undone. */
  readonly importId: number;
  /** Whether the text of the workspace is another than before. */
  readonly changedText: boolean;
  /** How many institutions the register did not know before. */
  readonly addedInstitutions: number;
}

/**
 * Writes a plan into a workspace, all of it or nothing: nodes that the text already has keep their ids, institutions
 * that the register knows stay as they are, parts of the header that the source does not tell stay too.
 * Fails with `document-invalid` or `profile-mismatch` where the present text is damaged, `disk-full`,
 * `workspace-read-only` and the like.
 */
export function applyImport(workspace: Workspace, plan: ImportPlan, ports: HostPorts): Result<AppliedImport> {
  return attempt(() => {
    const before = loadText(workspace);
    const present = readDocument(before, workspace.path);
    if (!present.ok) return present;
    const document = carryIds(present.value, plan.document, ports.createId);
    const stateBefore = encodeStateAsUpdate(before);
    const header = mergeHeaders(readHeader(before), plan.header);
    before.destroy();
    return workspace.transaction(() => {
      const stateAfter = editRoom(workspace, 'text', (doc) => {
        writeDocument(doc, document);
        writeHeader(doc, header);
        return encodeStateAsUpdate(doc);
      });
      const added = editRoom(workspace, 'process', (doc) => {
        const carried = carryInstitutions(listInstitutions(doc), plan.institutions);
        upsertInstitutions(doc, carried.added);
        return carried.added;
      });
      const importId = workspace.imports.record({
        at: ports.clock.now(),
        report: { ...plan.report, addedInstitutions: added.map(({ id }) => id) },
        before: stateBefore,
        after: stateAfter,
      });
      const changedText = !sameBytes(stateBefore, stateAfter);
      return ok({ importId, changedText, addedInstitutions: added.length });
    });
  });
}

function loadText(workspace: Workspace): Doc {
  return workspace.rooms.load('text');
}

function mergeHeaders(present: DocumentHeader, imported: DocumentHeader): DocumentHeader {
  return {
    title: imported.title || present.title,
    subtitle: imported.subtitle || present.subtitle,
    municipality: imported.municipality || present.municipality,
  };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** A room's document from a stored state. The caller destroys it. */
export function docOfState(state: Uint8Array): Doc {
  const doc = new Doc();
  applyUpdate(doc, state);
  return doc;
}
