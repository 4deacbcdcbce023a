import { basename } from 'node:path';
import type { AppError, ErrorCode } from '../../../shared/errors/errors.ts';
import type { TokenRefusal } from '../invitations/invitations.ts';

/** Codes whose HTTP status is not 409, "cannot be done as things are". */
const statuses: Partial<Record<ErrorCode, number>> = {
  'token-missing': 401,
  'token-unknown': 401,
  'token-expired': 401,
  'token-revoked': 401,
  'rate-limited': 429,
  'jobs-too-many': 429,
  'transfers-full': 429,
  'origin-refused': 403,
  'call-not-allowed': 403,
  'call-unknown': 404,
  'institution-unknown': 404,
  'edition-unknown': 404,
  'asset-unknown': 404,
  'refusal-unknown': 404,
  'invitation-unknown': 404,
  'upload-unknown': 404,
  'download-unknown': 404,
  'job-unknown': 404,
  'plan-unknown': 404,
  'moment-unknown': 404,
  'block-unknown': 400,
  'method-not-allowed': 405,
  'request-invalid': 400,
  'argument-invalid': 400,
  'request-too-large': 413,
  'host-failed': 500,
  'workspace-damaged': 500,
  'disk-full': 507,
};

/** The HTTP status of an error. */
export function statusOf(code: ErrorCode): number {
  return statuses[code] ?? 409;
}

/** The code by which the API tells why a token does not let in. */
export function codeOfRefusal(
  reason: TokenRefusal,
): 'token-unknown' | 'token-expired' | 'token-revoked' | 'rate-limited' {
  return reason === 'revoked' ? 'token-revoked' : reason;
}

/** An error as it may leave the machine: of paths only the last part, so that nobody learns how folders are called. */
export function publicError(error: AppError): AppError {
  const { code, details } = error;
  // The same code with details of the same shape.
  return 'path' in details
    ? ({ code, details: { ...details, path: basename(details.path) } } as AppError)
    : error;
}
