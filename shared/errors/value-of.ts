import { AppFailure } from './errors.ts';
import type { Result } from './result.ts';

/** The value of a result; its error is thrown as an `AppFailure`, for code whose caller turns it back into a result. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new AppFailure(result.error);
}
