import { Footer, Header, PageNumber, Paragraph, Tab, TableOfContents, TabStopType, TextRun } from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { editionLine, imprintFacts } from '../../../../shared/publication/imprint-facts.ts';
import { printedDate } from '../../../../shared/publication/printed-date.ts';
import type { Publication } from '../../../../shared/publication/publication.ts';
import { picture, type DocxContext } from './docx-context.ts';
import { textRun } from './docx-runs.ts';

/** Width of the text between the margins of A4, in twentieths of a point. */
const TEXT_WIDTH = 9070;

/** Box of the logo in pixels, 96 to the inch: 46 by 28 millimetres, as in print. */
const LOGO = { width: 174, height: 106 };

/** The cover: who, what, which edition, adopted by whom. */
export function docxCover(publication: Publication, context: DocxContext): Paragraph[] {
  const { adoption, labels, logo, state, subtitle } = publication;
  return [
    ...(logo ? [new Paragraph({ children: [picture(logo, LOGO, context)] })] : []),
    styled('Municipality', publication.municipality),
    styled('Title', publication.title),
    ...(subtitle === '' ? [] : [new Paragraph({ children: [textRun(subtitle)], style: 'Subtitle' })]),
    styled(state === 'draft' ? 'DraftLine' : 'EditionLine', editionLine(publication)),
    ...(state === 'draft' ? [styled('AdoptionLine', labels.draftNote)] : []),
    ...(adoption
      ? [
          styled(
            'AdoptionLine',
            `${labels.adoptedBy}: ${adoption.body}, ${printedDate(adoption.date, publication.language)}`,
          ),
        ]
      : []),
  ];
}

/** The imprint, then the contents as a field that Word brings up to date when asked to. */
export function docxFrontMatter(publication: Publication): (Paragraph | TableOfContents)[] {
  const { labels, state } = publication;
  const width = 2700;
  return [
    styled('FrontHeading', labels.imprint),
    ...imprintFacts(publication).map(
      ({ name, value, proof }) =>
        new Paragraph({
          style: 'Imprint',
          indent: { left: width, hanging: width },
          tabStops: [{ type: TabStopType.LEFT, position: width }],
          children: [
            textRun(name, { strong: true }),
            new TextRun({ children: [new Tab()] }),
            textRun(value, proof ? { style: 'Proof' } : {}),
          ],
        }),
    ),
    new Paragraph({
      style: 'Imprint',
      spacing: { before: 200 },
      children: [textRun(state === 'edition' ? labels.proofNote : labels.draftNote)],
    }),
    new Paragraph({ style: 'FrontHeading', pageBreakBefore: true, children: [textRun(labels.contents)] }),
    new TableOfContents(labels.contents, { hyperlink: true, headingStyleRange: '1-3', beginDirty: true }),
  ];
}

/** The head of each page but the cover; a draft says so here, and across the page. */
export function docxHeader(publication: Publication): Header {
  const { labels, state, title } = publication;
  const draft =
    state === 'draft'
      ? [
          new TextRun({ children: [new Tab()] }),
          textRun(labels.draft, { style: 'DraftMark' }),
          new TextWatermark({ text: labels.draft, font: 'Arial', color: 'D9D9D9' }),
        ]
      : [];
  return new Header({
    children: [
      new Paragraph({
        style: 'Running',
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [textRun(title), ...draft],
      }),
    ],
  });
}

/** The foot of each page but the cover, with its number. */
export function docxFooter(publication: Publication): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Running',
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          textRun(`${publication.municipality} · ${editionLine(publication)}`),
          new TextRun({ children: [new Tab(), PageNumber.CURRENT] }),
        ],
      }),
    ],
  });
}

function styled(style: string, text: string): Paragraph {
  return new Paragraph({ style, children: [textRun(text)] });
}
