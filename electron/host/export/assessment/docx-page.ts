import { Footer, Header, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import { docxText } from '../docx/docx-text.ts';
import { sideBySide, type AssessmentFrame } from './assessment-file.ts';

/** Millimetres in Word's twentieths of a point. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** What a file is marked as: a draft, anonymised, both or neither. */
function markRuns({ labels, isDraft, isAnonymised }: AssessmentFrame): readonly TextRun[] {
  const marks = [...(isDraft ? [labels.draft] : []), ...(isAnonymised ? [labels.anonymised] : [])];
  return marks.length === 0 ? [] : [new TextRun({ text: marks.join(' · '), style: 'Mark' })];
}

/** The head of each page: what it is on the left, how it is marked on the right. `width` is the width of the text. */
export function docxHead(frame: AssessmentFrame, words: string, width: number): Header {
  return new Header({
    children: [
      new Paragraph({
        style: 'Running',
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [new TextRun(docxText(words)), new TextRun('\t'), ...markRuns(frame)],
      }),
    ],
  });
}

/** The foot of each page: whose it is and of which day, and the number of the page. */
export function docxFoot(frame: AssessmentFrame, width: number): Footer {
  const { labels, municipality, asOf } = frame;
  const words = sideBySide([municipality, asOf]);
  const [before = '', between = '', after = ''] = labels.page('\0', '\0').split('\0');
  return new Footer({
    children: [
      new Paragraph({
        style: 'Running',
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          new TextRun(docxText(words)),
          new TextRun('\t'),
          new TextRun({ children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after] }),
        ],
      }),
    ],
  });
}

/** What the marks of changed words mean. */
export function docxLegend({ labels }: AssessmentFrame): Paragraph {
  return new Paragraph({
    style: 'Legend',
    children: [
      new TextRun(`${labels.legend} `),
      new TextRun({ text: labels.inserted, style: 'Inserted' }),
      new TextRun(', '),
      new TextRun({ text: labels.deleted, style: 'Deleted' }),
    ],
  });
}
