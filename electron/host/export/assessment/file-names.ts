import { assessmentLabels, type AssessmentLabels } from '../../../../shared/assessment/assessment-labels.ts';
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

/** Characters of a title that tell which it is. */
const MOST_OF_FIRST = 50;

/** How an export is called where it is saved, and what it is. `createdAt` is ISO 8601; several `files` are a ZIP. */
export function assessmentFileName(
  { what, format, anonymised }: AssessmentWanted,
  title: string,
  createdAt: string,
  { language, files }: { readonly language: 'de' | 'en'; readonly files: number },
): { readonly name: string; readonly mediaType: string } {
  const labels = assessmentLabels[language];
  const { ending, mediaType } = forms[files > 1 ? 'pdf-zip' : format];
  const words = [
    title === '' ? 'Leitbild' : title,
    what === 'table' ? labels.table : labels.letter.subject,
    ...(anonymised ? [labels.anonymised.toLowerCase()] : []),
    createdAt.slice(0, 10),
  ];
  return { name: `${safeName(words.join(' '))}.${ending}`, mediaType };
}

/** Which of several files one is, in words that sort; empty where it is the only one. */
export function partWords(at: number, of: number, labels: AssessmentLabels): string {
  return of === 1 ? '' : labels.part(String(at + 1).padStart(String(of).length, '0'), of);
}

/** How a file that is one of several is called, by what it begins with. */
export function partName(part: string, first: string, labels: AssessmentLabels): string {
  const short =
    first.length <= MOST_OF_FIRST ? first : first.slice(0, MOST_OF_FIRST).replace(/\s\S*$/u, ' …');
  return safeName(short === '' ? part : labels.from(part, short)) || labels.table;
}

/** Names files of institutions; two whose names differ only in what file systems refuse have names of their own. */
export function createNames(): (institution: string) => string {
  const taken = new Set<string>();
  return (institution) => {
    const plain = safeName(institution) || 'Institution';
    for (let count = 1; ; count += 1) {
      const name = count === 1 ? plain : `${plain} (${String(count)})`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  };
}

/** Words as the name of a file, without characters that some file systems refuse, and never a hidden or reserved one. */
export function safeName(words: string): string {
  const plain = words.replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ').replaceAll(/\s+/gu, ' ');
  return Array.from(plain.trim())
    .slice(0, 100)
    .join('')
    .replaceAll(/^[. ]+|[. ]+$/gu, '');
}
