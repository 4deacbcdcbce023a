import { z } from 'zod';
import type { ErrorCode } from '../errors/errors.ts';
import type { Sha256 } from '../ids/ids.ts';
import { roles } from '../rights/rights.ts';
import { call, storageErrors, type Call } from './call.ts';
import type { StartedJob } from './job-calls.ts';
import { TOKEN_PATTERN } from './join-link.ts';

/** The forms in which an edition or draft is given out. */
export const exportFormats = ['pdf', 'workingcopy', 'docx', 'html', 'md', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Pages of the draft as they would be printed, or word that a newer request has taken the place of this one. */
export type PrintPreview =
  | {
      readonly state: 'ready';
      /** For `GET /downloads/<download>`; the same for the same stamp, as long as it lasts. */
      readonly download: string;
      readonly pages: number;
      readonly bytes: number;
      /** Hash of all that is printed: text, header, participants, pictures and profile. */
      readonly stamp: Sha256;
    }
  | { readonly state: 'superseded' };

const label = z.string().min(1).max(40);
const printing: readonly ErrorCode[] = [
  ...storageErrors,
  'text-empty',
  'document-invalid',
  'asset-unknown',
  'asset-unsupported',
  'glyph-missing',
  'typesetting-failed',
  'worker-failed',
  'cancelled',
  'transfers-full',
];

/** What `export.start` takes. */
const exportInput = z.strictObject({
  source: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('draft') }),
    z.strictObject({ kind: z.literal('edition'), label }),
  ]),
  format: z.enum(exportFormats),
});

/** The calls that give the text out. */
export const exportCalls = {
  /**
   * Everyone invited may have an edition; the draft is given out by moderation alone, anybody else is told
   * `call-not-allowed`. The job's result is a file; it fails as exporting fails.
   */
  'export.start': call<StartedJob>()({
    method: 'POST',
    input: exportInput,
    callers: roles,
    errors: [...printing, 'edition-unknown', 'edition-changed', 'jobs-too-many'],
  }),
  /**
   * Writes a result to where the person at this machine said, whole or not at all. An older file of that name is
   * replaced, but never a Leitbild file.
   */
  'export.save': call<{ readonly path: string }>()({
    method: 'POST',
    input: z.strictObject({
      download: z.string().regex(TOKEN_PATTERN),
      path: z
        .string()
        .max(4_096)
        .regex(/^(\/|[A-Za-z]:[\\/]|\\\\)[^\0]*$/),
    }),
    callers: ['moderator'],
    localOnly: true,
    errors: ['download-unknown', 'target-protected', 'disk-full', 'file-unwritable'],
  }),
  /** The draft as it stands this moment, marked as one; for those who write it. */
  'print.preview': call<PrintPreview>()({
    method: 'POST',
    input: z.strictObject({ variant: z.enum(['pdf', 'workingcopy']) }),
    callers: ['moderator', 'editor'],
    errors: printing,
  }),
} as const satisfies Readonly<Record<string, Call>>;
