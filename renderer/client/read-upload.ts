import { z } from 'zod';
import { appError, type AppError } from '../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../shared/errors/result.ts';

const answer = z.union([
  z.object({ ok: z.literal(true), value: z.object({ upload: z.string() }) }),
  z.object({
    ok: z.literal(false),
    error: z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) }),
  }),
]);

/** What a host answers to an upload: by which id calls name it. Fails as the host failed, or with `answer-invalid`. */
export function readUpload(value: unknown, call: string): Result<string> {
  const parsed = answer.safeParse(value);
  if (!parsed.success) return fail(appError('answer-invalid', { call }));
  // Host and window share the details of a code by the same declaration.
  return parsed.data.ok ? ok(parsed.data.value.upload) : fail(parsed.data.error as unknown as AppError);
}
