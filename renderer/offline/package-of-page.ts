import { appError } from '../../shared/errors/errors.ts';
import { fail, type Result } from '../../shared/errors/result.ts';
import { PACKAGE_ELEMENT } from '../../shared/packages/offline-page.ts';
import { openRound, type OpenedRound } from '../../shared/packages/open-package.ts';

/** Opens the round package that the page was sent with. Fails as opening it fails. */
export function packageOfPage(page: Document): Result<OpenedRound> {
  const path = page.title;
  const stored = page.getElementById(PACKAGE_ELEMENT)?.textContent ?? '';
  let text: unknown;
  try {
    text = JSON.parse(stored);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail(appError('package-damaged', { path, place: '' }));
  }
  if (typeof text !== 'string') return fail(appError('package-damaged', { path, place: '' }));
  return openRound(text, path);
}
