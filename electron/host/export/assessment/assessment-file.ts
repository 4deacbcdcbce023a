import type { AssessmentTable } from '../../../../shared/assessment/assessment-row.ts';
import { assessmentLabels, type AssessmentLabels } from '../../../../shared/assessment/assessment-labels.ts';
import type { DocumentHeader } from '../../../../shared/editions/edition.ts';
import { printedDate } from '../../../../shared/publication/printed-date.ts';

/** What every writer knows beside the rows. */
export interface AssessmentFrame extends DocumentHeader {
  readonly language: 'de' | 'en';
  readonly labels: AssessmentLabels;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** That it is of this day. */
  readonly asOf: string;
  readonly isDraft: boolean;
  readonly isAnonymised: boolean;
}

/** What stands around the rows of a table. */
export function assessmentFrame(
  table: Pick<AssessmentTable, 'isDraft' | 'isAnonymised'>,
  header: DocumentHeader & { readonly language: 'de' | 'en' },
  createdAt: string,
): AssessmentFrame {
  const { title, subtitle, municipality, language } = header;
  const { isDraft, isAnonymised } = table;
  const labels = assessmentLabels[language];
  const asOf = `${labels.asOf} ${printedDate(createdAt, language)}`;
  return { title, subtitle, municipality, language, labels, createdAt, asOf, isDraft, isAnonymised };
}

/** What a writer has made. */
export interface WrittenFile {
  readonly bytes: Uint8Array;
  /** Contributions in it, as they were counted in the bytes. */
  readonly rows: number;
  /** Where more than one: `bytes` are a ZIP of so many. */
  readonly files: number;
}

/** Words that stand side by side; those that are missing leave no gap. */
export function sideBySide(words: readonly string[], between = ' · '): string {
  return words.filter((one) => one !== '').join(between);
}
