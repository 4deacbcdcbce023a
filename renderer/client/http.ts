import type { ApiTransport } from '../../shared/api/client.ts';
import { appError } from '../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../shared/errors/result.ts';
import { sendBytes, type SendWatch } from './send-bytes.ts';

/** Requests to the host that served the page. */
export interface Http {
  readonly transport: ApiTransport;
  /** Hands bytes over; the answer is parsed JSON. */
  upload(path: string, bytes: Blob, watch?: SendWatch): Promise<Result<unknown>>;
  /** Fetches bytes by a path of the host. */
  bytes(path: string): Promise<Result<Blob>>;
}

/** Makes requests as the holder of a token. Fails with `host-unreachable` where nothing answers. */
export function createHttp(base: string, token: string, fetch: typeof globalThis.fetch): Http {
  const authorization = `Bearer ${token}`;
  const send = async (path: string, init: RequestInit): Promise<Result<Response>> => {
    try {
      return ok(await fetch(`${base}${path}`, { ...init, credentials: 'omit', redirect: 'error' }));
    } catch (error) {
      const reason = error instanceof Error ? error.name : 'unknown';
      return fail(appError('host-unreachable', { url: base, reason }));
    }
  };
  const json = async (response: Response, call: string): Promise<Result<unknown>> => {
    try {
      return ok(await response.json());
    } catch {
      return fail(appError('answer-invalid', { call }));
    }
  };
  return {
    async transport({ method, path, query, body }) {
      const search = new URLSearchParams(query).toString();
      const answered = await send(search === '' ? path : `${path}?${search}`, {
        method,
        headers: { authorization, ...(method === 'POST' && { 'content-type': 'application/json' }) },
        ...(method === 'POST' && { body: JSON.stringify(body) }),
      });
      return answered.ok ? json(answered.value, path.slice('/api/'.length)) : answered;
    },
    upload: (path, bytes, watch) => sendBytes({ base, path, authorization }, bytes, watch),
    async bytes(path) {
      const answered = await send(path, { method: 'GET', headers: { authorization } });
      if (!answered.ok) return answered;
      if (!answered.value.ok) return fail(appError('answer-invalid', { call: path.split('/', 2).join('/') }));
      return ok(await answered.value.blob());
    },
  };
}
