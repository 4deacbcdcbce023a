import Papa from 'papaparse';
import { strFromU8, unzipSync } from 'fflate';
import { assessmentColumns } from '../../../../shared/assessment/assessment-labels.ts';
import { rowStyles } from './docx-lines.ts';

/**
 * How many contributions a written table holds, counted in its bytes as a reader gets them (rule ASM9). What is no such
 * file counts none.
 */
export const countRows = {
  /** Cells of rows in the tags of the PDF; heads of tables are tagged otherwise. */
  pdf: (bytes: Uint8Array): number => tagsOf(bytes, 'TD') / assessmentColumns.length,
  docx: (bytes: Uint8Array): number => paragraphsOf(bytes, rowStyles.table),
  /** Rows of the sheet without its head. */
  xlsx(bytes: Uint8Array): number {
    const sheet = partOf(bytes, 'xl/worksheets/sheet1.xml');
    return (sheet.match(/<row\b/gu)?.length ?? 1) - 1;
  },
  csv(bytes: Uint8Array): number {
    const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes), {
      delimiter: ';',
      skipEmptyLines: 'greedy',
    });
    return data.filter((row) => row.length === assessmentColumns.length).length - 1;
  },
};

/** How many contributions, positions and answers written letters hold. */
export const countLetterRows = {
  /** Headings of statements, and items of the list of all else. */
  pdf: (bytes: Uint8Array): number => tagsOf(bytes, 'H3') + tagsOf(bytes, 'LI'),
  docx: (bytes: Uint8Array): number =>
    paragraphsOf(bytes, rowStyles.letter) + paragraphsOf(bytes, rowStyles.other),
};

/** How many pages a PDF of the engines has. */
export function pagesOf(bytes: Uint8Array): number {
  return occurrences(bytes, '  /Type /Page\n');
}

/**
 * Elements of a kind in the structure of a PDF. The engines write it in plain, each key on a line of its own, where no
 * words of a text can stand: in strings, line breaks are escaped.
 */
function tagsOf(bytes: Uint8Array, tag: string): number {
  return occurrences(bytes, `  /S /${tag}\n`);
}

function occurrences(bytes: Uint8Array, words: string): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const key = Buffer.from(words);
  let count = 0;
  for (let at = file.indexOf(key); at >= 0; at = file.indexOf(key, at + key.length)) count += 1;
  return count;
}

function paragraphsOf(bytes: Uint8Array, style: string): number {
  return partOf(bytes, 'word/document.xml').split(`<w:pStyle w:val="${style}"/>`).length - 1;
}

function partOf(bytes: Uint8Array, name: string): string {
  const part = unzipSync(bytes, { filter: (file) => file.name === name })[name];
  return part ? strFromU8(part) : '';
}
