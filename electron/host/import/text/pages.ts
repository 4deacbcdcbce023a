import { normalizeTitle } from './line-shapes.ts';
import type { SourceLine, TextLayout } from './source-lines.ts';

/** A page number that stands in one line with a title ("12 Leitbild Musterfurt – Fassung 2019"). */
export interface RunningTitle {
  readonly title: string;
  readonly page: number;
  readonly numberFirst: boolean;
}

export interface Pages {
  /** Page of each line, from 1, counted from the start of the text. */
  readonly pageOf: readonly number[];
  readonly count: number;
  /** Lines that hold a page number and a running title, by their index. */
  readonly runningTitles: ReadonlyMap<number, RunningTitle>;
}

/**
 * Finds where pages begin: at form feeds; else at lines with a blank before them, where the layout says that this
 * marks a page; and behind every line that holds a page number and a title which returns with rising numbers.
 */
export function findPages(lines: readonly SourceLine[], layout: TextLayout): Pages {
  const runningTitles = findRunningTitles(lines);
  const hasFormFeeds = lines.some((line) => line.formFeed);
  let sinceStart = new Set<string>();
  let page = 1;
  const pageOf = lines.map((line, index) => {
    const before = lines[index - 1];
    let begins = false;
    if (before !== undefined) {
      begins = hasFormFeeds
        ? line.formFeed
        : (layout.indentMarksPage && line.indent > 0 && !opensFootnote(before, sinceStart)) ||
          (runningTitles.has(index - 1) && before.indent === 0);
    }
    if (begins) {
      page += 1;
      sinceStart = new Set();
    }
    for (const token of line.tokens) {
      const mark = /\D(\d{1,3})[.,;:!?)]*$/u.exec(token.text)?.[1];
      if (mark !== undefined) sinceStart.add(mark);
    }
    return page;
  });
  return { pageOf, count: page, runningTitles };
}

/** A number alone in its line is a footnote's, not the page's, where a mark with that number was on the page. */
function opensFootnote(line: SourceLine, marks: ReadonlySet<string>): boolean {
  return /^\d{1,3}$/u.test(line.text) && marks.has(line.text);
}

/** Lines of one title with rising numbers: at least two, and at least two words, so that no list is taken for them. */
function findRunningTitles(lines: readonly SourceLine[]): ReadonlyMap<number, RunningTitle> {
  const groups = new Map<string, { index: number; running: RunningTitle }[]>();
  lines.forEach((line, index) => {
    if (line.tokens.length < 3 || line.text.length > 160) return;
    const match = /^(\d{1,4})\s+(\D.*)$/u.exec(line.text) ?? /^(.*\D)\s+(\d{1,4})$/u.exec(line.text);
    if (match === null) return;
    const [, first = '', second = ''] = match;
    const numberFirst = /^\d+$/u.test(first);
    const title = (numberFirst ? second : first).replace(/[|·–-]\s*$|^\s*[|·–-]/u, '').trim();
    const key = `${String(numberFirst)} ${normalizeTitle(title)}`;
    const group = groups.get(key) ?? [];
    group.push({ index, running: { title, page: Number(numberFirst ? first : second), numberFirst } });
    groups.set(key, group);
  });
  const found = new Map<number, RunningTitle>();
  for (const group of groups.values()) {
    const rises = group.every(
      (entry, place) => place === 0 || entry.running.page > (group[place - 1]?.running.page ?? 0),
    );
    if (group.length < 2 || !rises) continue;
    for (const { index, running } of group) found.set(index, running);
  }
  return found;
}
