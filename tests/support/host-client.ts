import { WebSocket } from 'ws';
import { createApiClient, type ApiClient } from '../../shared/api/client.ts';
import { readEvent, type HostEvent } from '../../shared/api/events.ts';
import type { JobResult } from '../../shared/api/job-calls.ts';
import { fail, ok, type Result } from '../../shared/errors/result.ts';
import type { AppError } from '../../shared/errors/errors.ts';

/** What a window has of a host: the typed calls, files, and the end of jobs. */
export interface HostClient {
  readonly call: ApiClient;
  upload(bytes: Uint8Array | string): Promise<Result<{ readonly upload: string; readonly bytes: number }>>;
  /** Status, headers and bytes of a path; with the token unless told otherwise. */
  fetch(path: string, init?: ClientRequest): Promise<Response>;
  /** Waits for the event that tells how a job ended. */
  ended(job: string): Promise<Result<JobResult>>;
  /** Everything that was told so far, in its order. */
  readonly events: readonly HostEvent[];
  close(): void;
}

/** A request of a window; `bare` sends no token, as a browser's own download. */
export interface ClientRequest extends Omit<RequestInit, 'headers'> {
  readonly bare?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Connects to a host as the holder of a token; calls, files and events are those of any window. */
export async function connectClient(host: { readonly url: string }, token: string): Promise<HostClient> {
  const events: HostEvent[] = [];
  const listeners = new Set<() => void>();
  const socket = new WebSocket(`${host.url.replace(/^http/, 'ws')}/events`, ['leitbild', token]);
  socket.on('error', () => socket.terminate());
  socket.on('message', (data: Buffer) => {
    const event = readEvent(JSON.parse(data.toString()));
    if (event === null) throw new Error(`no event of ours: ${data.toString()}`);
    events.push(event);
    for (const listener of listeners) listener();
  });
  await new Promise((resolve) => void socket.once('open', resolve));

  const request: HostClient['fetch'] = (path, { bare = false, ...init } = {}) =>
    fetch(`${host.url}${path}`, {
      ...init,
      headers: { ...init.headers, ...(!bare && { authorization: `Bearer ${token}` }) },
    });

  const resultOf = (job: string): Result<JobResult> | null => {
    for (const event of events) {
      if (event.type === 'job-done' && event.job === job) return ok(event.result);
      // Codes and details cross the wire as they are declared.
      if (event.type === 'job-failed' && event.job === job) return fail(event.error as AppError);
    }
    return null;
  };

  return {
    call: createApiClient(async ({ method, path, query, body }) => {
      const answer = await request(`${path}?${new URLSearchParams(query).toString()}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(method === 'POST' && { body: JSON.stringify(body) }),
      });
      return ok(await answer.json());
    }),
    async upload(bytes) {
      const answer = await request('/uploads', { method: 'POST', body: Buffer.from(bytes) });
      return (await answer.json()) as Result<{ upload: string; bytes: number }>;
    },
    fetch: request,
    ended: (job) =>
      new Promise((resolve) => {
        const look = (): void => {
          const result = resultOf(job);
          if (result === null) return;
          listeners.delete(look);
          resolve(result);
        };
        listeners.add(look);
        look();
      }),
    events,
    close: () => socket.terminate(),
  };
}
