import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { certificatePathOf } from '../../electron/host/listeners/defaults.ts';
import { createLiveHost, type LiveHost, type LiveHostOptions } from '../../electron/host/live-host.ts';
import type { Logger } from '../../electron/host/ports.ts';
import { institutionId, type InvitationId } from '../../shared/ids/ids.ts';
import type { Role } from '../../shared/rights/rights.ts';
import { createCountingIds } from '../../shared/ids/ids.ts';
import { fill, made, valueOf } from './filled-workspace.ts';

/** A clock that a test sets. */
export interface SteppedClock {
  instant: string;
  milliseconds: number;
}

export interface TestHost extends LiveHost {
  readonly path: string;
  readonly clock: SteppedClock;
  /** What was logged, one JSON text per entry. */
  readonly logged: string[];
  /** Makes an invitation that lasts for years. */
  invite(role: Role): { readonly id: InvitationId; readonly token: string };
}

export const farAhead = '2029-01-01T00:00:00Z';

/** A live host on a filled workspace at port 0, with a clock that stands still; it is gone when the test is over. */
export async function startHost(
  options: Partial<LiveHostOptions> = {},
  parent: string = tmpdir(),
): Promise<TestHost> {
  const folder = mkdtempSync(join(parent, 'host-'));
  const path = join(folder, 'a.leitbild');
  const workspace = made(path);
  fill(workspace);
  valueOf(workspace.close());
  const clock: SteppedClock = { instant: '2019-05-01T10:00:00Z', milliseconds: 0 };
  const logged: string[] = [];
  const note = (fields: object, message: string): void =>
    void logged.push(JSON.stringify({ ...fields, message }));
  const logger: Logger = { info: note, warn: note, error: note };
  const host = valueOf(await createLiveHost({ ...standardOptions(path, clock, logger), ...options }));
  onTestFinished(async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const invite: TestHost['invite'] = (role) => {
    const institution = role === 'delegate' ? institutionId('i3') : null;
    const { invitation, token } = valueOf(
      host.invitations.create({ role, institution, expiresAt: farAhead }),
    );
    return { id: invitation.id, token };
  };
  return { ...host, path, clock, logged, invite };
}

/** Another host on the file of one that was closed; its certificate lies beside the file. */
export async function startAgain(
  { path, clock }: Pick<TestHost, 'path' | 'clock'>,
  options: Partial<LiveHostOptions> = {},
): Promise<LiveHost> {
  const silent = (): void => undefined;
  const logger: Logger = { info: silent, warn: silent, error: silent };
  const host = valueOf(
    await createLiveHost({
      ...standardOptions(path, clock, logger),
      certificatePath: certificatePathOf(path),
      ...options,
    }),
  );
  onTestFinished(async () => {
    await host.close();
  });
  return host;
}

function standardOptions(path: string, clock: SteppedClock, logger: Logger): LiveHostOptions {
  return {
    ports: { clock: { now: () => clock.instant }, createId: createCountingIds('x') },
    ...{ path, randomBytes, logger, port: 0, publicOrigin: null, certificatePath: null },
    monotonic: () => clock.milliseconds,
  };
}
