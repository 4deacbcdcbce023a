import type { SourceToken } from '../source-document.ts';
import { endsSentence, startsLowerCase } from './line-shapes.ts';

/** One line that is not blank. */
export interface SourceLine {
  /** Line in the source, from 1. Two lines share a number where a form feed parts them. */
  readonly number: number;
  /** Without white space at its ends. */
  readonly text: string;
  readonly tokens: readonly SourceToken[];
  /** White space before the text, in characters. */
  readonly indent: number;
  /** White space behind the text, in characters. */
  readonly trailing: number;
  /** Blank lines before this one. */
  readonly gap: number;
  /** Whether a form feed stands directly before it. */
  readonly formFeed: boolean;
  /** Whether a tab parts its words, as in a table. */
  readonly tabbed: boolean;
}

const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/u;

/** Takes a text apart into its lines and tokens; blank lines survive only as `gap`. */
export function splitLines(text: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  let gap = 0;
  let formFeed = false;
  text.split(LINE_END).forEach((raw, index) => {
    let column = 0;
    raw.split('\f').forEach((part, piece) => {
      if (piece > 0) formFeed = true;
      const trimmed = part.trim();
      if (trimmed === '') {
        if (piece === 0) gap += 1;
        return;
      }
      const start = part.indexOf(trimmed);
      const tokens = trimmed
        .split(/\s+/u)
        .map((token) => ({ text: token, line: index + 1, column: column++ }));
      lines.push({
        number: index + 1,
        text: trimmed,
        tokens,
        indent: start,
        trailing: part.length - start - trimmed.length,
        gap,
        formFeed,
        tabbed: trimmed.includes('\t'),
      });
      gap = 0;
      formFeed = false;
    });
  });
  return lines;
}

/** What the lines of a document have in common, and by which evidence its paragraphs can be told apart. */
export interface TextLayout {
  /** Blank lines between two lines of one paragraph: 0, or 1 in texts where nearly all lines are set apart. */
  readonly usualGap: 0 | 1;
  /** Whether lines were broken to fit a column; otherwise each line is a paragraph. */
  readonly wrapped: boolean;
  /** Whether two blanks at a line's end mark the end of a paragraph (they do where most lines end in one). */
  readonly trailingTells: boolean;
  /** Whether a blank at a line's start marks the start of a page. */
  readonly indentMarksPage: boolean;
}

/** Longer lines than this are hardly headings, names or entries of a list. */
const LONG_LINE = 60;

/** Whether a line plainly goes on with the sentence of the line before. */
function goesOn(before: SourceLine | undefined, line: SourceLine): boolean {
  if (before === undefined || endsSentence(before.text)) return false;
  return before.text.length > LONG_LINE || (startsLowerCase(line.text) && !before.text.endsWith(','));
}

/** Measures a document's layout. */
export function measureLayout(lines: readonly SourceLine[]): TextLayout {
  const long = lines
    .map((line) => line.text.length)
    .filter((length) => length > 40)
    .sort((a, b) => a - b);
  const high = long[Math.floor(long.length * 0.9)] ?? 0;
  const count = (test: (line: SourceLine) => boolean): number => lines.filter(test).length;
  const following = lines.slice(1);
  const close = following.filter((line) => line.gap === 0).length;
  const apart = following.filter((line) => line.gap === 1).length;
  const goingOn = following.filter((line, place) => line.gap === 1 && goesOn(lines[place], line)).length;
  const indented = count((line) => line.indent > 0);
  return {
    usualGap: apart > close && goingOn > apart * 0.1 ? 1 : 0,
    wrapped: high <= 160,
    trailingTells:
      count((line) => line.trailing === 1) > lines.length * 0.5 &&
      count((line) => line.trailing > 1) < lines.length * 0.3,
    indentMarksPage:
      lines.length >= 10 &&
      indented > 0 &&
      indented < lines.length * 0.12 &&
      count((line) => line.indent > 2) === 0,
  };
}
