import { z } from 'zod';
import { fail, ok, type Result } from '../../shared/errors/result.ts';
import { SHA256_PATTERN } from '../../shared/ids/ids.ts';
import { base64ToBytes, bytesToBase64 } from './base64.ts';

const workSchema = z.strictObject({
  format: z.literal('leitbild-work'),
  version: z.literal(1),
  package: z.string().regex(SHA256_PATTERN),
  state: z.string(),
});

/** How a file of unfinished work ends. */
export const WORK_ENDING = 'leitbild-zwischenstand';

/** Writes unfinished work, so that it can go on in another browser; it is no answer. */
export function writeWork(hash: string, state: Uint8Array): string {
  return JSON.stringify({
    format: 'leitbild-work',
    version: 1,
    package: hash,
    state: bytesToBase64(state),
  });
}

/** Reads it. `damaged` where it is none, `other-package` where it belongs to another package. */
export function readWork(hash: string, text: string): Result<Uint8Array, 'damaged' | 'other-package'> {
  try {
    const parsed = workSchema.safeParse(JSON.parse(text));
    if (!parsed.success) return fail('damaged');
    return parsed.data.package === hash ? ok(base64ToBytes(parsed.data.state)) : fail('other-package');
  } catch {
    // Neither JSON nor base64.
    return fail('damaged');
  }
}
