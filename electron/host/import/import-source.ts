import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import type { DocumentHeader } from '../../../shared/editions/edition.ts';
import { canonicalJson } from '../../../shared/editions/canonical-json.ts';
import { appError, AppFailure } from '../../../shared/errors/errors.ts';
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
import { walk } from '../../../shared/schema/walk.ts';
import type { HostPorts, ReportProgress } from '../ports.ts';
import { attemptValue } from '../workspace/attempt.ts';
import { storedRooms, type ImportRooms } from './import-rooms.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { carryIds } from './carry/carry-ids.ts';
import { carryInstitutions } from './carry/carry-institutions.ts';
import { createImportReport, type SourceFacts } from './import-report.ts';
import type { ImportResult } from './import-result.ts';
import { readSource, type ReadOptions } from './read-source.ts';
import type { SourceDocument } from './source-document.ts';
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
  const { onProgress } = options;
  const step = (done: number): void => onProgress?.({ phase: 'import', done, total: 4 });
  step(0);
  const source = await readSource(bytes, name, options);
  if (!source.ok) return source;
  step(1);
  const { plan } = buildImport(source.value, factsOf(bytes, source.value), options, step);
  step(4);
  return ok(plan);
}

/** What the report says of a file that was read. */
export function factsOf(bytes: Uint8Array, { name, format }: SourceDocument): SourceFacts {
  return { name, format, sha256: bytesToHex(digest(bytes)), bytes: bytes.length };
}

/** Makes a plan of a source that was read, and proves it by its ledger; throws where that does not add up. */
export function buildImport(
  source: SourceDocument,
  facts: SourceFacts,
  { profile, createId }: Pick<PlanOptions, 'profile' | 'createId'>,
  step: (done: number) => void = () => undefined,
): { readonly plan: ImportPlan; readonly result: ImportResult } {
  const result: ImportResult = buildDocument(source, { profile, createId });
  step(2);
  checkLedger(source, result);
  step(3);
  const { document, header, institutions } = result;
  const report = createImportReport(result, facts, profile);
  return { plan: { document, header, institutions, report }, result };
}

export interface ApplyOptions {
  /** Lets a source without goals replace a text that has some. */
  readonly replaceGoals: boolean;
  /** Where the rooms are: in the file, unless they live in a host. */
  readonly rooms?: ImportRooms;
  /** Made the profile of the workspace with the import, if it is another; left out, that stays. */
  readonly profile?: Profile;
}

/** What an import did. One that found everything there already did nothing, and is not recorded. */
export interface AppliedImport {
  /** By which the import is undone; `null` where there was nothing to do. */
  readonly importId: number | null;
  /** How many institutions the register did not know before. */
  readonly addedInstitutions: number;
  /** Parts of the header that the source words otherwise; what was there stays. */
  readonly keptHeader: readonly (keyof DocumentHeader)[];
}

/**
 * Writes a plan into a workspace, all of it or nothing: nodes that the text already has keep their ids, institutions
 * that the register knows stay as they are, and so does what the header says already.
 * Fails with `import-without-goals` where a text with goals would be replaced by one without, `document-invalid` where
 * the present text is damaged, `disk-full`, `workspace-read-only` and the like.
 */
export function applyImport(
  workspace: Workspace,
  plan: ImportPlan,
  ports: HostPorts,
  { replaceGoals, rooms = storedRooms(workspace), profile }: ApplyOptions = { replaceGoals: false },
): Result<AppliedImport> {
  return attemptValue(() => {
    const changes = changesOf(workspace, rooms, plan, ports.createId);
    const { keptHeader } = changes;
    const addedInstitutions = changes.added.length;
    const setProfile = (): void => {
      if (profile !== undefined && canonicalJson(profile) !== canonicalJson(workspace.profile)) {
        workspace.setProfile(profile);
      }
    };
    if (!changes.textDiffers && addedInstitutions === 0) {
      setProfile();
      return { importId: null, addedInstitutions, keptHeader };
    }
    if (changes.presentGoals > 0 && !plan.report.isLeitbild && !replaceGoals) {
      const { path } = workspace;
      throw new AppFailure(appError('import-without-goals', { path, goals: changes.presentGoals }));
    }
    let importId = 0;
    rooms.editTogether(
      ['text', 'process'],
      (docOf) => {
        const text = docOf('text');
        writeDocument(text, changes.document);
        writeHeader(text, changes.header);
        upsertInstitutions(docOf('process'), changes.added);
        return encodeStateAsUpdate(text);
      },
      (after) => {
        setProfile();
        const report = { ...plan.report, addedInstitutions: changes.added.map(({ id }) => id) };
        const { before } = changes;
        importId = workspace.imports.record({ at: ports.clock.now(), report, before, after });
      },
    );
    return { importId, addedInstitutions, keptHeader };
  });
}

interface ImportChanges {
  readonly document: LeitbildDocument;
  readonly header: DocumentHeader;
  readonly added: readonly Institution[];
  readonly textDiffers: boolean;
  readonly presentGoals: number;
  readonly keptHeader: readonly (keyof DocumentHeader)[];
  /** State of the text room as it is now. */
  readonly before: Uint8Array;
}

/** What a plan would change, with the ids of what is there already. Writes nothing. */
function changesOf(
  { path }: Workspace,
  rooms: ImportRooms,
  plan: ImportPlan,
  createId: CreateId,
): ImportChanges {
  return rooms.read('text', (text) => {
    const present = valueOf(readDocument(text, path));
    const presentHeader = readHeader(text);
    const document = valueOf(parseDocument(carryIds(present, plan.document, createId)));
    const header = mergeHeaders(presentHeader, plan.header);
    return {
      document,
      header,
      added: carryInstitutions(rooms.read('process', listInstitutions), plan.institutions).added,
      textDiffers:
        canonicalJson({ document, header }) !== canonicalJson({ document: present, header: presentHeader }),
      presentGoals: countGoals(present),
      keptHeader: headerParts.filter(
        (part) => plan.header[part] !== '' && plan.header[part] !== header[part],
      ),
      before: encodeStateAsUpdate(text),
    };
  });
}

const headerParts = ['title', 'subtitle', 'municipality'] as const;

function mergeHeaders(present: DocumentHeader, imported: DocumentHeader): DocumentHeader {
  return {
    title: present.title || imported.title,
    subtitle: present.subtitle || imported.subtitle,
    municipality: present.municipality || imported.municipality,
  };
}

/** How many goals of any kind a document has. */
export function countGoals(document: LeitbildDocument): number {
  let goals = 0;
  walk(document, (node) => {
    if (node.type === 'goal') goals += 1;
  });
  return goals;
}

/** A room's document from a stored state. The caller destroys it. */
export function docOfState(state: Uint8Array): Doc {
  const doc = new Doc();
  applyUpdate(doc, state);
  return doc;
}
