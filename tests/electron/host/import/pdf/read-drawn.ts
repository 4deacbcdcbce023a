import { readPdf } from '../../../../../electron/host/import/pdf/read-pdf.ts';
import type { SourceBlock, SourceDocument } from '../../../../../electron/host/import/source-document.ts';
import { drawnPdf, type DrawnText } from './drawn-pdf.ts';

/** Reads a PDF of drawn pages; throws where it is refused. */
export async function readDrawn(pages: readonly (readonly DrawnText[])[]): Promise<SourceDocument> {
  const result = await readPdf(drawnPdf(pages), 'probe.pdf');
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The words of a block as they are spaced, with the marks of footnotes. */
export const wordsOf = (block: SourceBlock) =>
  block.words
    .map(
      ({ text, spaceBefore, footnoteMark }) =>
        `${spaceBefore ? ' ' : ''}${text}${footnoteMark ? `[${footnoteMark}]` : ''}`,
    )
    .join('');

/** A line that has no room for another word. */
export const full = 'Die Stadt an den drei Flüssen hat immer schon vom Kommen und vom Gehen gelebt, und';
