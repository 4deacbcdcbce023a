import { cleanText, type PastedBlock } from './pasted-blocks.ts';

/** A sign at the beginning of a line that makes it an item: a bullet, a dash, an "o" as Word writes it, or a number. */
const BULLET = /^([•·▪■●◦○‣⁃–—*-]|o(?=\s))\s+/u;
const NUMBER = /^(?:\(?(?:\d{1,3}|[a-z])[.)])\s+/u;

/** Reads plain text: every line is a paragraph or, by the sign that it begins with, an item of a list. */
export function readPlainText(text: string): readonly PastedBlock[] {
  const blocks: PastedBlock[] = [];
  /** Indentation and sign of each open level. */
  const open: { readonly indent: number; readonly sign: string }[] = [];
  for (const line of text.split(/\r\n?|\n|\u2028|\u2029/u)) {
    const indent = widthOf(/^[\s\u00a0]*/u.exec(line)?.[0] ?? '');
    const words = line.replaceAll('\u00a0', ' ').trim();
    if (words === '') continue;
    const bullet = BULLET.exec(words);
    const number = bullet ? null : NUMBER.exec(words);
    const sign = bullet?.[1] ?? (number ? 'number' : '');
    const rest = words.slice((bullet ?? number)?.[0].length ?? 0).trim();
    if (sign === '') {
      open.length = 0;
      blocks.push({ kind: 'paragraph', content: [{ kind: 'text', text: cleanText(words) }] });
      continue;
    }
    const same = open.findLastIndex((level) => level.sign === sign && level.indent <= indent);
    const deeper = open.findLastIndex((level) => level.indent < indent);
    const level = same === -1 ? (indent === 0 && open.length > 0 ? open.length : deeper + 1) : same;
    open.length = Math.min(level, open.length);
    open.push({ indent, sign });
    blocks.push({
      kind: 'item',
      level: open.length,
      ordered: number !== null,
      content: [{ kind: 'text', text: cleanText(rest) }],
    });
  }
  return blocks;
}

function widthOf(space: string): number {
  return space.replaceAll('\t', '    ').length;
}
