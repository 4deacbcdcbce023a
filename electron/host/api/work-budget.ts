/** How long each may keep the host busy with calls. */
export interface WorkBudget {
  /**
   * Does work for somebody and charges the time until it returns; what goes on after an `await` of its own in a worker
   * thread is not counted. Null, and nothing is done, while he has overdrawn his budget.
   */
  spend<Value>(principal: string, work: () => Value): Value | null;
}

/** Milliseconds of work per second in the long run, and at once. */
export interface WorkLimits {
  readonly perSecond: number;
  readonly burst: number;
}

/** A window that is opened costs some dozen milliseconds, a comparison of long texts some hundred. */
const workLimits: WorkLimits = { perSecond: 200, burst: 3_000 };

/** More than any host has guests; beyond it the budgets begin anew. */
const MAX_PRINCIPALS = 10_000;

/** Makes the budgets; `now` gives milliseconds that never go back. */
export function createWorkBudget(now: () => number, limits: WorkLimits = workLimits): WorkBudget {
  const budgets = new Map<string, { left: number; at: number }>();
  const { perSecond, burst } = limits;
  return {
    spend(principal, work) {
      const begun = now();
      const known = budgets.get(principal);
      const left =
        known === undefined ? burst : Math.min(burst, known.left + ((begun - known.at) / 1_000) * perSecond);
      if (left <= 0) return null;
      try {
        return work();
      } finally {
        if (known === undefined && budgets.size >= MAX_PRINCIPALS) budgets.clear();
        const ended = now();
        budgets.set(principal, { left: left - (ended - begun), at: ended });
      }
    },
  };
}
