import { existsSync, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Words } from '../../renderer/words/words.ts';
import { createApiClient, type ApiClient } from '../../shared/api/client.ts';
import { appError, AppFailure } from '../../shared/errors/errors.ts';
import { readJoinLink, type JoinLink } from '../../shared/api/join-link.ts';
import { SHA256_PATTERN } from '../../shared/ids/ids.ts';
import { httpTransport } from '../host/replica/http-transport.ts';
import { withWorkspace, type CommandContext } from './command-context.ts';
import type { Workspace } from '../host/workspace/workspace.ts';

/** Options by which a command asks a running host instead of the file. */
export interface HostOptions {
  host?: string;
  secretFile?: string;
  secret?: string;
  fingerprint?: string;
}

/** Adds the options of `HostOptions` to a command. */
export function addHostOptions(command: Command, { commands: { help } }: Words): Command {
  return command
    .option('--host <address>', help.host)
    .option('--fingerprint <sha256>', help.fingerprint)
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
    const { base, token, fingerprint } = targetOf(options.host, options);
    return work.onHost(createApiClient(httpTransport(base, token, fingerprint)));
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

/**
 * Where the host is and what lets in: an address with the secret, and the fingerprint of a certificate of its own if it
 * has one; or a join link, which says all three.
 */
function targetOf(host: string, options: HostOptions): JoinLink {
  const link = readJoinLink(host);
  if (link !== null) return link;
  return { base: host, token: secretOf(options), fingerprint: fingerprintOf(options) };
}

/** The fingerprint however it is spaced: `serve` shows it plain, browsers with colons. */
function fingerprintOf({ fingerprint }: HostOptions): string | null {
  if (fingerprint === undefined) return null;
  const plain = fingerprint.toLowerCase().replaceAll(/[\s:]/g, '');
  if (SHA256_PATTERN.test(plain)) return plain;
  const details = { argument: '--fingerprint', reason: 'fingerprint-form' };
  throw new AppFailure(appError('argument-invalid', details));
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
