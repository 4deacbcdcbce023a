import type { ExportFormat } from '../../../shared/api/export-calls.ts';
import type { Publishable } from '../../../shared/editions/edition.ts';
import { publicationLabels } from '../../../shared/publication/publication-labels.ts';

const forms: Readonly<Record<ExportFormat, { readonly ending: string; readonly mediaType: string }>> = {
  pdf: { ending: 'pdf', mediaType: 'application/pdf' },
  workingcopy: { ending: 'pdf', mediaType: 'application/pdf' },
  docx: {
    ending: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  html: { ending: 'html', mediaType: 'text/html; charset=utf-8' },
  md: { ending: 'md', mediaType: 'text/markdown; charset=utf-8' },
  json: { ending: 'json', mediaType: 'application/json' },
};

/**
 * How an export is called where it is saved, and what it is: title, then the label of the edition, or of a draft that
 * it is one and of which day. Characters that some file systems refuse are left out.
 */
export function exportFile(
  source: Publishable,
  format: ExportFormat,
): { readonly name: string; readonly mediaType: string } {
  const content = source.state === 'edition' ? source.edition.content : source.content;
  const labels = publicationLabels[content.profile.language];
  const which =
    source.state === 'edition'
      ? source.edition.content.label
      : `${labels.draft} ${source.takenAt.slice(0, 10)}`;
  const form = format === 'workingcopy' ? [labels.workingCopy] : [];
  const words = [content.title || 'Leitbild', which, ...form].join(' ');
  const safe = words.replaceAll(/[\u0000-\u001f\u007f<>:"/\\|?*]/g, '').replaceAll(/\s+/g, ' ');
  const { ending, mediaType } = forms[format];
  return { name: `${safe.trim().slice(0, 120)}.${ending}`, mediaType };
}
