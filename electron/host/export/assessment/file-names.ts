import { assessmentLabels } from '../../../../shared/assessment/assessment-labels.ts';
import type { AssessmentWanted } from '../../../../shared/api/assessment-calls.ts';

const forms = {
  pdf: { ending: 'pdf', mediaType: 'application/pdf' },
  docx: {
    ending: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: { ending: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  csv: { ending: 'csv', mediaType: 'text/csv; charset=utf-8' },
  'pdf-zip': { ending: 'zip', mediaType: 'application/zip' },
  'docx-zip': { ending: 'zip', mediaType: 'application/zip' },
} as const satisfies Readonly<Record<AssessmentWanted['format'], object>>;

/** How an export is called where it is saved, and what it is. `createdAt` is ISO 8601. */
export function assessmentFileName(
  { what, format, anonymised }: AssessmentWanted,
  title: string,
  createdAt: string,
  language: 'de' | 'en',
): { readonly name: string; readonly mediaType: string } {
  const labels = assessmentLabels[language];
  const { ending, mediaType } = forms[format];
  const words = [
    title === '' ? 'Leitbild' : title,
    what === 'table' ? labels.table : labels.letter.subject,
    ...(anonymised ? [labels.anonymised.toLowerCase()] : []),
    createdAt.slice(0, 10),
  ];
  return { name: `${safeName(words.join(' '))}.${ending}`, mediaType };
}

/** Words as the name of a file, without characters that some file systems refuse, and never a hidden or reserved one. */
export function safeName(words: string): string {
  return words
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, 100)
    .replaceAll(/^[. ]+|[. ]+$/gu, '');
}
