import { existsSync, readFileSync } from 'node:fs';
import { createCountingIds } from '../../shared/ids/ids.ts';
import { planImport, type ImportPlan } from '../../electron/host/import/import-source.ts';
import { valueOf } from '../support/filled-workspace.ts';
import { shippedProfile } from '../support/standard-profile.ts';

/** By which the titles of copies differ. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A text that benchmarks import, in parts of which the body can be repeated. */
export interface BenchSource {
  /** File name; its ending tells the importer what the name promises. */
  readonly name: string;
  readonly text: string;
  /** The text with its chapters `times` over, numbered on (or with ids of their own), as one source. */
  repeated(times: number): Uint8Array;
}

const realText = new URL('../../../shared/input/leitbild-2019.txt', import.meta.url);
const sampleText = new URL('../../resources/sample/2019.md', import.meta.url);

/** The real text of 2019 where this machine has it, else the sample edition. */
export async function benchSource(): Promise<BenchSource> {
  return existsSync(realText) ? extractedText(readFileSync(realText, 'utf8')) : markdownText();
}

/** Imports a source with counting ids; throws where it is refused. */
export async function planOf(bytes: Uint8Array, name: string): Promise<ImportPlan> {
  const options = { profile: shippedProfile(), createId: createCountingIds() };
  return valueOf(await planImport(bytes, name, options));
}

/** The text of a PDF: what stands before the first chapter and from the list of institutions on stays single. */
async function extractedText(text: string): Promise<BenchSource> {
  const name = 'leitbild-2019.txt';
  const { report } = await planOf(Buffer.from(text), name);
  const headings = report.outline.filter(({ number }) => /^\d/u.test(number));
  const lines = text.split('\n');
  let from = 0;
  const places = headings.map(({ number, title }) => {
    const opening = `${number} ${title.slice(0, 20)}`;
    from = lines.findIndex((line, index) => index >= from && line.trim().startsWith(opening));
    if (from < 0) throw new Error(`the heading ${number} has no line of its own`);
    return from;
  });
  const chapters = headings.filter(({ number }) => !number.includes('.')).length;
  const [begin = 0, end = lines.length] = [places[0], places.at(-1)];
  const numbered = (line: string, shift: number): string =>
    line.replace(/\d+/u, (digits) => String(Number(digits) + shift));
  const folios = foliosOf(lines);
  const pages = Math.max(0, ...[...folios].map((index) => Number.parseInt(lines[index] ?? '', 10)));
  const openings = headings.map(({ title }) => title.slice(0, 20));
  // A title that stands many times over would be taken for a running head, so each copy has titles of its own.
  const renamed = (line: string, copy: number): string => {
    const opening = openings.find((words) =>
      line
        .trim()
        .replace(/^[\d.]+ /u, '')
        .startsWith(words),
    );
    if (opening === undefined) return line;
    return line.replaceAll(opening, opening.replace(/^\P{L}*\p{L}+/u, `$&${LETTERS.charAt(copy)}`));
  };
  const body = (copy: number): string[] =>
    lines.slice(begin, end).map((line, index) => {
      if (copy === 0) return line;
      if (folios.has(begin + index)) return numbered(line, copy * pages);
      const own = renamed(line, copy);
      return places.includes(begin + index) ? numbered(own, copy * (chapters - 1)) : own;
    });
  return {
    name,
    text,
    repeated(times) {
      const bodies = Array.from({ length: times }, (_, copy) => body(copy)).flat();
      const closing = lines.slice(end);
      const last = numbered(closing[0] ?? '', (times - 1) * (chapters - 1));
      return Buffer.from([...lines.slice(0, begin), ...bodies, last, ...closing.slice(1)].join('\n'));
    },
  };
}

/** Lines that are a page number with the same words behind it on several pages. */
function foliosOf(lines: readonly string[]): ReadonlySet<number> {
  const byWords = new Map<string, number[]>();
  for (const [index, line] of lines.entries()) {
    const words = /^\d+ (.+)/u.exec(line)?.[1];
    if (words !== undefined) byWords.set(words, [...(byWords.get(words) ?? []), index]);
  }
  return new Set([...byWords.values()].filter((places) => places.length > 2).flat());
}

/** The sample in Markdown: chapters are repeated with ids of their own. */
function markdownText(): BenchSource {
  const text = readFileSync(sampleText, 'utf8');
  const begin = text.search(/^# .*\.chapter/mu);
  const end = text.search(/^# [^\n]*#beteiligte/mu);
  const body = (copy: number): string =>
    copy === 0
      ? text.slice(begin, end)
      : text
          .slice(begin, end)
          .replaceAll(/([{(\s]#)([a-z][\w-]*)/gu, (_, mark: string, id: string) => `${mark}${id}-${copy}`);
  return {
    name: 'leitbild-2019.md',
    text,
    repeated: (times) =>
      Buffer.from(
        text.slice(0, begin) +
          Array.from({ length: times }, (_, copy) => body(copy)).join('\n') +
          text.slice(end),
      ),
  };
}
