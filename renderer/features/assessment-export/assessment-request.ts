import {
  assessmentFormats,
  letterFormats,
  type AssessmentFormat,
  type LetterFormat,
} from '../../../shared/api/assessment-calls.ts';
import type { InputOf } from '../../../shared/api/contract.ts';

export type AssessmentKind = 'table' | 'letters';

/** What is chosen in the form. */
export interface AssessmentChosen {
  readonly format: AssessmentFormat | LetterFormat;
  readonly anonymised: boolean;
  /** Null for all rounds. */
  readonly round: string | null;
  /** None for all. */
  readonly institutions: readonly string[];
  readonly onlyOpen: boolean;
  readonly introduction: string;
  readonly withContacts: boolean;
}

/** The formats of a kind, in the order in which they are offered. */
export function formatsOf(kind: AssessmentKind): readonly (AssessmentFormat | LetterFormat)[] {
  return kind === 'table' ? assessmentFormats : letterFormats;
}

/** What is chosen at first. */
export function firstChoice(introduction: string): AssessmentChosen {
  return {
    format: 'pdf',
    ...{ anonymised: false, round: null, institutions: [], onlyOpen: false },
    ...{ introduction, withContacts: false },
  };
}

/** The call that a choice makes; what belongs to letters alone is left out of a table. */
export function requestOf(kind: AssessmentKind, chosen: AssessmentChosen): InputOf<'assessment.export'> {
  const { format, anonymised, round, institutions, onlyOpen, introduction, withContacts } = chosen;
  const common = {
    ...{ anonymised, round, onlyOpen },
    institutions: institutions.length === 0 ? null : [...institutions],
  };
  if (kind === 'table') {
    const own = assessmentFormats.find((one) => one === format) ?? 'pdf';
    return { what: 'table', format: own, ...common };
  }
  const own = letterFormats.find((one) => one === format) ?? 'pdf';
  const withPersons = withContacts && !anonymised;
  return { what: 'letters', format: own, ...common, introduction, withContacts: withPersons };
}
