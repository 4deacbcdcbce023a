import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { encodeStateVector } from 'yjs';
import { initialPhase, writePhase } from '../../../../shared/rooms/phase-room.ts';
import { until } from '../sync/sync-host.ts';
import { startReplicaHost, type ReplicaHost } from './replica-host.ts';

/** What a test works on: made anew before each. */
export interface HostPair {
  folder: string;
  /** The host that is followed. */
  upper: ReplicaHost;
  lower: ReplicaHost;
}

/** Two hosts, each with a file of its own; for all tests of a file. */
export function hostPair() {
  const at = {} as HostPair;
  beforeEach(async () => {
    at.folder = mkdtempSync(join(tmpdir(), 'replica-'));
    at.upper = await startReplicaHost(at.folder, 'upper');
    at.lower = await startReplicaHost(at.folder, 'lower');
  });
  afterEach(async () => {
    await at.lower.close();
    await at.upper.close();
    rmSync(at.folder, { recursive: true, force: true });
  });

  const inStep = (): Promise<void> =>
    until(() => {
      const status = at.lower.status('text');
      return status?.state === 'in-step' && status.pendingUpdates === 0;
    });
  const lock = (): void =>
    at.upper.host.sync.edit('process', (doc) => writePhase(doc, { ...initialPhase, text: 'locked' }));
  const unlock = (): void => at.upper.host.sync.edit('process', (doc) => writePhase(doc, initialPhase));
  const vectorOf = ({ workspace }: ReplicaHost): string =>
    Buffer.from(encodeStateVector(workspace.rooms.load('text'))).toString('hex');
  return { at, inStep, lock, unlock, vectorOf };
}
