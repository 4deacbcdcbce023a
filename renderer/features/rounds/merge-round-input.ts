import type { Round } from '../../../shared/rounds/round.ts';
import { inputOf, type RoundInput } from './round-input.ts';

/** The fields of a round, as a person sees them. */
const roundParts = ['name', 'from', 'until', 'invited', 'places', 'visibility'] as const;

export type RoundPart = (typeof roundParts)[number];

/** What others have changed while somebody typed, in the order of the fields. */
export interface RoundChange {
  readonly part: RoundPart;
  /** Whether what was typed stays, because the field was changed here too. */
  readonly keepsTyped: boolean;
}

/**
 * What is typed, brought upon what others have made of the round meanwhile: fields that were not touched here show
 * what holds now, the others keep what was typed. What can no longer be changed, because the round was opened, is as it
 * is now; whom it has invited stays invited. `start` is the round as it was when typing began.
 */
export function mergeRoundInput(
  typed: RoundInput,
  start: Round,
  now: Round,
): { readonly input: RoundInput; readonly changes: readonly RoundChange[] } {
  const [before, after] = [inputOf(start), inputOf(now)];
  const hasBegun = now.base !== null;
  let input = typed;
  const changes: RoundChange[] = [];
  for (const part of roundParts) {
    const isFixed = hasBegun && (part === 'from' || part === 'places');
    const isTouched = !isSame(part, typed, before);
    if (isFixed || !isTouched) input = { ...input, ...fieldOf(part, after) };
    if (isSame(part, before, after)) continue;
    const keepsTyped = isTouched && !isFixed && !isSame(part, typed, after);
    changes.push({ part, keepsTyped });
  }
  if (hasBegun) {
    const asksAll = input.asksAll || after.asksAll;
    input = { ...input, asksAll, invited: new Set([...after.invited, ...input.invited]) };
  }
  return { input, changes };
}

function fieldOf(part: RoundPart, input: RoundInput): Partial<RoundInput> {
  switch (part) {
    case 'name':
    case 'from':
    case 'until':
    case 'visibility':
      return { [part]: input[part] };
    case 'invited':
      return { asksAll: input.asksAll, invited: input.invited };
    case 'places':
      return { isWholeText: input.isWholeText, places: input.places };
  }
}

function isSame(part: RoundPart, one: RoundInput, other: RoundInput): boolean {
  switch (part) {
    case 'invited':
      return one.asksAll === other.asksAll && (one.asksAll || isSameSet(one.invited, other.invited));
    case 'places':
      return (
        one.isWholeText === other.isWholeText && (one.isWholeText || isSameSet(one.places, other.places))
      );
    case 'name':
    case 'from':
    case 'until':
    case 'visibility':
      return one[part] === other[part];
  }
}

function isSameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((id) => other.has(id));
}
