import { appError, AppFailure } from '../../shared/errors/errors.ts';

/**
 * Reads the address under which others reach the host: `http` or `https`, a name, at most a port, no path. Gives its
 * origin; throws `AppFailure` (`argument-invalid`).
 */
export function readPublicUrl(text: string): string {
  const url = URL.parse(text);
  const isPlain =
    url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.pathname === '/';
  if (!isPlain || url.search !== '' || url.hash !== '') {
    const reason = 'https://leitbild.example.org';
    throw new AppFailure(appError('argument-invalid', { argument: '--public-url', reason }));
  }
  return url.origin;
}
