import type { Node } from '@tiptap/pm/model';

export interface SearchQuery {
  readonly text: string;
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
}

/** A place where the words stand. */
export interface Match {
  readonly from: number;
  readonly to: number;
  /** Position of the footnote whose text it is in; `null` in the text itself. */
  readonly footnote: number | null;
}

/** Finds all matches of one query in a document, in its order, and remembers blocks that it has searched. */
export type FindMatches = (doc: Node) => readonly Match[];

const LETTER = '[\\p{L}\\p{N}_]';

/**
 * Makes a finder. A space of the query stands for any white space; words may be written in different marks, but do
 * not reach over a footnote, a reference or from one block to the next. An empty query finds nothing.
 */
export function createFinder(query: SearchQuery): FindMatches {
  const pattern = patternOf(query);
  const known = new WeakMap<Node, readonly (readonly [number, number])[]>();

  const inBlock = (block: Node): readonly (readonly [number, number])[] => {
    const found = known.get(block);
    if (found) return found;
    let text = '';
    block.forEach((child) => {
      if (child.isText) text += child.text ?? '';
      else text += child.type.name === 'hardBreak' ? '\n' : '\ufffc'.repeat(child.nodeSize);
    });
    const ranges = [...text.matchAll(pattern)].map(
      (match) => [match.index, match.index + match[0].length] as const,
    );
    known.set(block, ranges);
    return ranges;
  };

  return (doc) => {
    const matches: Match[] = [];
    if (query.text.trim() === '') return matches;
    doc.descendants((node, from) => {
      if (!node.inlineContent) return true;
      const footnote = node.type.name === 'footnote' ? from : null;
      for (const [start, end] of inBlock(node))
        matches.push({ from: from + 1 + start, to: from + 1 + end, footnote });
      return true;
    });
    return matches;
  };
}

function patternOf({ text, matchCase, wholeWords }: SearchQuery): RegExp {
  const literal = text
    .trim()
    .split(/\s+/u)
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&'))
    .join('\\s+');
  const source = wholeWords ? `(?<!${LETTER})${literal}(?!${LETTER})` : literal;
  return new RegExp(source, matchCase ? 'gu' : 'giu');
}
