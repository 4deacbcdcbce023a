import type { ImportWarning, SourceBlock, SourceDocument, SourceWord } from '../source-document.ts';

export type FootnoteBlock = Extract<SourceBlock, { type: 'footnote' }>;

export interface FootnotePairs {
  /** The footnotes that stand behind a word: its own by its mark, then those without any mark. */
  notesOf(word: SourceWord): readonly FootnoteBlock[];
  /** Whether the word's mark has no footnote, so that the mark stays text. */
  isMarkText(word: SourceWord): boolean;
  /** Footnotes that have neither mark nor word before them. */
  readonly loose: readonly FootnoteBlock[];
  readonly warnings: readonly ImportWarning[];
}

/**
 * Pairs footnotes with their marks: the marks of one name with the footnotes of that name, in order. A footnote
 * without mark goes behind the last word before it; a mark without footnote stays text. Both are warned of.
 */
export function pairFootnotes(source: SourceDocument): FootnotePairs {
  const notes = new Map<string, FootnoteBlock[]>();
  for (const block of source.blocks) {
    if (block.type !== 'footnote') continue;
    const same = notes.get(block.mark);
    if (same === undefined) notes.set(block.mark, [block]);
    else same.push(block);
  }
  const next = new Map<string, number>();
  const pairs = new Map<SourceWord, FootnoteBlock[]>();
  const unpaired = new Set<SourceWord>();
  const used = new Set<FootnoteBlock>();
  const warnings: ImportWarning[] = [];
  const bodyWords = (block: SourceBlock): readonly SourceWord[] =>
    block.type === 'signature'
      ? block.lines.flat()
      : block.type === 'footnote' || block.type === 'participants'
        ? []
        : block.words;

  for (const block of source.blocks) {
    for (const word of bodyWords(block)) {
      if (word.footnoteMark === undefined) continue;
      const count = next.get(word.footnoteMark) ?? 0;
      const note = notes.get(word.footnoteMark)?.[count];
      if (note === undefined) {
        unpaired.add(word);
        const line = word.tokens[0]?.line ?? block.line;
        warnings.push({
          code: 'mark-without-footnote',
          line,
          detail: `${word.text}${word.footnoteMark}`.slice(0, 80),
        });
        continue;
      }
      next.set(word.footnoteMark, count + 1);
      used.add(note);
      pairs.set(word, [note]);
    }
  }
  const loose: FootnoteBlock[] = [];
  let last: SourceWord | undefined;
  for (const block of source.blocks) {
    if (block.type !== 'footnote') {
      last = bodyWords(block).at(-1) ?? last;
      continue;
    }
    if (used.has(block)) continue;
    const start = block.words
      .slice(0, 8)
      .map((word) => word.text)
      .join(' ');
    warnings.push({
      code: 'footnote-without-mark',
      line: block.line,
      detail: `${block.mark} ${start}`.slice(0, 80),
    });
    const before = last && pairs.get(last);
    if (last === undefined) loose.push(block);
    else if (before === undefined) pairs.set(last, [block]);
    else before.push(block);
  }
  return {
    notesOf: (word) => pairs.get(word) ?? [],
    isMarkText: (word) => unpaired.has(word),
    loose,
    warnings,
  };
}
