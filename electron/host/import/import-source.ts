import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import type { DocumentHeader } from '../../../shared/editions/edition.ts';
import { canonicalJson } from '../../../shared/editions/canonical-json.ts';
import { ok, type Result } from '../../../shared/errors/result.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import type { CreateId } from '../../../shared/ids/ids.ts';
import type { ImportReport } from '../../../shared/import/import-report.ts';
import type { Institution } from '../../../shared/register/institution.ts';
import { listInstitutions, upsertInstitutions } from '../../../shared/rooms/register-room.ts';
import { readDocument, readHeader, writeDocument, writeHeader } from '../../../shared/rooms/text-room.ts';
import type { LeitbildDocument } from '../../../shared/schema/document.ts';
import { parseDocument } from '../../../shared/schema/parse-document.ts';
import type { Profile } from '../../../shared/schema/profile.ts';
import type { HostPorts, ReportProgress } from '../ports.ts';
import { attemptValue } from '../workspace/attempt.ts';
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

/** What an import did. One that found everything there already did nothing, and is not recorded. */
export interface AppliedImport {
  /** By which the import is undone; `null` where there was nothing to do. */
  readonly importId: number | null;
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
  return attemptValue(() => {
    const changes = changesOf(workspace, plan, ports.createId);
    const addedInstitutions = changes.added.length;
    if (!changes.textDiffers && addedInstitutions === 0) return { importId: null, addedInstitutions };
    return workspace.transaction(() => {
      const after = editRoom(workspace, 'text', (doc) => {
        writeDocument(doc, changes.document);
        writeHeader(doc, changes.header);
        return encodeStateAsUpdate(doc);
      });
      editRoom(workspace, 'process', (doc) => upsertInstitutions(doc, changes.added));
      const report = { ...plan.report, addedInstitutions: changes.added.map(({ id }) => id) };
      const { before } = changes;
      const importId = workspace.imports.record({ at: ports.clock.now(), report, before, after });
      return { importId, addedInstitutions };
    });
  });
}

interface ImportChanges {
  readonly document: LeitbildDocument;
  readonly header: DocumentHeader;
  readonly added: readonly Institution[];
  readonly textDiffers: boolean;
  /** State of the text room as it is now. */
  readonly before: Uint8Array;
}

/** What a plan would change, with the ids of what is there already. Writes nothing. */
function changesOf(workspace: Workspace, plan: ImportPlan, createId: CreateId): ImportChanges {
  const text = workspace.rooms.load('text');
  const process = workspace.rooms.load('process');
  try {
    const present = valueOf(readDocument(text, workspace.path));
    const presentHeader = readHeader(text);
    const document = valueOf(parseDocument(carryIds(present, plan.document, createId)));
    const header = mergeHeaders(presentHeader, plan.header);
    return {
      document,
      header,
      added: carryInstitutions(listInstitutions(process), plan.institutions).added,
      textDiffers:
        canonicalJson({ document, header }) !== canonicalJson({ document: present, header: presentHeader }),
      before: encodeStateAsUpdate(text),
    };
  } finally {
    text.destroy();
    process.destroy();
  }
}

function mergeHeaders(present: DocumentHeader, imported: DocumentHeader): DocumentHeader {
  return {
    title: imported.title || present.title,
    subtitle: imported.subtitle || present.subtitle,
    municipality: imported.municipality || present.municipality,
  };
}

/** A room's document from a stored state. The caller destroys it. */
export function docOfState(state: Uint8Array): Doc {
  const doc = new Doc();
  applyUpdate(doc, state);
  return doc;
}
