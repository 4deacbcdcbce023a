import { assessmentLabels, type AssessmentLabels } from '../../../../shared/assessment/assessment-labels.ts';
import type { AssessmentWanted } from '../../../../shared/api/assessment-calls.ts';
import { namedFile, safeName, type NamedFile } from '../file-forms.ts';

/** Characters of a title that tell which it is. */
const MOST_OF_FIRST = 50;

/** How an export is called where it is saved, and what it is. `createdAt` is ISO 8601; several `files` are a ZIP. */
export function assessmentFileName(
  { what, format, anonymised }: AssessmentWanted,
  title: string,
  createdAt: string,
  { language, files }: { readonly language: 'de' | 'en'; readonly files: number },
): NamedFile {
  const labels = assessmentLabels[language];
  const words = [
    title === '' ? 'Leitbild' : title,
    what === 'table' ? labels.table : labels.letter.subject,
    ...(anonymised ? [labels.anonymised.toLowerCase()] : []),
    createdAt.slice(0, 10),
  ];
  const isPacked = files > 1 || format === 'pdf-zip' || format === 'docx-zip';
  return namedFile(words.join(' '), isPacked ? 'zip' : format);
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
