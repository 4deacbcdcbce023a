import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { securityHeaders } from '../listeners/security-headers.ts';

/** Dictionaries for the spell checker of the window, so that it fetches none from elsewhere. */
export interface Dictionaries {
  /** Answers a request for one of them. False where it is not for one, and then nothing was sent. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
}

const PREFIX = '/dictionaries/';

/** Offers the `.bdic` files of a folder, whose names are asked for in any case; none where the folder is not there. */
export function createDictionaries(folder: string): Dictionaries {
  const files = new Map(namesIn(folder).map((name) => [name.toLowerCase(), join(folder, name)]));
  return {
    answer(request, response) {
      const path = request.url ?? '';
      if (request.method !== 'GET' || !path.startsWith(PREFIX)) return false;
      const file = files.get(path.slice(PREFIX.length).toLowerCase());
      if (file === undefined) return false;
      const bytes = readFileSync(file);
      response.writeHead(200, {
        ...securityHeaders,
        'content-type': 'application/octet-stream',
        'content-length': bytes.length,
      });
      response.end(bytes);
      return true;
    },
  };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => /^[\w-]+\.bdic$/i.test(name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
