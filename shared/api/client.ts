import { z } from 'zod';
import { appError, type AppError, type ErrorCode } from '../errors/errors.ts';
import { fail, ok, type Result } from '../errors/result.ts';
import { borderErrors, type Call } from './call.ts';
import { contract, type CallName, type InputOf, type OutputOf } from './contract.ts';
import { deskContract, type DeskCallName, type DeskContract } from './desk-contract.ts';

/** One request as a transport sends it; `query` for GET, `body` for POST. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST';
  /** Begins with `/api/`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Sends a request and hands back the parsed JSON of the answer, whatever its status; a failure to reach the host as such. */
export type ApiTransport = (request: ApiRequest) => Promise<Result<unknown>>;

/** Calls the host by name: input and output are typed by the contract. Never rejects unless the transport does. */
export type ApiClient = <Name extends CallName>(
  name: Name,
  input: InputOf<Name>,
) => Promise<Result<OutputOf<Name>>>;

/** The same for the desk. */
export type DeskClient = <Name extends DeskCallName>(
  name: Name,
  input: z.input<DeskContract[Name]['input']>,
) => Promise<Result<DeskOutput<Name>>>;

export type DeskOutput<Name extends DeskCallName> =
  DeskContract[Name] extends Call<z.ZodType, infer Output> ? Output : never;

const answerSchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error: z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) }),
  }),
]);

/**
 * Makes a client over a transport. Errors come back as the host's codes; an answer that is none, or a code that the
 * call cannot give, as `answer-invalid`.
 */
export function createApiClient(transport: ApiTransport): ApiClient {
  return <Name extends CallName>(name: Name, input: InputOf<Name>) =>
    send<OutputOf<Name>>(transport, name, contract[name], input);
}

/** The same for a desk. */
export function createDeskClient(transport: ApiTransport): DeskClient {
  return <Name extends DeskCallName>(name: Name, input: z.input<DeskContract[Name]['input']>) =>
    send<DeskOutput<Name>>(transport, name, deskContract[name], input);
}

async function send<Output>(
  transport: ApiTransport,
  name: string,
  { method, errors }: Pick<Call, 'method' | 'errors'>,
  input: unknown,
): Promise<Result<Output>> {
  const answered = await transport({
    method,
    path: `/api/${name}`,
    query: method === 'GET' ? (input as Readonly<Record<string, string>>) : {},
    body: method === 'POST' ? input : undefined,
  });
  if (!answered.ok) return answered;
  const parsed = answerSchema.safeParse(answered.value);
  if (!parsed.success) return fail(appError('answer-invalid', { call: name }));
  if (parsed.data.ok) return ok(parsed.data.value as Output);
  const { code, details } = parsed.data.error;
  const known: readonly ErrorCode[] = [...borderErrors, ...errors];
  if (!known.some((one) => one === code)) return fail(appError('answer-invalid', { call: name }));
  // The code is one of the call's own, and host and client share its details by the same declaration.
  return fail({ code, details } as AppError);
}
