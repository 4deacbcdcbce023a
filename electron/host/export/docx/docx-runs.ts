import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  SoftHyphen,
  TextRun,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import { groupByLink } from '../../../../shared/publication/linked-runs.ts';
import type { Run } from '../../../../shared/publication/publication.ts';
import { isSafeHref } from '../../../../shared/schema/leitbild-schema.ts';
import { bookmarked, bookmarkOf, type DocxContext } from './docx-context.ts';
import { docxText } from './docx-text.ts';

/** Writes inline content. An address that is not safe to follow is printed as the words it stood on. */
export function docxRuns(runs: readonly Run[], context: DocxContext): ParagraphChild[] {
  return groupByLink(runs).flatMap(({ href, runs: linked }) => {
    if (!isSafeHref(href)) return linked.flatMap((run) => docxRun(run, context));
    const children = linked.flatMap((run) =>
      run.type === 'text' ? [textRun(run.text, { ...run, style: 'Hyperlink' })] : [],
    );
    return [new ExternalHyperlink({ link: href, children })];
  });
}

function docxRun(run: Run, context: DocxContext): ParagraphChild[] {
  switch (run.type) {
    case 'text':
      return [textRun(run.text, run)];
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'footnote': {
      const index = context.footnotes.length + 1;
      context.footnotes.push({ index, number: run.number, runs: run.runs });
      return [bookmarked(run.id, [new FootnoteReferenceRun(index)])];
    }
    case 'reference': {
      if (run.text === '') return [];
      if (run.target === null) return [textRun(run.text, { ...run, style: 'MissingReference' })];
      return [new InternalHyperlink({ anchor: bookmarkOf(run.target), children: [textRun(run.text, run)] })];
    }
  }
}

/** Text with its emphasis. Soft hyphens are Word's own, which shows U+00AD as a hyphen in some typefaces. */
export function textRun(
  text: string,
  look: { readonly strong?: boolean; readonly emphasis?: boolean; readonly style?: string } = {},
): TextRun {
  const pieces = docxText(text).split('\u00ad');
  const options: IRunOptions = {
    children: pieces.flatMap((piece, index) => (index === 0 ? [piece] : [new SoftHyphen(), piece])),
    ...(look.strong ? { bold: true } : {}),
    ...(look.emphasis ? { italics: true } : {}),
    ...(look.style ? { style: look.style } : {}),
  };
  return new TextRun(options);
}
