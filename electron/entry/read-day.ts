import { appError, AppFailure } from '../../shared/errors/errors.ts';

/**
 * Reads a day as Germans write it (`11.12.2019`, `1.2.2019`) or as ISO 8601 (`2019-12-11`), and gives the latter.
 * Throws `AppFailure` (`argument-invalid`) for anything else, and for days that no calendar has.
 */
export function readDay(text: string, argument: string): string {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim());
  const iso = german
    ? `${german[3] ?? ''}-${(german[2] ?? '').padStart(2, '0')}-${(german[1] ?? '').padStart(2, '0')}`
    : text.trim();
  const instant = /^\d{4}-\d\d-\d\d$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : NaN;
  if (Number.isNaN(instant) || !new Date(instant).toISOString().startsWith(iso)) {
    throw new AppFailure(appError('argument-invalid', { argument, reason: 'date' }));
  }
  return iso;
}
