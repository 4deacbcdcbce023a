import type { IncomingMessage } from 'node:http';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';

/**
 * Reads the body of a request as JSON. Fails with `request-too-large` as soon as more comes than is allowed, and with
 * `request-invalid` where it is no JSON in UTF-8, is nested too deep, breaks off, or is declared as something else.
 */
export async function readJson(
  request: IncomingMessage,
  limits: { readonly bodyBytes: number; readonly jsonDepth: number },
): Promise<Result<unknown>> {
  const invalid = (reason: string) => fail(appError('request-invalid', { place: '', reason }));
  const tooLarge = fail(appError('request-too-large', { limit: limits.bodyBytes }));
  if (!/^application\/json(;\s*charset=utf-8)?$/i.test(request.headers['content-type'] ?? '')) {
    return invalid('not declared as JSON');
  }
  if (Number(request.headers['content-length'] ?? 0) > limits.bodyBytes) return tooLarge;
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    // Destroying the request would cut off the answer.
    const incoming: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
    for await (const chunk of incoming) {
      bytes += chunk.length;
      if (bytes > limits.bodyBytes) return tooLarge;
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return invalid('broken off');
    throw error;
  }
  return parseJson(Buffer.concat(chunks), limits.jsonDepth);
}

/** Parses bytes as JSON that is nested at most so deep; fails with `request-invalid`. */
export function parseJson(bytes: Uint8Array, depth: number): Result<unknown> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (depthOf(text) > depth) {
      return fail(appError('request-invalid', { place: '', reason: 'nested too deep' }));
    }
    return ok(JSON.parse(text) as unknown);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) {
      return fail(appError('request-invalid', { place: '', reason: 'not JSON' }));
    }
    throw error;
  }
}

/** How deep brackets are nested, without parsing; strings are skipped. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '[' || character === '{') deepest = Math.max(deepest, (depth += 1));
    else if (character === ']' || character === '}') depth -= 1;
  }
  return deepest;
}
