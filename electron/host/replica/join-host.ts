import { chmodSync, existsSync, rmSync } from 'node:fs';
import { createApiClient, type ApiClient } from '../../../shared/api/client.ts';
import type { WorkspaceOverview } from '../../../shared/api/contract.ts';
import { readJoinLink, type JoinLink } from '../../../shared/api/join-link.ts';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { parseProfile } from '../../../shared/schema/profile.ts';
import type { HostPorts, Logger } from '../ports.ts';
import { createWorkspace, openWorkspace } from '../workspace/open-workspace.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { clientsOf } from './clients-of.ts';
import { httpTransport } from './http-transport.ts';
import { syncOnce, type SyncReport } from './sync-once.ts';
import { askUpstream } from './upstream-answers.ts';

export interface JoinRequest {
  /** The join link, as it was handed out. */
  readonly link: string;
  /** A new file, or one that follows a host of the same Leitbild already and gets this invitation from now on. */
  readonly path: string;
  readonly ports: HostPorts;
  readonly logger: Logger;
  /** From 0 (included) to 1 (excluded). */
  readonly random: () => number;
  readonly signal: AbortSignal;
}

export interface JoinReport {
  readonly isNew: boolean;
  readonly overview: WorkspaceOverview;
  readonly sync: SyncReport;
}

/**
 * Makes a file that follows the host of a join link, with all that its holder may have of it; its certificate is pinned
 * if the link names one. A file that follows already gets the new invitation, and keeps what it has. Fails with
 * `argument-invalid` (no join link), `workspace-exists` (a file that follows nobody), `upstream-foreign`, and as calling
 * a host, making a file and `syncOnce` fail; a new file is then gone again.
 */
export async function joinHost(request: JoinRequest): Promise<Result<JoinReport>> {
  const link = readJoinLink(request.link);
  if (link === null) {
    return fail(appError('argument-invalid', { argument: '<link>', reason: 'join-link' }));
  }
  const api = createApiClient(httpTransport(link.base, link.token, link.fingerprint));
  const overview = await askUpstream(api, 'workspace.overview', {});
  if (!overview.ok) return overview;
  const isNew = !existsSync(request.path);
  const opened = await (isNew ? create(request, api) : reopen(request, api));
  if (!opened.ok) return opened;
  const workspace = opened.value;
  const synced = await follow(workspace, link, overview.value, request);
  const closed = workspace.close();
  if (isNew && !synced.ok) remove(request.path);
  if (!synced.ok) return synced;
  return closed.ok ? ok({ isNew, overview: overview.value, sync: synced.value }) : closed;
}

async function create({ path, ports }: JoinRequest, api: ApiClient): Promise<Result<Workspace>> {
  const source = await askUpstream(api, 'replica.source', {});
  if (!source.ok) return source;
  const profile = parseProfile(source.value.profile, path);
  if (!profile.ok) return profile;
  const created = createWorkspace(path, { profile: profile.value, ports });
  // The token will be in it. The files beside it get the mode that it has.
  if (created.ok) chmodSync(path, 0o600);
  return created;
}

async function reopen({ path, ports }: JoinRequest, api: ApiClient): Promise<Result<Workspace>> {
  const origin = await askUpstream(api, 'replica.origin', {});
  if (!origin.ok) return origin;
  const opened = openWorkspace(path, { ports });
  if (!opened.ok) return opened;
  const workspace = opened.value;
  const upstream = workspace.upstreams.current();
  const theirs = new Set(origin.value.clients);
  const ours = clientsOf((room, work) => {
    const doc = workspace.rooms.load(room);
    const found = work(doc);
    doc.destroy();
    return found;
  });
  if (upstream === null) {
    workspace.close();
    return fail(appError('workspace-exists', { path }));
  }
  if (ours.length > 0 && !ours.some((client) => theirs.has(client))) {
    workspace.close();
    return fail(appError('upstream-foreign', { base: upstream.base }));
  }
  return ok(workspace);
}

function follow(
  workspace: Workspace,
  { base, token, fingerprint }: JoinLink,
  { principal, role, institution }: WorkspaceOverview,
  { ports, logger, random, signal }: JoinRequest,
): Promise<Result<SyncReport>> {
  workspace.upstreams.join({
    ...{ base, token, fingerprint, joinedAt: ports.clock.now() },
    principal: { id: principal, role, institution },
  });
  return syncOnce({ workspace, clock: ports.clock, logger, random, signal });
}

function remove(path: string): void {
  for (const part of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${part}`, { force: true });
}
