import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { CreateId } from '../../../shared/ids/ids.ts';
import type { ReadAnswer } from './package-work.ts';

/** Answers that came in and wait for what moderation decides, each inspection for the one who made it. */
export interface Inspections {
  /** Keeps what was read and gives its id; the one before of the same person makes room. */
  add(principal: string, answers: readonly ReadAnswer[]): string;
  /** Fails with `plan-unknown`. */
  get(principal: string, id: string): Result<readonly ReadAnswer[]>;
  dropOf(principal: string): void;
  look(): void;
}

/** Makes them; each expires after a time without being asked for. `now` gives milliseconds that never go back. */
export function createInspections(deps: {
  readonly expireAfter: number;
  readonly createId: CreateId;
  readonly now: () => number;
}): Inspections {
  const { expireAfter, createId, now } = deps;
  const kept = new Map<string, { id: string; answers: readonly ReadAnswer[]; until: number }>();
  return {
    add(principal, answers) {
      const id = createId();
      kept.set(principal, { id, answers, until: now() + expireAfter });
      return id;
    },
    get(principal, id) {
      const found = kept.get(principal);
      if (found?.id !== id || found.until <= now()) return fail(appError('plan-unknown', { plan: id }));
      found.until = now() + expireAfter;
      return ok(found.answers);
    },
    dropOf: (principal) => void kept.delete(principal),
    look() {
      for (const [principal, { until }] of [...kept]) if (until <= now()) kept.delete(principal);
    },
  };
}
