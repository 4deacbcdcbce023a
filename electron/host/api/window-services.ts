import type { PersonalEvent } from '../../../shared/api/events.ts';
import type { Result } from '../../../shared/errors/result.ts';
import { takeDraft, type Draft, type ReadRoom } from '../editions/draft.ts';
import { createExporter, type Exporter } from '../export/export-job.ts';
import { assetsOf } from '../export/export-publishable.ts';
import { createJobs, type JobLimits, type Jobs } from '../jobs/jobs.ts';
import { createInspections, type Inspections } from '../packages/inspections.ts';
import { createPackageWorker, type PackageWorker } from '../packages/package-work.ts';
import { MAX_SOURCE_BYTES } from '../import/read-source.ts';
import { createImportPlans, type ImportPlans, type PlanLimits } from '../import/window/import-plans.ts';
import { createWindowImporter, type WindowImporter } from '../import/window/window-import.ts';
import { readOfflinePage } from '../packages/offline-page-file.ts';
import type { HostPorts, Logger } from '../ports.ts';
import { createPrintPreviews, type PrintPreviews } from '../preview/print-preview.ts';
import { createRegisterWorker, type RegisterWorker } from '../register/register-work.ts';
import { createDownloads, type DownloadLimits, type Downloads } from '../transfers/downloads.ts';
import { createSpool } from '../transfers/spool.ts';
import { createUploads, type UploadLimits, type Uploads } from '../transfers/uploads.ts';
import { traceOf } from '../trace-of.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What a window works with beside rooms and typed calls: files, jobs, previews, imports that are being prepared. */
export interface WindowServices {
  readonly uploads: Uploads;
  readonly downloads: Downloads;
  readonly jobs: Jobs;
  readonly exporter: Exporter;
  readonly previews: PrintPreviews;
  readonly importer: WindowImporter;
  readonly plans: ImportPlans;
  readonly packages: {
    readonly worker: PackageWorker;
    readonly inspections: Inspections;
    readonly randomBytes: (size: number) => Uint8Array;
    /** The page that goes out by mail, without a package. Fails with `file-missing` where it was not built. */
    page(): Result<string>;
  };
  readonly registerWorker: RegisterWorker;
  /** The draft out of the live rooms. Fails as `takeDraft` does. */
  takeDraft(): Result<Draft>;
  /** Ends and removes all that belongs to somebody whose invitation has ended. */
  dropOf(principal: string): void;
  /** Removes what has expired. Called once a second. */
  look(): void;
  /** Cancels all jobs, so that none writes any more. */
  stop(): void;
  close(): Promise<void>;
}

export interface WindowLimits {
  readonly uploads: UploadLimits;
  readonly downloads: DownloadLimits;
  readonly jobs: JobLimits;
  readonly plans: PlanLimits;
}

const MINUTE = 60_000;

/** A handful of moderators who import, a hundred guests of whom some fetch an edition. */
export const windowLimits: WindowLimits = {
  uploads: {
    fileBytes: MAX_SOURCE_BYTES,
    allBytes: 2 * MAX_SOURCE_BYTES,
    bytesPerPrincipal: MAX_SOURCE_BYTES,
    // Files that cannot be read wait until they expire: whoever tries some more is not to wait with them.
    perPrincipal: 24,
    expireAfter: 30 * MINUTE,
  },
  downloads: {
    perPrincipal: 12,
    allBytes: 400_000_000,
    bytesPerPrincipal: 200_000_000,
    expireAfter: 10 * MINUTE,
  },
  jobs: { perPrincipal: 3, all: 12, ofGuests: 6, rememberFor: 10 * MINUTE, reportEvery: 100 },
  plans: { perPrincipal: 2, expireAfter: 30 * MINUTE },
};

export interface WindowServicesDeps {
  readonly workspace: Workspace;
  readonly ports: HostPorts;
  /** Reads a room as it lives. */
  readonly readRoom: ReadRoom;
  readonly tell: (principal: string, event: PersonalEvent) => void;
  readonly randomBytes: (size: number) => Uint8Array;
  readonly monotonic: () => number;
  readonly logger: Logger;
  /** Where the private temporary folder is made. */
  readonly temporaryFolder: string;
  /** The built page that goes out by mail; null where this host has no built app. */
  readonly offlinePage: string | null;
  readonly limits?: Partial<WindowLimits>;
}

/** Puts together what windows need; nothing runs and no folder is made before somebody asks. */
export function createWindowServices(deps: WindowServicesDeps): WindowServices {
  const { workspace, ports, readRoom, tell, randomBytes, monotonic: now, logger } = deps;
  const limits = { ...windowLimits, ...deps.limits };
  const { createId } = ports;
  const spool = createSpool(deps.temporaryFolder);
  const uploads = createUploads({ spool, limits: limits.uploads, createId, now });
  const downloads = createDownloads({ spool, limits: limits.downloads, randomBytes, now });
  const jobs = createJobs({ tell, limits: limits.jobs, createId, now, logger });
  const exporter = createExporter();
  const importer = createWindowImporter();
  const plans = createImportPlans({ limits: limits.plans, createId, now });
  const inspections = createInspections({ expireAfter: limits.plans.expireAfter, createId, now });
  const worker = createPackageWorker();
  const registerWorker = createRegisterWorker();
  const page = (): Result<string> => readOfflinePage(deps.offlinePage);
  const draft = (): Result<Draft> => takeDraft(workspace, ports.clock.now(), readRoom);
  const previews = createPrintPreviews({
    takeDraft: draft,
    assetsOf: (taken) => assetsOf(taken, workspace),
    exporter: createExporter(),
    downloads,
  });

  /** Leftovers go with the spool at the latest. */
  const background = (work: Promise<void>): void => {
    work.catch((error: unknown) => logger.warn(traceOf(error), 'a file was not removed'));
  };

  return {
    ...{ uploads, downloads, jobs, exporter, previews, importer, plans },
    packages: { worker, inspections, randomBytes, page },
    registerWorker,
    takeDraft: draft,
    dropOf(principal) {
      jobs.dropOf(principal);
      previews.dropOf(principal);
      plans.dropOf(principal);
      inspections.dropOf(principal);
      background(uploads.dropOf(principal));
      background(downloads.dropOf(principal));
    },
    look() {
      jobs.look();
      plans.look();
      inspections.look();
      background(uploads.look());
      background(downloads.look());
    },
    stop: () => background(jobs.close()),
    async close() {
      await jobs.close();
      const threads = [exporter, previews, importer, worker, registerWorker];
      await Promise.all(threads.map((thread) => thread.close()));
      await spool.close();
    },
  };
}
