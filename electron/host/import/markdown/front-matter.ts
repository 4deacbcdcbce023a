import { appError } from '../../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';
import type { DocumentHeader } from '../../../../shared/editions/edition.ts';

export interface FrontMatter {
  readonly header: DocumentHeader;
  /** Lines with keys that the dialect does not know, with their number in the file. */
  readonly others: readonly { readonly line: number; readonly text: string }[];
  /** The text with the front matter's lines emptied, so that lines count as in the file. */
  readonly body: string;
}

const none: DocumentHeader = { title: '', subtitle: '', municipality: '' };
const ENTRY = /^([A-Za-z][\w-]*):(?:[ \t]+(.*?))?[ \t]*$/;

/**
 * Takes the front matter off a text: `---`, lines `key: value`, `---`. A text without gives an empty header.
 * Fails with `document-invalid` and the line where a value is a broken JSON string or a known key stands twice.
 * A `---` that no `---` ends, or that no entry follows, is a rule and no front matter.
 */
export function readFrontMatter(text: string, name: string): Result<FrontMatter> {
  const lines = text.split('\n');
  const absent = ok({ header: none, others: [], body: text });
  if (lines[0]?.trimEnd() !== '---') return absent;
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (end < 0) return absent;

  const values = new Map<string, string>();
  const others: { line: number; text: string }[] = [];
  for (const [offset, line] of lines.slice(1, end).entries()) {
    const number = offset + 2;
    const invalid = (reason: string): Result<FrontMatter> =>
      fail(appError('document-invalid', { path: name, place: String(number), reason }));
    if (line.trim() === '') continue;
    const [, key = '', value = ''] = ENTRY.exec(line.trimEnd()) ?? [];
    if (key === '' && offset === 0) return absent;
    if (!isHeaderKey(key)) {
      others.push({ line: number, text: line.trim() });
      continue;
    }
    if (values.has(key)) return invalid(`${key} twice`);
    const read = readValue(value);
    if (read === null) return invalid(`${key}: broken string`);
    values.set(key, read);
  }
  const header = {
    title: values.get('title') ?? '',
    subtitle: values.get('subtitle') ?? '',
    municipality: values.get('municipality') ?? '',
  };
  return ok({ header, others, body: lines.map((line, index) => (index <= end ? '' : line)).join('\n') });
}

function isHeaderKey(key: string): key is keyof DocumentHeader {
  return Object.hasOwn(none, key);
}

function readValue(value: string): string | null {
  if (!value.startsWith('"')) return value;
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'string' ? parsed : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
