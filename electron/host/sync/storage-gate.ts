import { clearTimeout, setTimeout } from 'node:timers';
import { appError, AppFailure, type AppError } from '../../../shared/errors/errors.ts';
import { codeOf } from '../trace-of.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { createFilePresence } from './file-presence.ts';
import type { SyncLimits } from './sync-limits.ts';
import type { Logger } from '../ports.ts';

/**
 * Whether the file takes writes. After a failed one nothing is written until a probe succeeds; probes come at
 * growing intervals, and the interval only shrinks again once a real write has succeeded.
 */
export interface StorageGate {
  /** Why nothing may be written now; `null` where it may. */
  readonly failure: AppError | null;
  /** Runs a write. Throws `AppFailure`, also where it was not tried; a failure closes the gate. */
  write(work: () => void): void;
  /** Closes the gate where the file is gone, before anybody writes; tries at once where it is there again. */
  look(): void;
  close(): void;
}

export function createStorageGate(deps: {
  readonly workspace: Workspace;
  readonly limits: SyncLimits;
  readonly logger: Logger;
  /** Milliseconds that never go back. */
  readonly now: () => number;
}): StorageGate {
  const { workspace, limits, logger, now } = deps;
  const presence = createFilePresence(workspace.path, { every: limits.provePresenceEvery, now });
  let failure: AppError | null = null;
  let wait = limits.probeAfter;
  let timer: NodeJS.Timeout | undefined;

  const scheduleProbe = (): void => {
    timer = setTimeout(probe, wait).unref();
    wait = Math.min(wait * 2, limits.probeAtMost);
  };
  const probe = (): void => {
    try {
      presence.prove();
      workspace.rooms.probe();
    } catch (error) {
      failure = asAppError(error);
      scheduleProbe();
      return;
    }
    logger.info({ after: failure?.code }, 'storage recovered');
    failure = null;
  };

  const shut = (error: unknown): AppError => {
    failure = asAppError(error);
    logger.error({ code: failure.code }, 'storage failed');
    scheduleProbe();
    return failure;
  };

  return {
    get failure() {
      return failure;
    },
    write(work) {
      if (failure !== null) throw new AppFailure(failure);
      try {
        presence.prove();
        work();
      } catch (error) {
        throw new AppFailure(shut(error));
      }
      wait = limits.probeAfter;
    },
    look() {
      if (failure !== null && failure.code !== 'workspace-missing') return;
      try {
        presence.prove();
      } catch (error) {
        if (failure === null) shut(error);
        return;
      }
      if (failure === null) return;
      // Whoever has put the file back need not wait for an interval that has grown while it was away.
      clearTimeout(timer);
      probe();
    },
    close: () => clearTimeout(timer),
  };

  /** Whatever stops a commit, nothing may be taken for stored. */
  function asAppError(error: unknown): AppError {
    if (error instanceof AppFailure) return error.error;
    return appError('file-unwritable', { path: workspace.path, reason: codeOf(error) });
  }
}
