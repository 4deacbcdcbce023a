import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createLiveHost, type LiveHost } from '../../../../electron/host/live-host.ts';
import { httpTransport } from '../../../../electron/host/replica/http-transport.ts';
import { joinHost, type JoinReport } from '../../../../electron/host/replica/join-host.ts';
import { createApiClient, type ApiClient } from '../../../../shared/api/client.ts';
import { writeJoinLink } from '../../../../shared/api/join-link.ts';
import type { Result } from '../../../../shared/errors/result.ts';
import { createCountingIds, type InvitationId } from '../../../../shared/ids/ids.ts';
import type { Role } from '../../../../shared/rights/rights.ts';
import { valueOf } from '../../../support/filled-workspace.ts';
import type { TestHost } from '../../../support/live-host.ts';
import { temporaryFolder } from '../../../support/run-cli.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const ports = { clock: { now: () => '2019-05-02T10:00:00Z' }, createId: createCountingIds('f') };

/** Takes a link up into a file, as `leitbild join` does. */
export function joinInto(path: string, link: string): Promise<Result<JoinReport>> {
  const signal = new AbortController().signal;
  return joinHost({ link, path, ports, signal, logger: silent, random: () => 0 });
}

/** A link to the loopback listener of a test host. */
export function linkTo({ url }: TestHost, token: string): string {
  return writeJoinLink({ base: url, token, fingerprint: null });
}

export interface FollowerHost {
  readonly path: string;
  readonly host: LiveHost;
  /** As the window of that machine. */
  readonly api: ApiClient;
}

/** Opens a file that was made by joining; it is closed when the test is over. */
export async function openFollower(path: string): Promise<FollowerHost> {
  const host = valueOf(
    await createLiveHost({
      ...{ path, ports, randomBytes, logger: silent, port: 0, publicOrigin: null, certificatePath: null },
      monotonic: () => performance.now(),
      limits: { follower: { backoff: { first: 10, atMost: 40 } } },
    }),
  );
  onTestFinished(async () => {
    await host.close();
  });
  return { path, host, api: createApiClient(httpTransport(host.url, host.secret)) };
}

/** Joins as somebody, and opens the file. */
export async function follow(
  upper: TestHost,
  role: Role,
): Promise<FollowerHost & { id: InvitationId; token: string }> {
  const path = join(temporaryFolder(), 'follower.leitbild');
  const { id, token } = upper.invite(role);
  valueOf(await joinInto(path, linkTo(upper, token)));
  return { ...(await openFollower(path)), id, token };
}

/** Asks for the status until it holds; every answer takes a turn over the network. */
export async function untilState(api: ApiClient, state: string): Promise<void> {
  for (;;) if (valueOf(await api('replica.status', {})).state === state) return;
}
