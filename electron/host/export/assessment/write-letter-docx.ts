import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import type { CellLine } from '../../../../shared/assessment/assessment-cells.ts';
import type { AssessmentLetter } from '../../../../shared/assessment/assessment-letters.ts';
import { printedDate } from '../../../../shared/publication/printed-date.ts';
import { docxFonts } from '../docx/docx-fonts.ts';
import { docxText } from '../docx/docx-text.ts';
import { stableDocx } from '../docx/stable-docx.ts';
import type { AssessmentFrame } from './assessment-file.ts';
import { assessmentStyles, docxLine, docxParagraph, rowStyles } from './docx-lines.ts';
import { docxFoot, docxHead, docxLegend, twips } from './docx-page.ts';
import { isDraftLetter, letterItem, otherLines, paragraphsOf, type LetterWords } from './letters-data.ts';

const WIDTH = twips(160);

/** One letter as a Word document, for an office to go on writing in. */
export async function writeLetterDocx(
  letter: AssessmentLetter,
  frame: AssessmentFrame,
  words: LetterWords,
): Promise<Uint8Array> {
  const { labels, municipality, language, createdAt } = frame;
  const own = { ...frame, isDraft: isDraftLetter(letter) };
  const subject = `${labels.letter.subject}: ${letter.name}`;
  const heading = (level: 'TITLE' | 'HEADING_1' | 'HEADING_2', text: string): Paragraph =>
    new Paragraph({ heading: HeadingLevel[level], children: [new TextRun(docxText(text))] });
  const address = words.addressOf(letter);
  const document = new Document({
    title: docxText(subject),
    creator: docxText(municipality),
    lastModifiedBy: docxText(municipality),
    description: '',
    styles: assessmentStyles(language, 20),
    hyphenation: { autoHyphenation: true, consecutiveHyphenLimit: 3, doNotHyphenateCaps: true },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(210), height: twips(297) },
            margin: {
              ...{ top: twips(25), bottom: twips(22), left: twips(25), right: twips(25) },
              ...{ header: twips(11), footer: twips(10) },
            },
          },
        },
        headers: { default: docxHead(own, frame.title, WIDTH) },
        footers: { default: docxFoot(frame, WIDTH) },
        children: [
          spaced(docxText(municipality), twips(18), 80),
          ...address.map((line) => docxParagraph('Address', line)),
          spaced(printedDate(createdAt, language), twips(Math.max(8, 34 - 6 * address.length)), 240, true),
          heading('HEADING_1', subject),
          ...paragraphsOf(words.introduction).map((one) => docxParagraph('LetterText', one)),
          ...(own.isDraft ? [docxParagraph('DraftNote', labels.draftNote)] : []),
          ...(letter.statements.length > 0
            ? [heading('HEADING_2', labels.letter.contributions), docxLegend(frame)]
            : []),
          ...letter.statements.flatMap((statement) => itemOf(statement, frame)),
          ...(letter.others.length > 0 ? [heading('HEADING_2', labels.letter.others)] : []),
          ...letter.others.flatMap((row) => [
            docxParagraph(rowStyles.other, labels.row(row.index)),
            ...otherLines(row, frame).map((line) => docxLine(line)),
          ]),
          spaced(labels.letter.closing, 480, 160),
          docxParagraph('LetterText', municipality),
        ],
      },
    ],
  });
  return stableDocx(await Packer.toBuffer(document), createdAt, [], await docxFonts());
}

function spaced(text: string, before: number, after: number, isRight = false): Paragraph {
  return new Paragraph({
    style: 'LetterText',
    spacing: { before, after },
    ...(isRight ? { alignment: 'right' as const } : {}),
    children: [new TextRun(text)],
  });
}

function itemOf(
  statement: AssessmentLetter['statements'][number],
  frame: AssessmentFrame,
): readonly Paragraph[] {
  const { letter } = frame.labels;
  const item = letterItem(statement, frame);
  const field = (name: string, lines: readonly CellLine[], words = false): readonly Paragraph[] =>
    lines.map((line, at) => docxLine(line, { words, field: at === 0 ? name : '' }));
  return [
    docxParagraph(rowStyles.letter, item.heading),
    ...field(letter.about, item.about, true),
    ...field(letter.yours, item.said),
    ...field(letter.result, item.result),
    ...field(letter.reason, item.reason),
    ...field(letter.newText, item.newText, true),
  ];
}
