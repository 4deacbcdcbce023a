import { Document, LineRuleType, Packer, Paragraph, SectionType, type ISectionOptions } from 'docx';
import type { AssetId } from '../../../../shared/ids/ids.ts';
import type { Publication } from '../../../../shared/publication/publication.ts';
import { createDocxContext } from './docx-context.ts';
import { docxCover, docxFooter, docxFrontMatter, docxHeader } from './docx-cover.ts';
import { docxFonts } from './docx-fonts.ts';
import { docxPart, type DocxStretch } from './docx-parts.ts';
import { docxRuns, textRun } from './docx-runs.ts';
import { docxStyles } from './docx-styles.ts';
import { docxText } from './docx-text.ts';
import { paintSvgs } from './paint-svgs.ts';
import { stableDocx } from './stable-docx.ts';

const MILLIMETRE = 1440 / 25.4;
const page = {
  size: { width: Math.round(210 * MILLIMETRE), height: Math.round(297 * MILLIMETRE) },
  margin: {
    top: Math.round(28 * MILLIMETRE),
    bottom: Math.round(25 * MILLIMETRE),
    left: Math.round(25 * MILLIMETRE),
    right: Math.round(25 * MILLIMETRE),
    header: Math.round(13 * MILLIMETRE),
    footer: Math.round(12 * MILLIMETRE),
  },
};

/**
 * Writes a publication as a Word document (rules DOX1 to DOX8), from the model and not from HTML. The same
 * publication gives the same bytes in any process. `assets` holds the bytes of every asset that the publication
 * names; throws where one is missing.
 */
export async function writeDocx(
  publication: Publication,
  assets: ReadonlyMap<AssetId, Uint8Array>,
): Promise<Uint8Array> {
  const context = createDocxContext(publication, assets, await paintSvgs(publication, assets));
  const cover = docxCover(publication, context);
  const stretches = joined(publication.parts.flatMap((part) => docxPart(part, context)));
  // Collected while the parts were written; notes hold no notes, so this adds none.
  const footnotes = Object.fromEntries(
    context.footnotes.map(({ index, runs }) => [
      String(index),
      {
        children: [
          new Paragraph({ style: 'FootnoteText', children: [textRun(' '), ...docxRuns(runs, context)] }),
        ],
      },
    ]),
  );
  const document = new Document({
    title: docxText(publication.title),
    subject: docxText(publication.subtitle),
    creator: docxText(publication.municipality),
    lastModifiedBy: docxText(publication.municipality),
    description: '',
    styles: docxStyles(publication.language),
    hyphenation: { autoHyphenation: true, consecutiveHyphenLimit: 3, doNotHyphenateCaps: true },
    numbering: { config: context.lists.definitions() },
    footnotes,
    sections: [
      { properties: { page }, children: cover },
      {
        properties: { type: SectionType.NEXT_PAGE, page },
        headers: { default: docxHeader(publication) },
        footers: { default: docxFooter(publication) },
        children: docxFrontMatter(publication),
      },
      ...stretches.map(({ columns, paragraphs }): ISectionOptions => ({
        properties: {
          type: SectionType.CONTINUOUS,
          page,
          ...(columns === 2 ? { column: { count: 2, space: 500 } } : {}),
        },
        children: paragraphs,
      })),
    ],
  });
  const packed = await Packer.toBuffer(document);
  return stableDocx(packed, publication.createdAt, context.footnotes, await docxFonts());
}

/** Joins neighbouring stretches of as many columns. */
function joined(stretches: readonly DocxStretch[]): readonly DocxStretch[] {
  const result: { columns: 1 | 2; paragraphs: Paragraph[] }[] = [];
  for (const { columns, paragraphs } of stretches) {
    const last = result.at(-1);
    if (last?.columns === columns) last.paragraphs.push(...paragraphs);
    else if (paragraphs.length > 0) result.push({ columns, paragraphs: [...paragraphs] });
  }
  // Word evens out columns only where another section follows on the page.
  if (result.at(-1)?.columns === 2) {
    const spacing = { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT };
    result.push({ columns: 1, paragraphs: [new Paragraph({ spacing, run: { size: 2 } })] });
  }
  return result;
}
