import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { securityHeaders } from '../listeners/security-headers.ts';

/** Which of the two programs the page is: the start screen of a machine, or the window on one workspace. */
export type AppKind = 'desk' | 'workspace';

/** The built renderer as a host serves it. */
export interface AppFiles {
  /** Answers a request for one of the files. False where it is not for one, and then nothing was sent. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};
const compressible = new Set(['.html', '.js', '.mjs', '.css', '.svg', '.json', '.wasm']);

/** Styles may stand in the page, because Mantine and the editor set some; scripts may not. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Pages that are the program itself, whatever the address says after the host. */
const pages = new Set(['/', '/join']);

interface AppFile {
  readonly bytes: Buffer;
  readonly type: string;
  readonly compressible: boolean;
  gzip: Buffer | null;
}

/** Reads the built renderer. Fails with `file-missing` where it was not built. */
export function readAppFiles(folder: string, kind: AppKind): Result<AppFiles> {
  const files = new Map<string, AppFile>();
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const extension = extname(entry.name);
      files.set(`/${relative(folder, path).split(sep).join('/')}`, {
        bytes: readFileSync(path),
        type: types[extension] ?? 'application/octet-stream',
        compressible: compressible.has(extension),
        gzip: null,
      });
    }
  } catch {
    return fail(appError('file-missing', { path: folder }));
  }
  const page = files.get('/index.html');
  if (page === undefined) return fail(appError('file-missing', { path: join(folder, 'index.html') }));
  const html = page.bytes.toString('utf8').replace('%LEITBILD_APP%', kind);
  files.set('/index.html', { ...page, bytes: Buffer.from(html, 'utf8') });

  return ok({
    answer(request, response) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return false;
      const [path = ''] = (request.url ?? '').split('?', 1);
      const file = files.get(pages.has(path) ? '/index.html' : path);
      if (file === undefined) return false;
      const zipped = file.compressible && acceptsGzip(request);
      const body = zipped ? (file.gzip ??= gzipSync(file.bytes)) : file.bytes;
      response.writeHead(200, {
        ...securityHeaders,
        'content-security-policy': contentPolicy,
        'content-type': file.type,
        'content-length': body.length,
        vary: 'accept-encoding',
        ...(zipped && { 'content-encoding': 'gzip' }),
        ...(path.startsWith('/assets/') && { 'cache-control': 'public, max-age=31536000, immutable' }),
      });
      response.end(request.method === 'HEAD' ? undefined : body);
      return true;
    },
  });
}

function acceptsGzip({ headers }: IncomingMessage): boolean {
  return /\bgzip\b/.test(headers['accept-encoding'] ?? '');
}
