import type { IncomingMessage, ServerResponse } from 'node:http';
import { borderErrors } from '../../../shared/api/call.ts';
import { contract, isCallName, type CallName, type ParsedInputOf } from '../../../shared/api/contract.ts';
import { appError, type AppError } from '../../../shared/errors/errors.ts';
import { AppFailure } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { Principal } from '../../../shared/rights/rights.ts';
import type { Listener } from '../listeners/http-listener.ts';
import type { ListenerLimits } from '../listeners/limits.ts';
import { securityHeaders } from '../listeners/security-headers.ts';
import type { Logger } from '../ports.ts';
import { bearerToken, isLocal, type Admission } from './admission.ts';
import { codeOfRefusal, publicError, statusOf } from './error-answer.ts';
import { handlers } from './handlers.ts';
import type { Handler, HostServices } from './host-services.ts';
import { readJson } from './read-json.ts';

export interface RequestHandlerDeps {
  readonly admission: Admission;
  readonly services: HostServices;
  readonly limits: ListenerLimits;
  readonly logger: Logger;
}

/**
 * Answers HTTP requests: `/healthz` to anybody, `/api/<call>` to whom the contract names, anything else with 404. In
 * this order: the call, its method, the token, the role, the input. So nobody without a right has anything of what
 * he sends read. Answers are `{ ok: true, value }` or `{ ok: false, error: { code, details } }`.
 */
export function createRequestHandler({ admission, services, limits, logger }: RequestHandlerDeps) {
  const perform = async (request: IncomingMessage, listener: Listener): Promise<Result<unknown>> => {
    const [path = '', query = ''] = (request.url ?? '').split('?', 2);
    const name = path.startsWith('/api/') ? path.slice('/api/'.length) : '';
    if (!isCallName(name)) return fail(appError('call-unknown', { call: path.slice(0, 80) }));
    const call = contract[name];
    if (request.method !== call.method) {
      return fail(appError('method-not-allowed', { call: name, allowed: call.method }));
    }
    const token = bearerToken(request);
    if (token === null) return fail(appError('token-missing', {}));
    const outcome = admission.admit(token, admission.sourceOf(request, listener));
    if (!outcome.ok) return fail(appError(codeOfRefusal(outcome.reason), {}));
    const { principal } = outcome;
    if (!mayCall(principal, name)) {
      return fail(appError('call-not-allowed', { call: name, role: principal.role }));
    }
    const received = call.method === 'GET' ? readQuery(query) : await readJson(request, limits);
    if (!received.ok) return received;
    const input = call.input.safeParse(received.value);
    if (!input.success) {
      const [issue] = input.error.issues;
      return fail(
        appError('request-invalid', {
          place: issue?.path.join('.').slice(0, 80) ?? '',
          reason: issue?.code ?? 'invalid',
        }),
      );
    }
    return carryOut(name, input.data as ParsedInputOf<typeof name>, principal);
  };

  const carryOut = async <Name extends CallName>(
    name: Name,
    input: ParsedInputOf<Name>,
    principal: Principal,
  ): Promise<Result<unknown>> => {
    const handler: Handler<Name> = handlers[name];
    try {
      const result = await handler(input, { principal, services });
      return result.ok ? result : fail(declared(name, result.error));
    } catch (error) {
      if (error instanceof AppFailure) return fail(declared(name, error.error));
      throw error;
    }
  };

  const declared = (name: CallName, error: AppError): AppError => {
    if ([...borderErrors, ...contract[name].errors].some((code) => code === error.code)) return error;
    logger.error({ call: name, code: error.code }, 'a call failed in a way that its contract does not name');
    return appError('host-failed', {});
  };

  const health = (): { readonly status: number; readonly body: object } => {
    const sound = services.status().storage === 'sound';
    return { status: sound ? 200 : 503, body: { status: sound ? 'ok' : 'storage-failed' } };
  };

  return async (request: IncomingMessage, response: ServerResponse, listener: Listener): Promise<void> => {
    response.on('error', () => request.destroy());
    if (request.url === '/healthz' && request.method === 'GET') {
      const { status, body } = health();
      send(response, status, body);
      return;
    }
    let result: Result<unknown>;
    try {
      result = await perform(request, listener);
    } catch (error) {
      logger.error({ url: request.url?.slice(0, 80), ...traceOf(error) }, 'a call met an unexpected error');
      result = fail(appError('host-failed', {}));
    }
    if (result.ok) {
      send(response, 200, result);
      return;
    }
    const { code } = result.error;
    listener.refused.count(code);
    const status = statusOf(code);
    if (status === 401) response.setHeader('www-authenticate', 'Bearer');
    if (status === 429) response.setHeader('retry-after', '60');
    // Nobody reads on what was refused unread.
    if (!request.complete) response.setHeader('connection', 'close');
    send(response, status, { ok: false, error: publicError(result.error) });
    if (!request.complete) request.resume();
  };
}

function mayCall(principal: Principal, name: CallName): boolean {
  const { callers, localOnly } = contract[name] as { callers: readonly string[]; localOnly?: true };
  return callers.includes(principal.role) && (localOnly !== true || isLocal(principal));
}

function readQuery(query: string): Result<Readonly<Record<string, string>>> {
  const entries = [...new URLSearchParams(query)];
  const values = Object.fromEntries(entries);
  return Object.keys(values).length === entries.length
    ? ok(values)
    : fail(appError('request-invalid', { place: '', reason: 'a parameter is given twice' }));
}

function send(response: ServerResponse, status: number, body: object): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    ...securityHeaders,
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
  });
  response.end(bytes);
}

/** Where an error arose, without its message, which might quote the document. */
function traceOf(error: unknown): { readonly error: string; readonly at: readonly string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return { error: error.name, at: frames.slice(0, 8).map((line) => line.trim()) };
}
