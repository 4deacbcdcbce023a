import {
  HorizontalPositionAlign,
  HorizontalPositionRelativeFrom,
  LevelFormat,
  Paragraph,
  Tab,
  TextRun,
  TextWrappingSide,
  TextWrappingType,
  VerticalPositionRelativeFrom,
  type ParagraphChild,
} from 'docx';
import { assertNever } from '../../../../shared/errors/result.ts';
import type {
  PublishedBlock,
  PublishedListItem,
  PublishedPart,
  PublishedSection,
} from '../../../../shared/publication/publication.ts';
import { bookmarked, picture, type DocxContext } from './docx-context.ts';
import { docxGoalGroup } from './docx-goals.ts';
import { bulletPattern, type ListPlace } from './docx-lists.ts';
import { docxRuns, textRun } from './docx-runs.ts';
import { headingStyle } from './docx-styles.ts';

/** Paragraphs that are set in so many columns; Word makes a section of its own of them. */
export interface DocxStretch {
  readonly columns: 1 | 2;
  readonly paragraphs: readonly Paragraph[];
}

type Foreword = Extract<PublishedPart, { readonly type: 'foreword' }>;

/** Set-in of each level of a list, in twentieths of a point. */
const LIST_STEP = 400;
/** Box of a portrait in pixels, 96 to the inch: about 4 by 5.5 centimetres. */
const PORTRAIT = { width: 152, height: 208 };
const EMU_PER_PIXEL = 9525;

/** Writes one top-level part. */
export function docxPart(part: PublishedPart, context: DocxContext): DocxStretch[] {
  return part.type === 'foreword'
    ? [{ columns: 1, paragraphs: docxForeword(part, context) }]
    : docxSection(part, context);
}

function docxForeword(part: Foreword, context: DocxContext): Paragraph[] {
  const heading = part.heading.length > 0 ? docxRuns(part.heading, context) : [textRun(part.title)];
  const { portrait, signature } = part;
  const blocks = part.blocks.flatMap((block) => docxBlock(block, context));
  return [
    new Paragraph({ style: headingStyle(1), children: [bookmarked(part.id, heading)] }),
    ...(portrait
      ? [
          new Paragraph({
            spacing: { before: 0, after: 0, line: 20 },
            children: [floatingPortrait(portrait, context)],
          }),
        ]
      : []),
    ...blocks,
    ...(signature
      ? [
          new Paragraph({
            style: 'SignatureName',
            keepNext: signature.offices.length > 0,
            children: docxRuns(signature.name, context),
          }),
          ...signature.offices.map(
            (office) => new Paragraph({ style: 'SignatureOffice', children: docxRuns(office, context) }),
          ),
        ]
      : []),
  ];
}

function floatingPortrait(portrait: NonNullable<Foreword['portrait']>, context: DocxContext): ParagraphChild {
  return picture(portrait, PORTRAIT, context, {
    horizontalPosition: {
      relative: HorizontalPositionRelativeFrom.MARGIN,
      align: HorizontalPositionAlign.RIGHT,
    },
    verticalPosition: { relative: VerticalPositionRelativeFrom.PARAGRAPH, offset: 0 },
    wrap: { type: TextWrappingType.SQUARE, side: TextWrappingSide.LEFT },
    margins: { left: 24 * EMU_PER_PIXEL, right: 0, top: 0, bottom: 12 * EMU_PER_PIXEL },
  });
}

function docxSection(section: PublishedSection, context: DocxContext): DocxStretch[] {
  const words =
    section.title === '' ? [textRun(context.labels.untitled)] : docxRuns(section.heading, context);
  const number =
    section.number === ''
      ? []
      : [textRun(section.number, { style: 'HeadingNumber' }), new TextRun({ children: [new Tab()] })];
  const width = section.level === 1 ? 640 : 820;
  const heading = new Paragraph({
    style: headingStyle(section.level),
    ...(number.length > 0
      ? {
          indent: { left: width, hanging: width },
          tabStops: [{ type: 'left' as const, position: width }],
        }
      : {}),
    children: [bookmarked(section.id, number), ...words],
  });
  return [
    { columns: 1, paragraphs: [heading] },
    ...section.blocks.flatMap((block): DocxStretch[] => {
      switch (block.type) {
        case 'section':
          return docxSection(block, context);
        case 'goalGroup':
          return [{ columns: 1, paragraphs: docxGoalGroup(block, context) }];
        case 'participants':
          return [
            {
              columns: 2,
              paragraphs: block.names.map(
                (name, index) =>
                  new Paragraph({
                    style: 'Participant',
                    children: index === 0 ? [bookmarked(block.id, [textRun(name)])] : [textRun(name)],
                  }),
              ),
            },
          ];
        default:
          return [{ columns: 1, paragraphs: docxBlock(block, context) }];
      }
    }),
  ];
}

function docxBlock(block: PublishedBlock, context: DocxContext): Paragraph[] {
  if (block.type === 'paragraph') return [new Paragraph({ children: docxRuns(block.runs, context) })];
  return docxList(block, context, 0, null);
}

type List = Exclude<PublishedBlock, { readonly type: 'paragraph' }>;

function docxList(list: List, context: DocxContext, level: number, parent: ListPlace | null): Paragraph[] {
  const pattern =
    list.type === 'bulletList'
      ? bulletPattern(level)
      : { format: LevelFormat.DECIMAL, prefix: '', suffix: '.', start: list.start };
  const place = context.lists.begin(pattern, level, LIST_STEP * (level + 1), parent);
  return list.items.flatMap((item) => docxItem(item, context, place, level));
}

/** Only the first paragraph of an item carries its sign; what follows stands under its text. */
function docxItem(
  item: PublishedListItem,
  context: DocxContext,
  place: ListPlace,
  level: number,
): Paragraph[] {
  return item.blocks.flatMap((block, index): Paragraph[] => {
    switch (block.type) {
      case 'paragraph': {
        const children = docxRuns(block.runs, context);
        const spacing = { after: 60 };
        return [
          index === 0
            ? new Paragraph({ numbering: place, spacing, children })
            : new Paragraph({ indent: { left: LIST_STEP * (level + 1) }, spacing, children }),
        ];
      }
      case 'bulletList':
      case 'orderedList':
        return docxList(block, context, level + 1, place);
      default:
        return assertNever(block);
    }
  });
}
