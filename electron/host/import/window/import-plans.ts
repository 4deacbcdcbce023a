import type { BlockChange, SourceBlockView } from '../../../../shared/import/import-view.ts';
import { appError } from '../../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';
import type { CreateId } from '../../../../shared/ids/ids.ts';
import type { Profile } from '../../../../shared/schema/profile.ts';
import type { SourceFacts } from '../import-report.ts';
import type { ImportPlan } from '../import-source.ts';
import type { SourceDocument } from '../source-document.ts';

/** A source that somebody works on, with what was built of it last. */
export interface WindowPlan {
  readonly source: SourceDocument;
  readonly facts: SourceFacts;
  readonly profile: Profile;
  readonly plan: ImportPlan;
  readonly blocks: readonly SourceBlockView[];
  readonly changes: readonly BlockChange[];
}

/** The plans of a host, each for the one who made it. */
export interface ImportPlans {
  /** Keeps a plan and gives its id; the oldest of the same person makes room. */
  add(principal: string, plan: WindowPlan): string;
  /** Fails with `plan-unknown`. */
  get(principal: string, id: string): Result<WindowPlan>;
  /** Puts a new preview in the place of the last one. Fails with `plan-unknown`. */
  update(
    principal: string,
    id: string,
    change: Pick<WindowPlan, 'plan' | 'blocks' | 'changes'>,
  ): Result<true>;
  remove(principal: string, id: string): void;
  dropOf(principal: string): void;
  look(): void;
}

export interface PlanLimits {
  readonly perPrincipal: number;
  /** Milliseconds after a plan was last asked for. */
  readonly expireAfter: number;
}

interface Kept {
  readonly principal: string;
  plan: WindowPlan;
  until: number;
}

/** Makes the plans; `now` gives milliseconds that never go back. */
export function createImportPlans(deps: {
  readonly limits: PlanLimits;
  readonly createId: CreateId;
  readonly now: () => number;
}): ImportPlans {
  const { limits, createId, now } = deps;
  const plans = new Map<string, Kept>();

  const find = (principal: string, id: string): Result<Kept> => {
    const kept = plans.get(id);
    if (kept?.principal !== principal || kept.until <= now())
      return fail(appError('plan-unknown', { plan: id }));
    kept.until = now() + limits.expireAfter;
    return ok(kept);
  };
  const ofPrincipal = (principal: string): readonly string[] =>
    [...plans].filter(([, kept]) => kept.principal === principal).map(([id]) => id);

  return {
    add(principal, plan) {
      const own = ofPrincipal(principal);
      for (const id of own.slice(0, Math.max(0, own.length + 1 - limits.perPrincipal))) plans.delete(id);
      const id = createId();
      plans.set(id, { principal, plan, until: now() + limits.expireAfter });
      return id;
    },
    get(principal, id) {
      const kept = find(principal, id);
      return kept.ok ? ok(kept.value.plan) : kept;
    },
    update(principal, id, change) {
      const kept = find(principal, id);
      if (!kept.ok) return kept;
      kept.value.plan = { ...kept.value.plan, ...change };
      return ok(true);
    },
    remove(principal, id) {
      if (plans.get(id)?.principal === principal) plans.delete(id);
    },
    dropOf(principal) {
      for (const id of ofPrincipal(principal)) plans.delete(id);
    },
    look() {
      for (const [id, { until }] of [...plans]) if (until <= now()) plans.delete(id);
    },
  };
}
