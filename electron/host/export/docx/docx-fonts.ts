import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { strToU8 } from 'fflate';
import { brandFonts } from '../brand.ts';

/** What Word calls bold is the semibold of print. The key only hides the file from other programs. */
const faces = [
  {
    font: brandFonts.sans,
    regular: {
      file: 'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
      key: '5A1D0F6E-0001-4C3B-9E52-7B1F0C2D4E01',
    },
    bold: {
      file: 'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
      key: '5A1D0F6E-0002-4C3B-9E52-7B1F0C2D4E02',
    },
  },
  {
    font: brandFonts.serif,
    regular: {
      file: 'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
      key: '5A1D0F6E-0003-4C3B-9E52-7B1F0C2D4E03',
    },
    bold: {
      file: 'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
      key: '5A1D0F6E-0004-4C3B-9E52-7B1F0C2D4E04',
    },
  },
] as const;

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/**
 * The parts of a Word document that carry its fonts (ISO/IEC 29500-1, 17.8): the table, its relations, and the files.
 * A program that does not read them takes the stand-in that the table names.
 */
export async function docxFonts(): Promise<Readonly<Record<string, Uint8Array>>> {
  const parts: Record<string, Uint8Array> = {};
  const relations: string[] = [];
  const embed = async (
    style: 'Regular' | 'Bold',
    { file, key }: { file: string; key: string },
  ): Promise<string> => {
    const number = String(relations.length + 1);
    relations.push(
      `<Relationship Id="rIdFont${number}" Type="${RELATIONS}/font" Target="fonts/font${number}.odttf"/>`,
    );
    const path = fileURLToPath(import.meta.resolve(`@expo-google-fonts/${file}`));
    parts[`word/fonts/font${number}.odttf`] = obfuscated(await readFile(path), key);
    return `<w:embed${style} r:id="rIdFont${number}" w:fontKey="{${key}}"/>`;
  };
  const entries: string[] = [];
  for (const { font, regular, bold } of faces) {
    entries.push(
      `<w:font w:name="${font.family}"><w:altName w:val="${font.office}"/><w:charset w:val="00"/>` +
        `<w:family w:val="${font.kind}"/><w:pitch w:val="variable"/>` +
        `${await embed('Regular', regular)}${await embed('Bold', bold)}</w:font>`,
    );
  }
  parts['word/fontTable.xml'] = strToU8(
    `${HEAD}<w:fonts xmlns:w="${MAIN}" xmlns:r="${RELATIONS}">${entries.join('')}</w:fonts>`,
  );
  parts['word/_rels/fontTable.xml.rels'] = strToU8(
    `${HEAD}<Relationships xmlns="${PACKAGE}">${relations.join('')}</Relationships>`,
  );
  return parts;
}

/** The first 32 bytes of a font against its key, read from the end (ISO/IEC 29500-4, 4.1). */
function obfuscated(font: Uint8Array, key: string): Uint8Array {
  const bytes = Uint8Array.from(font);
  const mask = Buffer.from(key.replaceAll('-', ''), 'hex').reverse();
  for (let at = 0; at < 32; at += 1) bytes[at] = (bytes[at] ?? 0) ^ (mask[at % 16] ?? 0);
  return bytes;
}
