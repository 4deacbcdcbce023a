import type { IncomingMessage, ServerResponse } from 'node:http';
import { contract, type CallName, type ParsedInputOf } from '../../../shared/api/contract.ts';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { Principal } from '../../../shared/rights/rights.ts';
import type { AppFiles } from '../app/app-files.ts';
import type { Listener } from '../listeners/http-listener.ts';
import type { ListenerLimits } from '../listeners/limits.ts';
import { sendJson } from '../listeners/send-json.ts';
import type { Logger } from '../ports.ts';
import type { Admission } from './admission.ts';
import { createTransferRoutes } from '../transfers/transfer-routes.ts';
import { createCallServer } from './call-server.ts';
import { codeOfRefusal } from './error-answer.ts';
import { handlers } from './handlers.ts';
import type { Handler, HostServices } from './host-services.ts';
import { createWorkBudget } from './work-budget.ts';

export interface RequestHandlerDeps {
  readonly admission: Admission;
  readonly services: HostServices;
  readonly limits: ListenerLimits;
  readonly logger: Logger;
  /** The program that is handed out, or null where this host has none. */
  readonly app: AppFiles | null;
  /** Milliseconds that never run backwards. */
  readonly monotonic: () => number;
}

/**
 * Answers HTTP requests of a host: `/healthz` and the program's own files to anybody, `/api/<call>` to whom the
 * contract names, uploads, downloads and pictures as `TransferRoutes` says, anything else with 404.
 */
export function createRequestHandler(deps: RequestHandlerDeps) {
  const { admission, services, limits, logger, app } = deps;
  const budget = createWorkBudget(deps.monotonic);
  const carryOut = async <Name extends CallName>(
    name: Name,
    input: ParsedInputOf<Name>,
    principal: Principal,
  ): Promise<Result<unknown>> => {
    const handler: Handler<Name> = handlers[name];
    const begin = () => handler(input, { principal, services });
    // The window of this machine keeps nobody waiting but its own user.
    if (admission.isLocal(principal)) return begin();
    return budget.spend(principal.id, begin) ?? fail(appError('rate-limited', {}));
  };

  const identify = (token: string, request: IncomingMessage, listener: Listener): Result<Principal> => {
    const outcome = admission.admit(token, admission.sourceOf(request, listener));
    return outcome.ok ? ok(outcome.principal) : fail(appError(codeOfRefusal(outcome.reason), {}));
  };

  const answerTransfer = createTransferRoutes({
    ...{ identify, logger },
    uploads: services.window.uploads,
    downloads: services.window.downloads,
    assets: services.workspace.assets,
  });

  const answerCall = createCallServer<Principal>({
    calls: contract,
    identify,
    mayCall: (principal, name) => mayCall(name as CallName, principal, admission),
    // The call server has found the name in the contract and parsed the input by its schema.
    carryOut: (name, input, principal) =>
      carryOut(name as CallName, input as ParsedInputOf<CallName>, principal),
    ...{ limits, logger },
  });

  const health = (): { readonly status: number; readonly body: object } => {
    const sound = services.status().storage === 'sound';
    return { status: sound ? 200 : 503, body: { status: sound ? 'ok' : 'storage-failed' } };
  };

  return async (request: IncomingMessage, response: ServerResponse, listener: Listener): Promise<void> => {
    response.on('error', () => request.destroy());
    if (request.url === '/healthz' && request.method === 'GET') {
      const { status, body } = health();
      sendJson(response, status, body);
      return;
    }
    if (app?.answer(request, response) === true) return;
    if (await answerTransfer(request, response, listener)) return;
    await answerCall(request, response, listener);
  };
}

function mayCall(name: CallName, principal: Principal, admission: Admission): boolean {
  const { callers, localOnly } = contract[name] as { callers: readonly string[]; localOnly?: true };
  return callers.includes(principal.role) && (localOnly !== true || admission.isLocal(principal));
}
