import type { ServerResponse } from 'node:http';
import { securityHeaders } from './security-headers.ts';

/** Answers with JSON and the headers that every answer has. */
export function sendJson(response: ServerResponse, status: number, body: object): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    ...securityHeaders,
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
  });
  response.end(bytes);
}
