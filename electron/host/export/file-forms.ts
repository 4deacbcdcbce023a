/** The media type of what is given out, by the ending of its name. */
const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json',
  zip: 'application/zip',
} as const;

/** How a file is called where it is saved, and what it is. */
export interface NamedFile {
  readonly name: string;
  readonly mediaType: string;
}

/** A file of these words and this ending. */
export function namedFile(words: string, ending: keyof typeof mediaTypes): NamedFile {
  return { name: `${safeName(words)}.${ending}`, mediaType: mediaTypes[ending] };
}

/** Characters that mail programs and archives keep of a name. */
const MOST = 120;

/** Words as the name of a file, without characters that some file systems refuse, and never a hidden or reserved one. */
export function safeName(words: string): string {
  const plain = words.replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ').replaceAll(/\s+/gu, ' ');
  return Array.from(plain.trim())
    .slice(0, MOST)
    .join('')
    .replaceAll(/^[. ]+|[. ]+$/gu, '');
}
