import type { z } from 'zod';
import type { ErrorCode } from '../errors/errors.ts';
import type { Role } from '../rights/rights.ts';

/**
 * One call of the API: all that client and host need to know of it. Its path is `/api/<name>`. GET calls only read
 * and take their input as query parameters, so its members must be strings; POST calls take it as a JSON body.
 */
export interface Call<Input extends z.ZodType = z.ZodType, Output = unknown> {
  readonly method: 'GET' | 'POST';
  readonly input: Input;
  readonly callers: readonly Role[];
  /** Only the window of the host's own machine may call; no invitation gives this right. */
  readonly localOnly?: true;
  /** What can fail in the call itself; `borderErrors` can come from every call. */
  readonly errors: readonly ErrorCode[];
  /** Carries the type of the answer and is never set. */
  readonly output?: Output;
}

/** What can come back from every call before it is carried out. */
export const borderErrors = [
  'token-missing',
  'token-unknown',
  'token-expired',
  'token-revoked',
  'rate-limited',
  'origin-refused',
  'call-unknown',
  'call-not-allowed',
  'method-not-allowed',
  'request-invalid',
  'request-too-large',
  'host-failed',
] as const satisfies readonly ErrorCode[];

/** What reading and writing the file can meet. */
export const storageErrors: readonly ErrorCode[] = [
  'disk-full',
  'workspace-read-only',
  'workspace-damaged',
  'workspace-in-use',
  'workspace-missing',
  'file-unreadable',
  'file-unwritable',
];

/** Declares a call: `call<Output>()({ … })`, so that the type of the input is taken from its schema. */
export function call<Output>(): <Input extends z.ZodType>(
  definition: Omit<Call<Input, Output>, 'output'>,
) => Call<Input, Output> {
  return (definition) => definition;
}
