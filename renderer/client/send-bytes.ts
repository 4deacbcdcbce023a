import { appError } from '../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../shared/errors/result.ts';

/** How a sending is watched and ended. */
export interface SendWatch {
  /** Told how many bytes of how many are on their way. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Ends it; it then fails with `cancelled`. */
  readonly signal?: AbortSignal;
}

/**
 * Sends bytes and gives the answer as parsed JSON. By XMLHttpRequest, since `fetch` does not tell how far a body has
 * gone. Fails with `host-unreachable` where nothing answers or the connection breaks on the way, and `answer-invalid`.
 */
export function sendBytes(
  request: { readonly base: string; readonly path: string; readonly authorization: string },
  bytes: Blob,
  { onProgress, signal }: SendWatch = {},
): Promise<Result<unknown>> {
  const { base, path, authorization } = request;
  return new Promise((resolve) => {
    const sending = new XMLHttpRequest();
    const abort = (): void => sending.abort();
    const end = (result: Result<unknown>): void => {
      signal?.removeEventListener('abort', abort);
      resolve(result);
    };
    sending.open('POST', `${base}${path}`);
    sending.setRequestHeader('authorization', authorization);
    sending.setRequestHeader('content-type', 'application/octet-stream');
    sending.upload.addEventListener('progress', ({ loaded, total }) => onProgress?.(loaded, total));
    sending.addEventListener('abort', () => end(fail(appError('cancelled', { phase: 'upload' }))));
    sending.addEventListener('error', () =>
      end(fail(appError('host-unreachable', { url: base, reason: 'NetworkError' }))),
    );
    sending.addEventListener('load', () => {
      try {
        end(ok(JSON.parse(sending.responseText)));
      } catch {
        end(fail(appError('answer-invalid', { call: path })));
      }
    });
    signal?.addEventListener('abort', abort);
    if (signal?.aborted === true) end(fail(appError('cancelled', { phase: 'upload' })));
    else sending.send(bytes);
  });
}
