import { z } from 'zod';
import type { AppError } from '../errors/errors.ts';
import { ID_PATTERN } from '../ids/ids.ts';
import { roles } from '../rights/rights.ts';
import { call, type Call } from './call.ts';

/** What a job has made. Large results are fetched: a file by its `download`, a plan by `import.get`. */
export const jobResultSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('file'),
    /** For `GET /downloads/<download>`. */
    download: z.string(),
    name: z.string(),
    mediaType: z.string(),
    bytes: z.int(),
    /** A PDF that this system's typesetter could not check for accessibility; it is tagged all the same. */
    unproven: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('import-plan'), plan: z.string() }),
  z.strictObject({ kind: z.literal('package-inspection'), inspection: z.string() }),
  z.strictObject({
    kind: z.literal('packages-applied'),
    /** Records that are among the contributions now, that were there already, and that were not taken. */
    taken: z.int(),
    known: z.int(),
    refused: z.int(),
    /** Of the refused, those that came after the round was over, when that was not to count. */
    late: z.int(),
  }),
  z.strictObject({
    kind: z.literal('import-applied'),
    /** By which `import.undo` takes it back; null where everything was there already. */
    import: z.int().nullable(),
    addedInstitutions: z.int(),
    /** Parts of the header that the source words otherwise; what was there stays. */
    keptHeader: z.array(z.enum(['title', 'subtitle', 'municipality'])),
  }),
]);

export type JobResult = Readonly<z.infer<typeof jobResultSchema>>;

/** What a call that takes long answers at once; what becomes of it is told by events, and by `jobs.status`. */
export interface StartedJob {
  readonly job: string;
}

/** How a job of the caller's own does. What is over is remembered for some minutes. */
export type JobStatus =
  | {
      readonly state: 'running';
      readonly phase: string;
      readonly done: number;
      /** 0 where it is not known. */
      readonly total: number;
    }
  | { readonly state: 'done'; readonly result: JobResult }
  | { readonly state: 'failed'; readonly error: AppError };

const job = z.strictObject({ job: z.string().regex(ID_PATTERN) });

/** The calls about work that takes long. Nobody sees the jobs of another. */
export const jobCalls = {
  'jobs.status': call<JobStatus>()({ method: 'GET', input: job, callers: roles, errors: ['job-unknown'] }),
  /** Ends it; it then fails with `cancelled`. What is over already stays as it is. */
  'jobs.cancel': call<JobStatus>()({ method: 'POST', input: job, callers: roles, errors: ['job-unknown'] }),
} as const satisfies Readonly<Record<string, Call>>;
