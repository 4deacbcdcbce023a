import type { AppError } from '../../../shared/errors/errors.ts';

/** Why a contribution was not taken, in the words for that very refusal; `null` for every other failure. */
export function refusalWords(error: AppError, refusals: Readonly<Record<string, string>>): string | null {
  return error.code === 'contribution-refused' ? (refusals[error.details.reason] ?? null) : null;
}
