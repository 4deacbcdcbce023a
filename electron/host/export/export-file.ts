import type { ExportFormat } from '../../../shared/api/export-calls.ts';
import type { Publishable } from '../../../shared/editions/edition.ts';
import { publicationLabels } from '../../../shared/publication/publication-labels.ts';
import { namedFile, type NamedFile } from './file-forms.ts';

/**
 * How an export is called where it is saved, and what it is: title, then the label of the edition, or of a draft that
 * it is one and of which day. Characters that some file systems refuse are left out.
 */
export function exportFile(source: Publishable, format: ExportFormat): NamedFile {
  const content = source.state === 'edition' ? source.edition.content : source.content;
  const labels = publicationLabels[content.profile.language];
  const which =
    source.state === 'edition'
      ? source.edition.content.label
      : `${labels.draft} ${source.takenAt.slice(0, 10)}`;
  const isWorkingCopy = format === 'workingcopy';
  const words = [content.title || 'Leitbild', which, ...(isWorkingCopy ? [labels.workingCopy] : [])];
  return namedFile(words.join(' '), isWorkingCopy ? 'pdf' : format);
}
