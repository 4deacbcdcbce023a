import type { InputOf } from '../../../shared/api/contract.ts';
import type { Decision, Outcome } from '../../../shared/decisions/decision.ts';
import type { DecidedContributions } from '../../../shared/decisions/decisions-room.ts';
import { rebaseWording } from '../../../shared/decisions/rebase-wording.ts';
import type { Workshop } from '../../../shared/decisions/workshop.ts';
import type { ContributionId, DecisionId, WorkshopId } from '../../../shared/ids/ids.ts';
import type { CompetingWording } from '../../../shared/weighing/competing-wordings.ts';
import type { WordingChoice } from './wording-choices.ts';

/** What was chosen and written for the wording of one place; `null` for what nobody has touched. */
export interface WordingDraft {
  readonly isOn: boolean | null;
  readonly edited: { readonly words: string; readonly basedOn: string } | null;
}

/** A workshop that is being put in. */
export type WorkshopDraft = Pick<Workshop, 'title' | 'date' | 'place'>;

/** A decision before it is made. */
export interface DecisionDraft {
  /** What it is about, each with the decision that the person saw to hold then. */
  readonly seen: ReadonlyMap<ContributionId, DecisionId | null>;
  readonly outcome: Outcome | null;
  readonly reason: string;
  readonly stage: 'proposed' | 'final';
  readonly workshop: WorkshopId | null;
  /** `null` while none is being put in. */
  readonly newWorkshop: WorkshopDraft | null;
  readonly wordings: ReadonlyMap<ContributionId, WordingDraft>;
  /** The proposal to the institutions whose words it began with. */
  readonly takenFrom: Decision | null;
}

export const emptyDraft: DecisionDraft = {
  seen: new Map(),
  outcome: null,
  reason: '',
  stage: 'final',
  workshop: null,
  newWorkshop: null,
  wordings: new Map(),
  takenFrom: null,
};

/** A wording as the form shows it now. */
export interface ChosenWording extends WordingChoice {
  readonly isOn: boolean;
  readonly words: string;
  /** What the text read when the words were written. */
  readonly basedOn: string;
  /** The text has become another since the words were written; they have to be looked at first. */
  readonly isOutdated: boolean;
}

/** Whether something was written that would be missed. */
export function isBegun({ reason, newWorkshop, wordings, takenFrom }: DecisionDraft): boolean {
  const written = reason.trim();
  return (
    (written !== '' && written !== takenFrom?.reason.trim()) ||
    (newWorkshop !== null && holdsWords(newWorkshop)) ||
    [...wordings.values()].some(({ edited }) => edited !== null)
  );
}

/** Whether anything is written of a workshop. */
export function holdsWords({ title, date, place }: WorkshopDraft): boolean {
  return [title, date, place].some((one) => one.trim() !== '');
}

/**
 * The draft, about these from now on. Where nobody has chosen or written anything, and one proposed decision says the
 * same about all of them, the final one begins with what that said.
 */
export function aboutThese(
  draft: DecisionDraft,
  seen: DecisionDraft['seen'],
  decided: Pick<DecidedContributions, 'holding'>,
): DecisionDraft {
  const { outcome, reason, workshop, newWorkshop, wordings, takenFrom } = draft;
  const begins = takenFrom ?? emptyDraft;
  const isTouched = outcome !== begins.outcome || reason !== begins.reason || workshop !== begins.workshop;
  if (isTouched || newWorkshop !== null || wordings.size > 0) return { ...draft, seen };
  const [first, ...others] = [...seen.keys()].map((id) => decided.holding(id));
  const isProposed =
    first?.stage === 'proposed' &&
    others.every(
      (other) =>
        other?.stage === 'proposed' &&
        other.outcome === first.outcome &&
        other.reason === first.reason &&
        other.workshop === first.workshop,
    );
  if (!isProposed) return { ...emptyDraft, seen, stage: draft.stage };
  const said = { outcome: first.outcome, reason: first.reason, workshop: first.workshop };
  return { ...emptyDraft, ...said, seen, stage: 'final', takenFrom: first };
}

/** Whether a decision of this outcome and stage may change the text. */
export function mayChangeText({ outcome, stage }: Pick<DecisionDraft, 'outcome' | 'stage'>): boolean {
  return stage === 'final' && (outcome === 'adopted' || outcome === 'adoptedInPart');
}

/**
 * The wordings of a draft. What nobody has said otherwise is taken over where a proposal fits today's text, and neither
 * conflicts with one before it nor makes the same change.
 */
export function chosenWordings(
  draft: DecisionDraft,
  choices: readonly WordingChoice[],
  competing: readonly CompetingWording[],
): readonly ChosenWording[] {
  const byId = new Map(competing.map((one) => [one.statement.id, one]));
  const taken = new Set<ContributionId>();
  return choices.map((choice) => {
    const { contribution, placed, anchor, today } = choice;
    const own = draft.wordings.get(contribution);
    const rivals = byId.get(contribution);
    const meets = [...(rivals?.conflictsWith ?? []), ...(rivals?.agreesWith ?? [])].some((id) =>
      taken.has(id),
    );
    const fits = placed !== null && 'wording' in placed.rebased;
    const isOn = anchor !== null && (own?.isOn ?? (fits && !meets));
    if (isOn) taken.add(contribution);
    const edited = own?.edited ?? null;
    return {
      ...choice,
      isOn,
      words: edited?.words ?? choice.initial,
      basedOn: edited?.basedOn ?? today,
      isOutdated: edited !== null && edited.basedOn !== today,
    };
  });
}

/** Carries words over to a text that has changed since: merged where that can be done, else as they are. */
export function carriedOver(edited: { readonly words: string; readonly basedOn: string }, today: string) {
  const rebased = rebaseWording(edited.basedOn, edited.words, today);
  const isMerged = 'wording' in rebased;
  return { words: isMerged ? rebased.wording : edited.words, basedOn: today, isMerged };
}

/** What is asked of the host; `null` while something is missing. Words that stand in the text already are left out. */
export function decideInput(
  draft: DecisionDraft,
  wordings: readonly ChosenWording[],
): InputOf<'decisions.decide'> | null {
  const { seen, outcome, reason, stage, workshop } = draft;
  if (outcome === null || seen.size === 0) return null;
  const applied = mayChangeText(draft) ? wordings.filter(({ isOn }) => isOn) : [];
  if (applied.some(({ isOutdated }) => isOutdated)) return null;
  return {
    contributions: [...seen].map(([id, expected]) => ({ id, expected })),
    ...{ outcome, reason: reason.trim(), stage, workshop },
    wordings: applied.flatMap(({ contribution, words, today, anchor }) =>
      anchor === null || words === today ? [] : [{ contribution, wording: words, anchor }],
    ),
  };
}
