import type { SourceToken, SourceWord } from './source-document.ts';

/** Hands out the tokens of a source and remembers them all, so that none can be left out of the ledger. */
export interface TokenLog {
  /** The next token on a line. Must be called in reading order within each line. */
  token(text: string, line: number): SourceToken;
  /** All tokens by line and column. */
  tokens(): readonly SourceToken[];
}

export function createTokenLog(): TokenLog {
  const columns = new Map<number, number>();
  const all: SourceToken[] = [];
  return {
    token(text, line) {
      const column = columns.get(line) ?? 0;
      columns.set(line, column + 1);
      const token = { text, line, column };
      all.push(token);
      return token;
    },
    tokens: () => all.toSorted((a, b) => a.line - b.line || a.column - b.column),
  };
}

/** How a stretch of text is set. */
export interface WordMarks {
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  readonly href?: string;
}

/** Collects the words of one block from stretches of text, footnote marks, breaks and references. */
export interface WordCollector {
  /**
   * Adds text. Words are parted by spaces, tabs and line ends, never by a no-break space.
   * `line` is that of its first character; each line end within counts one up.
   */
  text(value: string, line: number, marks?: WordMarks): void;
  footnote(mark: string): void;
  lineBreak(): void;
  /** Adds what a reference prints, as one word. */
  reference(
    printed: string,
    line: number,
    target: NonNullable<SourceWord['reference']>,
    marks?: WordMarks,
  ): void;
  /** The words so far; the collector begins anew. */
  take(): SourceWord[];
}

export function createWordCollector(log: TokenLog): WordCollector {
  let words: SourceWord[] = [];
  let space = false;
  let breaks = false;

  const push = (word: Omit<SourceWord, 'spaceBefore'>): void => {
    words.push({
      ...word,
      spaceBefore: space && !breaks && words.length > 0,
      ...(breaks ? { breakBefore: true } : {}),
    });
    space = false;
    breaks = false;
  };

  return {
    text(value, line, marks = {}) {
      let current = line;
      for (const part of value.split(/([ \t\n\r\f\v]+)/)) {
        if (part === '') continue;
        if (/^[ \t\n\r\f\v]/.test(part)) {
          space = true;
          current += part.split('\n').length - 1;
        } else push({ text: part, tokens: [log.token(part, current)], ...marks });
      }
    },
    footnote(mark) {
      const last = words.at(-1);
      if (last && !space && !breaks && last.footnoteMark === undefined) {
        words[words.length - 1] = { ...last, footnoteMark: mark };
      } else push({ text: '', tokens: [], footnoteMark: mark });
    },
    lineBreak() {
      if (breaks) push({ text: '', tokens: [] });
      breaks = true;
      space = false;
    },
    reference(printed, line, target, marks = {}) {
      const tokens = printed.split(/[ \t\n\r\f\v]+/).filter((part) => part !== '');
      push({
        text: tokens.join(' '),
        tokens: tokens.map((part) => log.token(part, line)),
        reference: target,
        ...marks,
      });
    },
    take() {
      const taken = words;
      words = [];
      space = false;
      breaks = false;
      return taken;
    },
  };
}
