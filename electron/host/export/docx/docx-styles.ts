import { AlignmentType, BorderStyle, LineRuleType, ShadingType, type IStylesOptions } from 'docx';
import { brandColours, brandFonts, type BrandRole } from '../brand.ts';

/** Word offers nine levels of outline, and docx writes six styles of headings. */
const DEEPEST_HEADING = 6;
const WEAKEST_RANK = 4;

/** Word writes colours without the sign. */
const wordColour = (role: BrandRole): string => brandColours.light[role].slice(1).toUpperCase();

const INK = wordColour('ink');
const QUIET = wordColour('quiet');
const ACCENT = wordColour('accent');
const GROUND = wordColour('panel');
const RULE = wordColour('rule');
const DRAFT = wordColour('draft');
const SANS = brandFonts.sans.family;
const SERIF = brandFonts.serif.family;

/** The style of a heading at a depth, where 1 is a chapter. */
export function headingStyle(level: number): string {
  return `Heading${String(Math.min(level, DEEPEST_HEADING))}`;
}

/** The style of a goal group's heading: it inherits its level from the heading of the same depth. */
export function groupStyle(level: number, rank: number): string {
  return `GoalGroup${String(Math.min(level, DEEPEST_HEADING))}Rank${String(Math.min(rank, WEAKEST_RANK))}`;
}

/** The style of a goal of a rank, where 1 is the most prominent. */
export function goalStyle(rank: number): string {
  return `GoalRank${String(Math.min(rank, WEAKEST_RANK))}`;
}

const line = (points: number) => ({ line: points * 20, lineRule: LineRuleType.AT_LEAST });
const rule = (color: string, size: number, space: number) => ({
  style: BorderStyle.SINGLE,
  color,
  size,
  space,
});

const headingSizes = [44, 30, 25, 23, 22, 22];
const groupSizes = [25, 23, 21, 20];

const levels = Array.from({ length: DEEPEST_HEADING }, (_, index) => index + 1);
const ranks = Array.from({ length: WEAKEST_RANK }, (_, index) => index + 1);

const heading = (level: number) => ({
  run: { size: headingSizes[level - 1] ?? 22, bold: true, color: level <= 2 ? ACCENT : INK, font: SANS },
  paragraph: {
    keepNext: true,
    keepLines: true,
    outlineLevel: level - 1,
    pageBreakBefore: level === 1,
    spacing: level === 1 ? { before: 0, after: 360 } : { before: 400 - 30 * level, after: 140 },
  },
});

const groupHeadings = levels.flatMap((level) =>
  ranks.map((rank) => ({
    id: groupStyle(level, rank),
    name: `Zielgruppe Ebene ${String(level)} Rang ${String(rank)}`,
    basedOn: headingStyle(level),
    next: goalStyle(rank),
    quickFormat: false,
    run: { size: groupSizes[rank - 1] ?? 20, bold: true, color: rank === 1 ? ACCENT : INK },
    paragraph: {
      outlineLevel: level - 1,
      pageBreakBefore: false,
      spacing: { before: rank <= 2 ? 300 : 160, after: 100 },
      ...(rank === 2 ? { border: { bottom: rule(ACCENT, 8, 3) } } : {}),
    },
  })),
);

const goals = ranks.map((rank) => ({
  id: goalStyle(rank),
  name: `Ziel Rang ${String(rank)}`,
  basedOn: 'Normal',
  quickFormat: true,
  run: {
    size: [26, 22, 21, 20][rank - 1] ?? 20,
    bold: rank === 1,
    color: INK,
    ...(rank === 1 ? { font: SANS } : {}),
  },
  paragraph: {
    keepLines: true,
    spacing: rank === 1 ? { before: 160, after: 160, ...line(18) } : { before: 60, after: 80 },
    ...(rank === 1
      ? {
          shading: { type: ShadingType.CLEAR, fill: GROUND, color: 'auto' },
          border: {
            left: rule(ACCENT, 36, 8),
            top: rule(GROUND, 24, 2),
            bottom: rule(GROUND, 24, 2),
          },
        }
      : {}),
  },
}));

const plain = (
  id: string,
  name: string,
  run: { size: number; bold?: boolean; color?: string; font?: string },
  spacing: { before: number; after: number },
) => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  run: { bold: false, color: INK, font: SANS, ...run },
  paragraph: { alignment: AlignmentType.LEFT, spacing },
});

/** All styles of the document; `language` is the document's. */
export function docxStyles(language: 'de' | 'en'): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font: SERIF,
          size: 21,
          color: INK,
          language: { value: language === 'de' ? 'de-DE' : 'en-GB' },
        },
        paragraph: { spacing: { after: 140, ...line(15) } },
      },
      title: {
        run: { size: 68, bold: true, color: ACCENT, font: SANS },
        paragraph: { spacing: { before: 0, after: 200 }, border: { top: rule(ACCENT, 48, 24) } },
      },
      heading1: heading(1),
      heading2: heading(2),
      heading3: heading(3),
      heading4: heading(4),
      heading5: heading(5),
      heading6: heading(6),
      footnoteText: { run: { size: 17, font: SANS }, paragraph: { spacing: { after: 40, line: 220 } } },
      hyperlink: { run: { color: ACCENT } },
    },
    paragraphStyles: [
      ...groupHeadings,
      ...goals,
      {
        ...plain('Subpoint', 'Unterpunkt', { size: 21, font: SERIF }, { before: 0, after: 60 }),
        paragraph: { spacing: { before: 0, after: 60 }, contextualSpacing: false },
      },
      plain('Subtitle', 'Subtitle', { size: 28 }, { before: 0, after: 120 }),
      plain('Municipality', 'Herausgeberin', { size: 28, bold: true }, { before: 120, after: 4200 }),
      plain('EditionLine', 'Edition', { size: 24, bold: true }, { before: 1200, after: 60 }),
      plain('AdoptionLine', 'Beschluss', { size: 22 }, { before: 0, after: 60 }),
      plain(
        'DraftLine',
        'Entwurfsvermerk',
        { size: 24, bold: true, color: DRAFT },
        { before: 240, after: 60 },
      ),
      plain(
        'FrontHeading',
        'Titel ohne Gliederung',
        { size: 36, bold: true, color: ACCENT },
        { before: 0, after: 280 },
      ),
      plain('Imprint', 'Impressum', { size: 20 }, { before: 0, after: 60 }),
      plain('SignatureName', 'Unterschrift', { size: 22, bold: true }, { before: 280, after: 0 }),
      plain('SignatureOffice', 'Amt', { size: 20, color: QUIET }, { before: 0, after: 0 }),
      {
        ...plain('Participant', 'Beteiligte', { size: 20 }, { before: 0, after: 0 }),
        paragraph: {
          keepLines: true,
          spacing: { before: 60, after: 60 },
          border: { bottom: rule(RULE, 4, 3), between: rule(RULE, 4, 3) },
        },
      },
      plain('Running', 'Kolumnentitel', { size: 17, color: QUIET }, { before: 0, after: 0 }),
      ...[1, 2, 3].map((level) => ({
        id: `TOC${String(level)}`,
        name: `toc ${String(level)}`,
        basedOn: 'Normal',
        run: { bold: level === 1, size: level === 1 ? 22 : 20, color: INK, font: SANS },
        paragraph: {
          indent: { left: [0, 400, 1000][level - 1] ?? 0 },
          spacing: { before: level === 1 ? 140 : 0, after: 40 },
        },
      })),
    ],
    characterStyles: [
      { id: 'GoalNumber', name: 'Zielnummer', run: { bold: true, color: ACCENT, font: SANS } },
      { id: 'MissingReference', name: 'Fehlender Verweis', run: { italics: true, color: DRAFT } },
      { id: 'DraftMark', name: 'Entwurf', run: { bold: true, color: DRAFT } },
      { id: 'Proof', name: 'Prüfsumme', run: { font: 'Courier New', size: 15 } },
      { id: 'HeadingNumber', name: 'Gliederungsnummer', run: { color: ACCENT } },
    ],
  };
}
