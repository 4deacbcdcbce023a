import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { appError, AppFailure, type AppError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { assetId, SHA256_PATTERN } from '../../../shared/ids/ids.ts';
import { TOKEN_PATTERN } from '../../../shared/api/join-link.ts';
import type { Principal } from '../../../shared/rights/rights.ts';
import { bearerToken } from '../api/admission.ts';
import { sendFailure, type Exchange } from '../api/call-server.ts';
import type { Listener } from '../listeners/http-listener.ts';
import { securityHeaders } from '../listeners/security-headers.ts';
import { sendJson } from '../listeners/send-json.ts';
import type { Logger } from '../ports.ts';
import { traceOf } from '../trace-of.ts';
import type { AssetStore } from '../workspace/workspace.ts';
import type { Downloads } from './downloads.ts';
import type { Uploads } from './uploads.ts';

export interface TransferDeps {
  readonly uploads: Uploads;
  readonly downloads: Downloads;
  readonly assets: Pick<AssetStore, 'get'>;
  /** Who holds a token; fails with why it lets nobody in. */
  readonly identify: (token: string, request: IncomingMessage, listener: Listener) => Result<Principal>;
  readonly logger: Logger;
}

/** Answers what is no typed call. False where a request is for something else, and then nothing was sent. */
export type TransferRoutes = (
  request: IncomingMessage,
  response: ServerResponse,
  listener: Listener,
) => Promise<boolean>;

/** Nothing of a picture may load, run or be sent, even where somebody opens an SVG by itself. */
const PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Makes the routes for files: uploads from moderation, downloads to whom they belong, pictures to everyone invited. */
export function createTransferRoutes(deps: TransferDeps): TransferRoutes {
  const { uploads, downloads, assets, logger } = deps;

  const callerOf = ({ request, listener }: Exchange): Result<Principal> => {
    const token = bearerToken(request);
    return token === null ? fail(appError('token-missing', {})) : deps.identify(token, request, listener);
  };

  const receive = async (exchange: Exchange): Promise<Result<true>> => {
    const { request, response } = exchange;
    const caller = callerOf(exchange);
    if (!caller.ok) return caller;
    const { id, role } = caller.value;
    if (role !== 'moderator') return fail(appError('call-not-allowed', { call: 'uploads', role }));
    // Destroying the request would cut off the answer.
    const body: AsyncIterable<Uint8Array> = request.iterator({ destroyOnReturn: false });
    const received = await uploads.receive(id, body);
    if (!received.ok) return received;
    sendJson(response, 200, received);
    return ok(true);
  };

  const give = async (exchange: Exchange, id: string): Promise<Result<true>> => {
    const { request, response } = exchange;
    const token = bearerToken(request);
    const caller = token === null ? ok(null) : callerOf(exchange);
    if (!caller.ok) return caller;
    const opened = downloads.open(id, caller.value?.id ?? null);
    if (!opened.ok) return opened;
    const { file, name, mediaType, failed } = opened.value;
    response.writeHead(200, {
      ...securityHeaders,
      'content-type': mediaType,
      'content-length': file.bytes,
      'content-disposition': attachment(name),
    });
    try {
      await pipeline(createReadStream(file.path), response);
    } catch (error) {
      failed();
      logger.info(traceOf(error), 'a download broke off');
      response.destroy();
    }
    return ok(true);
  };

  const show = (exchange: Exchange, id: string): Result<true> => {
    const caller = callerOf(exchange);
    if (!caller.ok) return caller;
    const picture = assets.get(assetId(id));
    if (picture === undefined) return fail(appError('asset-unknown', { asset: id }));
    exchange.response.writeHead(200, {
      ...securityHeaders,
      'content-security-policy': PICTURE_POLICY,
      'content-type': picture.mediaType,
      'content-length': picture.bytes.length,
    });
    exchange.response.end(picture.bytes);
    return ok(true);
  };

  const route = (exchange: Exchange): Promise<Result<true>> | Result<true> | null => {
    const [path = ''] = (exchange.request.url ?? '').split('?', 1);
    const [, folder, name = '', ...more] = path.split('/');
    const isWanted = (method: string): AppError | null =>
      exchange.request.method === method
        ? null
        : appError('method-not-allowed', { call: folder ?? '', allowed: method });
    if (folder === 'uploads' && name === '') {
      const wrong = isWanted('POST');
      return wrong === null ? receive(exchange) : fail(wrong);
    }
    if (folder === 'downloads') {
      const wrong = isWanted('GET');
      if (wrong !== null) return fail(wrong);
      const isId = TOKEN_PATTERN.test(name) && more.length === 0;
      return isId ? give(exchange, name) : fail(appError('download-unknown', {}));
    }
    if (folder === 'assets' && SHA256_PATTERN.test(name) && more.length === 0) {
      const wrong = isWanted('GET');
      return wrong === null ? show(exchange, name) : fail(wrong);
    }
    return null;
  };

  return async (request, response, listener) => {
    const exchange = { request, response, listener };
    const result = await guarded(() => route(exchange));
    if (result === null) return false;
    if (!result.ok) sendFailure(result.error, exchange);
    return true;
  };

  async function guarded(
    work: () => Promise<Result<true>> | Result<true> | null,
  ): Promise<Result<true> | null> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof AppFailure) return fail(error.error);
      if (error instanceof Error && 'code' in error && error.code === 'ECONNRESET') {
        return fail(appError('request-invalid', { place: '', reason: 'broken off' }));
      }
      logger.error(traceOf(error), 'a transfer met an unexpected error');
      return fail(appError('host-failed', {}));
    }
  }
}

/** RFC 6266: a name that every browser reads, and the true one in UTF-8 (RFC 8187). */
function attachment(name: string): string {
  const plain = name.replaceAll(/[^\w.() -]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
