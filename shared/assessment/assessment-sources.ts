import type { Workshop } from '../decisions/workshop.ts';
import type { InstitutionId, RoundId } from '../ids/ids.ts';
import type { WeighingSources } from '../weighing/weighing-rows.ts';

/** What the assessment table is made from. */
export interface AssessmentSources extends WeighingSources {
  readonly workshops: readonly Pick<Workshop, 'id' | 'title' | 'date'>[];
}

/** What it is narrowed to; `null` narrows nothing. */
export interface AssessmentScope {
  readonly round: RoundId | null;
  readonly institutions: readonly InstitutionId[] | null;
  /** Statements about which something is still to be done, without positions, answers and withdrawals. */
  readonly onlyOpen: boolean;
}
