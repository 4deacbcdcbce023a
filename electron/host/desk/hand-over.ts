import { request as requestFrom, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, type Result } from '../../../shared/errors/result.ts';
import { sendFailure, type Exchange } from '../api/call-server.ts';
import { bearerToken } from '../api/admission.ts';
import type { Listener } from '../listeners/http-listener.ts';
import { securityHeaders } from '../listeners/security-headers.ts';
import type { Logger } from '../ports.ts';
import { traceOf } from '../trace-of.ts';
import type { OpenWorkspaces } from './open-workspaces.ts';

export interface HandOverDeps {
  readonly workspaces: Pick<OpenWorkspaces, 'list'>;
  readonly identify: (token: string) => Result<unknown>;
  readonly logger: Logger;
}

/** Answers `POST /hand-over`. False where a request is for something else, and then nothing was sent. */
export type HandOver = (
  request: IncomingMessage,
  response: ServerResponse,
  listener: Listener,
) => Promise<boolean>;

/**
 * Passes a document that was chosen on the start screen on to the host of an open file (`?path=`), which answers as to
 * any upload. The start screen cannot do this itself: that host refuses pages of other origins.
 */
export function createHandOver({ workspaces, identify, logger }: HandOverDeps): HandOver {
  const pass = async (exchange: Exchange, path: string): Promise<void> => {
    const token = bearerToken(exchange.request);
    const allowed = token === null ? fail(appError('token-missing', {})) : identify(token);
    if (!allowed.ok) {
      sendFailure(allowed.error, exchange);
      return;
    }
    const workspace = workspaces.list().find((one) => one.path === path);
    if (workspace === undefined) {
      sendFailure(appError('workspace-missing', { path }), exchange);
      return;
    }
    try {
      await relay(exchange, `${workspace.url}/uploads`, workspace.secret);
    } catch (error) {
      logger.info(traceOf(error), 'a document was not handed over');
      if (exchange.response.headersSent) exchange.response.destroy();
      else sendFailure(appError('host-failed', {}), exchange);
    }
  };
  return async (request, response, listener) => {
    // Not by `URL`, which throws at what anybody may send, such as `//`.
    const [address, query = ''] = (request.url ?? '').split('?', 2);
    if (address !== '/hand-over') return false;
    const exchange = { request, response, listener };
    if (request.method === 'POST') await pass(exchange, new URLSearchParams(query).get('path') ?? '');
    else sendFailure(appError('method-not-allowed', { call: 'hand-over', allowed: 'POST' }), exchange);
    return true;
  };
}

async function relay({ request, response }: Exchange, url: string, secret: string): Promise<void> {
  const onward = requestFrom(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${secret}`,
      'content-type': 'application/octet-stream',
      ...(request.headers['content-length'] !== undefined && {
        'content-length': request.headers['content-length'],
      }),
    },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    onward.once('response', resolve);
    onward.once('error', reject);
  });
  // A host that has read enough answers before the end; its answer counts, not the broken pipe.
  const sent = pipeline(request, onward).catch(() => undefined);
  const answer = await answered;
  response.writeHead(answer.statusCode ?? 502, { ...securityHeaders, 'content-type': 'application/json' });
  await pipeline(answer, response);
  await sent;
}
