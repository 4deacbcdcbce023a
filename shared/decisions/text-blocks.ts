import type { Node } from '@tiptap/pm/model';
import { textFlowOf } from '../text/text-flow.ts';

/** A block of text of a document: a paragraph, a heading, or a footnote by itself. */
export interface TextBlock {
  readonly node: Node;
  /** Position before it in the document. */
  readonly from: number;
  /** Its words as the text flow gives them. */
  readonly words: string;
}

/** The blocks of a node that stands at a position, in document order, without the footnotes in them. */
export function textBlocksOf(node: Node, at: number): readonly TextBlock[] {
  if (node.inlineContent) return [{ node, from: at, words: blockWords(node) }];
  const blocks: TextBlock[] = [];
  node.descendants((child, offset) => {
    if (!child.isTextblock) return true;
    blocks.push({ node: child, from: at + 1 + offset, words: blockWords(child) });
    return false;
  });
  return blocks;
}

/** The words of a node as its text flow gives them, with a line feed between blocks; blank blocks do not show. */
export function nodeWords(node: Node): string {
  return textBlocksOf(node, 0)
    .map(({ words }) => words)
    .filter((words) => words.trim() !== '')
    .join('\n');
}

/** The lines of a proposed wording, composed (NFC); blank ones stand for nothing. */
export function linesOf(wording: string): readonly string[] {
  return wording
    .normalize('NFC')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

function blockWords(block: Node): string {
  return textFlowOf(block).text.split('\0', 1)[0] ?? '';
}
