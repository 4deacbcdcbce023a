import type { IncomingMessage, ServerResponse } from 'node:http';
import { borderErrors, type Call } from '../../../shared/api/call.ts';
import { appError, AppFailure, type AppError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { Role } from '../../../shared/rights/rights.ts';
import type { Listener } from '../listeners/http-listener.ts';
import type { ListenerLimits } from '../listeners/limits.ts';
import { sendJson } from '../listeners/send-json.ts';
import type { Logger } from '../ports.ts';
import { traceOf } from '../trace-of.ts';
import { bearerToken } from './admission.ts';
import { publicError, statusOf } from './error-answer.ts';
import { readJson } from './read-json.ts';

export interface CallServerDeps<Caller extends { readonly role: Role }> {
  readonly calls: Readonly<Record<string, Call>>;
  /** Who holds a token; fails with why it lets nobody in. */
  readonly identify: (token: string, request: IncomingMessage, listener: Listener) => Result<Caller>;
  readonly mayCall: (caller: Caller, name: string) => boolean;
  /** Carries out a call whose input has been parsed by its schema. May throw `AppFailure`. */
  readonly carryOut: (name: string, input: unknown, caller: Caller) => Promise<Result<unknown>>;
  /** An error as it may leave the process; of paths only the last part unless said otherwise. */
  readonly toPublic?: (error: AppError) => object;
  readonly limits: ListenerLimits;
  readonly logger: Logger;
}

/**
 * Answers `/api/<call>`, anything else with 404. In this order: the call, its method, the token, the role, the input.
 * So nobody without a right has anything of what he sends read. Answers are `{ ok: true, value }` or
 * `{ ok: false, error: { code, details } }`.
 */
export function createCallServer<Caller extends { readonly role: Role }>(
  deps: CallServerDeps<Caller>,
): (request: IncomingMessage, response: ServerResponse, listener: Listener) => Promise<void> {
  const { calls, identify, mayCall, carryOut, limits, logger, toPublic = publicError } = deps;

  const perform = async (request: IncomingMessage, listener: Listener): Promise<Result<unknown>> => {
    const [path = '', query = ''] = (request.url ?? '').split('?', 2);
    const name = path.startsWith('/api/') ? path.slice('/api/'.length) : '';
    const call = Object.hasOwn(calls, name) ? calls[name] : undefined;
    if (call === undefined) return fail(appError('call-unknown', { call: path.slice(0, 80) }));
    if (request.method !== call.method) {
      return fail(appError('method-not-allowed', { call: name, allowed: call.method }));
    }
    const token = bearerToken(request);
    if (token === null) return fail(appError('token-missing', {}));
    const caller = identify(token, request, listener);
    if (!caller.ok) return caller;
    if (!mayCall(caller.value, name)) {
      return fail(appError('call-not-allowed', { call: name, role: caller.value.role }));
    }
    const received = call.method === 'GET' ? readQuery(query) : await readJson(request, limits);
    if (!received.ok) return received;
    const input = call.input.safeParse(received.value);
    if (!input.success) {
      const [issue] = input.error.issues;
      const place = issue?.path.join('.').slice(0, 80) ?? '';
      return fail(appError('request-invalid', { place, reason: issue?.code ?? 'invalid' }));
    }
    const result = await attemptCall(() => carryOut(name, input.data, caller.value));
    return result.ok ? result : fail(declared(name, call, result.error));
  };

  const declared = (name: string, { errors }: Call, error: AppError): AppError => {
    if ([...borderErrors, ...errors].some((code) => code === error.code)) return error;
    logger.error({ call: name, code: error.code }, 'a call failed in a way that its contract does not name');
    return appError('host-failed', {});
  };

  return async (request, response, listener) => {
    let result: Result<unknown>;
    try {
      result = await perform(request, listener);
    } catch (error) {
      logger.error({ url: request.url?.slice(0, 80), ...traceOf(error) }, 'a call met an unexpected error');
      result = fail(appError('host-failed', {}));
    }
    if (result.ok) {
      sendJson(response, 200, result);
      return;
    }
    sendFailure(result.error, { request, response, listener }, toPublic);
  };
}

async function attemptCall(work: () => Promise<Result<unknown>>): Promise<Result<unknown>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppFailure) return fail(error.error);
    throw error;
  }
}

function readQuery(query: string): Result<Readonly<Record<string, string>>> {
  const entries = [...new URLSearchParams(query)];
  const values = Object.fromEntries(entries);
  return Object.keys(values).length === entries.length
    ? ok(values)
    : fail(appError('request-invalid', { place: '', reason: 'a parameter is given twice' }));
}

/** What a request is answered with, and where it came in. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly listener: Listener;
}

/** Answers with an error, counted at the listener; what was not read of the request is not read any more. */
export function sendFailure(
  error: AppError,
  { request, response, listener }: Exchange,
  toPublic: (error: AppError) => object = publicError,
): void {
  listener.refused.count(error.code);
  const status = statusOf(error.code);
  if (status === 401) response.setHeader('www-authenticate', 'Bearer');
  if (status === 429) response.setHeader('retry-after', '60');
  // Nobody reads on what was refused unread.
  if (!request.complete) response.setHeader('connection', 'close');
  sendJson(response, status, { ok: false, error: toPublic(error) });
  if (!request.complete) request.resume();
}
