import {
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { assessmentColumns, type AssessmentColumn } from '../../../../shared/assessment/assessment-labels.ts';
import { rowsOfTable, type AssessmentTable } from '../../../../shared/assessment/assessment-row.ts';
import { docxFonts } from '../docx/docx-fonts.ts';
import { docxText } from '../docx/docx-text.ts';
import { stableDocx } from '../docx/stable-docx.ts';
import { sideBySide, type AssessmentFrame } from './assessment-file.ts';
import { sectionsOf, setRows, type AssessmentSection, type SetRow } from './assessment-sections.ts';
import { assessmentStyles, docxLine, docxLines, docxParagraph, rowStyles, wordColour } from './docx-lines.ts';
import { docxFoot, docxHead, docxLegend, twips } from './docx-page.ts';

/** Millimetres; together the width of a landscape page without its margins. */
const WIDTHS: Readonly<Record<AssessmentColumn, number>> = {
  number: 16,
  text: 37,
  institution: 26,
  contribution: 62,
  decision: 25,
  reason: 33,
  newText: 36,
  workshop: 21,
  date: 17,
};
const WIDTH = twips(273);
const RULE = { style: BorderStyle.SINGLE, size: 4, color: wordColour('rule') };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/**
 * The table as a Word document: landscape, a table under a heading for each goal, heads that repeat on each page. The
 * same table gives the same bytes.
 */
export async function writeTableDocx(table: AssessmentTable, frame: AssessmentFrame): Promise<Uint8Array> {
  const { labels, title, municipality, language, createdAt, asOf } = frame;
  const lead = sideBySide([municipality, asOf, labels.counted(rowsOfTable(table).length)]);
  const heading = sideBySide([labels.table, title]);
  const titled = sideBySide([labels.table, title], ': ');
  const sections = sectionsOf(table, labels);
  const document = new Document({
    title: docxText(titled),
    creator: docxText(municipality),
    lastModifiedBy: docxText(municipality),
    description: '',
    styles: assessmentStyles(language, 16),
    hyphenation: { autoHyphenation: true, consecutiveHyphenLimit: 3, doNotHyphenateCaps: true },
    sections: [
      {
        properties: {
          page: {
            // Portrait measures: the library turns them.
            size: { width: twips(210), height: twips(297), orientation: PageOrientation.LANDSCAPE },
            margin: {
              ...{ top: twips(20), bottom: twips(16), left: twips(12), right: twips(12) },
              ...{ header: twips(9), footer: twips(8) },
            },
          },
        },
        headers: { default: docxHead(frame, heading, WIDTH) },
        footers: { default: docxFoot(frame, WIDTH) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(docxText(titled))] }),
          docxParagraph('Lead', lead),
          ...(frame.isDraft ? [docxParagraph('DraftNote', labels.draftNote)] : []),
          docxLegend(frame),
          ...(sections.length === 0 ? [docxParagraph('Lead', labels.empty)] : []),
          ...sections.flatMap((section) => [
            new Paragraph({
              heading: HeadingLevel.HEADING_1,
              children: [new TextRun(docxText(section.title))],
            }),
            tableOf(section, frame),
          ]),
        ],
      },
    ],
  });
  return stableDocx(await Packer.toBuffer(document), createdAt, [], await docxFonts());
}

function tableOf(section: AssessmentSection, frame: AssessmentFrame): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: assessmentColumns.map((column) => twips(WIDTHS[column])),
    borders: {
      top: NONE,
      bottom: RULE,
      left: NONE,
      right: NONE,
      insideHorizontal: RULE,
      insideVertical: NONE,
    },
    margins: { top: twips(1), bottom: twips(1), left: twips(1.2), right: twips(1.2) },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: assessmentColumns.map(
          (column) =>
            new TableCell({
              width: { size: twips(WIDTHS[column]), type: WidthType.DXA },
              shading: { type: ShadingType.CLEAR, fill: wordColour('panel'), color: 'auto' },
              children: [docxParagraph('CellHead', frame.labels.columns[column])],
            }),
        ),
      }),
      ...setRows(section, frame).map(rowOf),
    ],
  });
}

function rowOf({ cells, counted, isShort }: SetRow): TableRow {
  const children = (column: AssessmentColumn): readonly Paragraph[] =>
    column === 'number'
      ? [...cells.number.map((line) => docxLine(line)), docxParagraph(rowStyles.table, counted)]
      : docxLines(cells[column], column === 'text' || column === 'newText');
  return new TableRow({
    cantSplit: isShort,
    children: assessmentColumns.map(
      (column) =>
        new TableCell({
          width: { size: twips(WIDTHS[column]), type: WidthType.DXA },
          children: children(column),
        }),
    ),
  });
}
