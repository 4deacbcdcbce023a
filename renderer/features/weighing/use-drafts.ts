import { useState } from 'react';
import { emptyDraft, isBegun, type DecisionDraft } from './decision-draft.ts';

/** Decisions that were begun, each under what it is about: they stay while other goals are looked at. */
export interface Drafts {
  /** Whether something was written that would be missed. */
  readonly isBegun: boolean;
  of(target: string): DecisionDraft;
  change(target: string, change: (before: DecisionDraft) => DecisionDraft): void;
}

export function useDrafts(): Drafts {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, DecisionDraft>>(new Map());
  return {
    isBegun: [...drafts.values()].some(isBegun),
    of: (target) => drafts.get(target) ?? emptyDraft,
    change: (target, change) =>
      setDrafts((before) => new Map([...before, [target, change(before.get(target) ?? emptyDraft)]])),
  };
}
