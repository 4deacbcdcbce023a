import { AppFailure } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';

/** Runs work that may throw an `AppFailure` and hands back its `Result` or that failure. Other errors come through. */
export function attempt<T>(work: () => Result<T>): Result<T> {
  try {
    return work();
  } catch (error) {
    if (error instanceof AppFailure) return fail(error.error);
    throw error;
  }
}

/** The same for work that hands back a plain value. */
export function attemptValue<T>(work: () => T): Result<T> {
  return attempt(() => ok(work()));
}
