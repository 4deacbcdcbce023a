import { AlignmentType, Paragraph, TabStopType, TextRun, type IStylesOptions } from 'docx';
import type { CellLine } from '../../../../shared/assessment/assessment-cells.ts';
import { brandColours, brandFonts, type BrandRole } from '../brand.ts';
import { docxText } from '../docx/docx-text.ts';

/** Word writes colours without the sign. */
export const wordColour = (role: BrandRole): string => brandColours.light[role].slice(1).toUpperCase();

/** Paragraph styles by which rows are counted in the written file: one paragraph of them is one row. */
export const rowStyles = { table: 'AssessmentRow', letter: 'LetterItem', other: 'LetterOther' } as const;

const lineStyles: Readonly<Record<CellLine['style'], string>> = {
  plain: 'CellText',
  strong: 'CellStrong',
  label: 'CellLabel',
  note: 'CellNote',
};

/** How a line is set: as text of the Leitbild in its own face; beside the name of its field, in a letter. */
export interface LineOptions {
  readonly words?: boolean;
  /** Stands left of the line; empty where another line of the field has it. */
  readonly field?: string;
}

/** Where the lines of a letter's fields begin, in twentieths of a point. */
const FIELD = 1_900;

/** A line of a cell as a paragraph. */
export function docxLine({ style, runs }: CellLine, { words = false, field }: LineOptions = {}): Paragraph {
  const beside = field === undefined ? [] : [new TextRun({ text: `${field}\t`, style: 'FieldName' })];
  return new Paragraph({
    style: lineStyles[style],
    ...(field === undefined
      ? {}
      : {
          indent: { left: FIELD, hanging: FIELD },
          tabStops: [{ type: TabStopType.LEFT, position: FIELD }],
          ...(field === '' ? {} : { spacing: { before: 80, after: 20 } }),
        }),
    children: [
      ...beside,
      ...runs.map(
        ({ type, text }) =>
          new TextRun({
            text: docxText(text),
            ...(words && style === 'plain' ? { style: 'LeitbildWords' } : {}),
            ...(type === 'inserted' ? { style: 'Inserted' } : type === 'deleted' ? { style: 'Deleted' } : {}),
          }),
      ),
    ],
  });
}

/** Lines of a cell; Word wants at least one paragraph. */
export function docxLines(lines: readonly CellLine[], words = false): readonly Paragraph[] {
  return lines.length === 0
    ? [new Paragraph({ style: 'CellText' })]
    : lines.map((line) => docxLine(line, { words }));
}

/** A paragraph of plain words in a named style. */
export function docxParagraph(style: string, text: string): Paragraph {
  return new Paragraph({ style, children: [new TextRun(docxText(text))] });
}

/** The styles of tables and letters, whose text is of `textSize` half-points, so that an office can change the look in one place. */
export function assessmentStyles(language: 'de' | 'en', textSize: number): IStylesOptions {
  const [INK, QUIET, ACCENT, DRAFT] = [
    wordColour('ink'),
    wordColour('quiet'),
    wordColour('accent'),
    wordColour('draft'),
  ];
  const font = brandFonts.sans.family;
  const cell = (
    id: string,
    name: string,
    run: { size?: number; bold?: boolean; italics?: boolean; color?: string },
    paragraph: { before?: number; after?: number; keepNext?: boolean } = {},
  ) => {
    const { before = 0, after = 20, keepNext = false } = paragraph;
    return {
      ...{ id, name, basedOn: 'Normal', quickFormat: true },
      run: { font, size: textSize, color: INK, ...run },
      paragraph: { alignment: AlignmentType.LEFT, spacing: { before, after, line: 216 }, keepNext },
    };
  };
  const heading = (size: number, color: string, before: number) => ({
    run: { font, size, bold: true, color },
    paragraph: { keepNext: true, spacing: { before, after: 100 } },
  });
  return {
    default: {
      document: {
        run: {
          font,
          size: 19,
          color: INK,
          language: { value: language === 'de' ? 'de-DE' : 'en-GB' },
        },
        paragraph: { spacing: { after: 100 } },
      },
      title: { run: { font, size: 36, bold: true, color: ACCENT }, paragraph: { spacing: { after: 80 } } },
      heading1: heading(24, ACCENT, 320),
      heading2: heading(22, ACCENT, 280),
    },
    paragraphStyles: [
      cell('CellText', 'Tabellentext', {}),
      cell('CellStrong', 'Tabellentext hervorgehoben', { bold: true }),
      cell('CellLabel', 'Tabellentext Beschriftung', { italics: true }),
      cell('CellNote', 'Tabellentext Hinweis', { color: QUIET, size: textSize - 1 }),
      cell('CellHead', 'Tabellenkopf', { bold: true, color: ACCENT }),
      cell(rowStyles.table, 'Beitragsnummer', { color: QUIET, size: textSize - 1 }),
      {
        ...cell(
          rowStyles.letter,
          'Beitrag im Brief',
          { bold: true, size: 21 },
          { before: 240, after: 80, keepNext: true },
        ),
        next: 'CellText',
      },
      cell(rowStyles.other, 'Position im Brief', { bold: true }, { before: 120 }),
      cell('Lead', 'Unterzeile', { size: 21 }, { after: 80 }),
      cell('DraftNote', 'Entwurfsvermerk', { bold: true, color: DRAFT }, { after: 80 }),
      cell('Legend', 'Legende', { color: QUIET, size: 16 }, { after: 80 }),
      cell('Running', 'Kolumnentitel', { color: QUIET, size: 16 }),
      cell('LetterText', 'Brieftext', { size: 21 }, { after: 160 }),
      cell('Address', 'Anschrift', { size: 21 }),
    ],
    characterStyles: [
      { id: 'Inserted', name: 'Eingefügt', run: { color: ACCENT, underline: { type: 'single' } } },
      { id: 'Deleted', name: 'Gestrichen', run: { color: DRAFT, strike: true } },
      { id: 'LeitbildWords', name: 'Wortlaut', run: { font: brandFonts.serif.family, size: textSize - 1 } },
      { id: 'FieldName', name: 'Feldname', run: { color: QUIET, bold: false, italics: false, size: 18 } },
      { id: 'Mark', name: 'Vermerk', run: { bold: true, color: DRAFT } },
    ],
  };
}
