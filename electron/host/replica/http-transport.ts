import { request as requestPlain, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as requestTls, type RequestOptions } from 'node:https';
import type { ApiTransport } from '../../../shared/api/client.ts';
import { appError, type AppError } from '../../../shared/errors/errors.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import { connectPinned, UnexpectedCertificate } from './pinned-connection.ts';

/** How long a host may be silent, in milliseconds. */
const PATIENCE = 30_000;
/** A picture of 20 MB in base64 fits. */
const MAX_ANSWER = 64 << 20;

class Silence extends Error {
  override name = 'TimeoutError';
}
class AnswerTooLong extends Error {}

/**
 * Sends calls of the API by HTTP, with the secret or a token. With a fingerprint (SHA-256, 64 hexadecimal digits) only
 * to the host that has this certificate, whoever signed it. Follows no redirects. Fails with `host-unreachable`,
 * `certificate-unexpected` (then nothing was sent) and `answer-invalid`.
 */
export function httpTransport(base: string, token: string, fingerprint: string | null = null): ApiTransport {
  const origin = base.replace(/\/$/, '');
  return async ({ method, path, query, body }) => {
    const search = new URLSearchParams(query).toString();
    const url = `${origin}${path}${search === '' ? '' : `?${search}`}`;
    const content = method === 'POST' ? Buffer.from(JSON.stringify(body)) : null;
    try {
      const request = open(url, fingerprint, {
        ...{ method, timeout: PATIENCE },
        headers: {
          authorization: `Bearer ${token}`,
          ...(content !== null && {
            'content-type': 'application/json',
            'content-length': content.length,
          }),
        },
      });
      return ok(JSON.parse(await answerTo(request, content)) as unknown);
    } catch (error) {
      const known = errorOf(error, origin, path);
      if (known === null) throw error;
      return fail(known);
    }
  };
}

function open(url: string, fingerprint: string | null, options: RequestOptions): ClientRequest {
  if (!url.startsWith('https:')) return requestPlain(url, options);
  return requestTls(url, {
    ...options,
    ...(fingerprint !== null && { createConnection: connectPinned(fingerprint) }),
  });
}

async function answerTo(request: ClientRequest, content: Buffer | null): Promise<string> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request.on('timeout', () => request.destroy(new Silence('no answer')));
    request.on('error', reject);
    request.on('response', resolve);
    request.end(content ?? undefined);
  });
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER) throw new AnswerTooLong('longer than any answer');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function errorOf(error: unknown, url: string, call: string): AppError | null {
  if (error instanceof UnexpectedCertificate) return appError('certificate-unexpected', { url });
  if (error instanceof SyntaxError || error instanceof AnswerTooLong)
    return appError('answer-invalid', { call });
  if (!(error instanceof Error)) return null;
  const reason = 'code' in error ? String(error.code) : error.name;
  return appError('host-unreachable', { url, reason });
}
