import { existsSync, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Words } from '../../renderer/words/words.ts';
import { createApiClient, type ApiClient, type ApiTransport } from '../../shared/api/client.ts';
import { appError, AppFailure } from '../../shared/errors/errors.ts';
import { fail, ok } from '../../shared/errors/result.ts';
import { withWorkspace, type CommandContext } from './command-context.ts';
import type { Workspace } from '../host/workspace/workspace.ts';

/** Options by which a command asks a running host instead of the file. */
export interface HostOptions {
  host?: string;
  secretFile?: string;
  secret?: string;
}

/** How long a host may take to answer, in milliseconds. */
const PATIENCE = 30_000;

/** Adds the options of `HostOptions` to a command. */
export function addHostOptions(command: Command, { commands: { help } }: Words): Command {
  return command
    .option('--host <address>', help.host)
    .option('--secret <secret>', help.secret)
    .option('--secret-file <path>', help.secretFile);
}

/**
 * Works on a closed file or, where a host is named, through its API. Where the file is open elsewhere, fails with
 * `host-running`, which says what to do.
 */
export async function withFileOrHost<T>(
  path: string,
  options: HostOptions,
  context: CommandContext,
  mode: 'read' | 'write',
  work: {
    readonly onFile: (workspace: Workspace) => T | Promise<T>;
    readonly onHost: (api: ApiClient) => T | Promise<T>;
  },
): Promise<T> {
  if (options.host !== undefined) {
    return work.onHost(createApiClient(httpTransport(options.host, secretOf(options))));
  }
  try {
    return await withWorkspace(path, context, mode, work.onFile);
  } catch (error) {
    if (error instanceof AppFailure && error.error.code === 'workspace-in-use') {
      throw new AppFailure(appError('host-running', { path }));
    }
    throw error;
  }
}

/** Sends calls by HTTP, with the secret or a token. Fails with `host-unreachable` and `answer-invalid`. */
export function httpTransport(base: string, token: string): ApiTransport {
  return async ({ method, path, query, body }) => {
    const search = new URLSearchParams(query).toString();
    const url = `${base.replace(/\/$/, '')}${path}${search === '' ? '' : `?${search}`}`;
    try {
      const response = await fetch(url, {
        method,
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE),
        headers: {
          authorization: `Bearer ${token}`,
          ...(method === 'POST' && { 'content-type': 'application/json' }),
        },
        ...(method === 'POST' && { body: JSON.stringify(body) }),
      });
      return ok(await response.json());
    } catch (error) {
      if (error instanceof SyntaxError) return fail(appError('answer-invalid', { call: path }));
      if (!(error instanceof Error)) throw error;
      return fail(appError('host-unreachable', { url: base, reason: reasonOf(error) }));
    }
  };
}

function reasonOf(error: Error): string {
  const cause: unknown = error.cause;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}

function secretOf({ secret, secretFile }: HostOptions): string {
  if (secretFile !== undefined) {
    if (!existsSync(secretFile)) throw new AppFailure(appError('file-missing', { path: secretFile }));
    return readFileSync(secretFile, 'utf8').trim();
  }
  const given = secret ?? process.env['LEITBILD_SECRET'];
  if (given === undefined || !/^[\w.~+/=-]{1,256}$/.test(given)) {
    const reason = given === undefined ? 'missing' : 'no secret';
    throw new AppFailure(appError('argument-invalid', { argument: '--secret', reason }));
  }
  return given;
}
