import { z } from 'zod';
import { blockKinds, type ImportView } from '../import/import-view.ts';
import type { Role } from '../rights/rights.ts';
import { call, storageErrors, type Call } from './call.ts';
import type { StartedJob } from './job-calls.ts';

/** One import that was applied, newest last. */
export interface ImportLine {
  readonly id: number;
  readonly at: string;
  readonly undoneAt: string | null;
  /** File name of the source. */
  readonly name: string;
  readonly format: string;
}

const moderation: readonly Role[] = ['moderator'];
const plan = z.string().regex(/^[a-z0-9_-]{1,64}$/);
const changes = z
  .array(
    z.strictObject({
      block: z.string().regex(/^[bf]\d{1,7}$/),
      kind: z.enum(blockKinds),
      goalKind: z.string().max(40).optional(),
    }),
  )
  .max(2_000);

/** The calls about taking over a text that was written elsewhere; for moderation. */
export const importCalls = {
  /**
   * Reads an upload (`POST /uploads`) and plans; writes nothing. The job's result names the plan, for `import.get`.
   * The upload is used up where this succeeds. `profile` is a whole profile; left out, that of the file.
   */
  'import.plan': call<StartedJob>()({
    method: 'POST',
    input: z.strictObject({
      upload: plan,
      name: z.string().min(1).max(255),
      profile: z.unknown().optional(),
      acceptTrackedChanges: z.boolean().optional(),
    }),
    callers: moderation,
    errors: [...storageErrors, 'upload-unknown', 'profile-invalid', 'jobs-too-many', 'workspace-follows'],
  }),
  /**
   * The same source with all these changes, and only these. The job's result names the same plan; it fails with
   * `profile-mismatch` where a change names a goal kind that the profile lacks.
   */
  'import.replan': call<StartedJob>()({
    method: 'POST',
    input: z.strictObject({ plan, changes }),
    callers: moderation,
    errors: [...storageErrors, 'plan-unknown', 'block-unknown', 'jobs-too-many'],
  }),
  /** What was planned last. A plan is kept for half an hour after it was last asked for. */
  'import.get': call<ImportView>()({
    method: 'GET',
    input: z.strictObject({ plan }),
    callers: moderation,
    errors: [...storageErrors, 'plan-unknown', 'document-invalid'],
  }),
  /**
   * Writes the plan with these changes into the draft, where all who have it open see it; one step to take back. The job
   * fails also with `import-without-goals` where goals of the present text would be replaced by none, and with
   * `text-locked` where the text was locked meanwhile.
   */
  'import.apply': call<StartedJob>()({
    method: 'POST',
    input: z.strictObject({ plan, changes, replaceGoals: z.boolean().optional() }),
    callers: moderation,
    errors: [
      ...storageErrors,
      'plan-unknown',
      'block-unknown',
      'jobs-too-many',
      'workspace-follows',
      'text-locked',
    ],
  }),
  'import.list': call<readonly ImportLine[]>()({
    method: 'GET',
    input: z.strictObject({}),
    callers: moderation,
    errors: storageErrors,
  }),
  /** Puts the text back as it was before an import, unless it was changed since. */
  'import.undo': call<{ readonly undone: number }>()({
    method: 'POST',
    input: z.strictObject({ import: z.int().min(1) }),
    callers: moderation,
    errors: [
      ...storageErrors,
      'import-unknown',
      'import-superseded',
      'document-invalid',
      'workspace-follows',
      'text-locked',
    ],
  }),
} as const satisfies Readonly<Record<string, Call>>;
