import type { LineKind } from './line-kinds.ts';
import type { BodyLine } from './text-body.ts';
import { endsSentence, startsLowerCase } from './line-shapes.ts';
import type { TextLayout } from './source-lines.ts';
import { measureWidth } from './text-width.ts';

/** A word that would fill the column to more than this share may not have fitted: widths are estimates. */
const FULL = 0.985;
const SPACE = 250;

/** Says of each line of running text whether a new paragraph begins with it. */
export interface ParagraphBreaks {
  /** Whether the line at `index` begins a paragraph apart from the line before it. */
  readonly breaksBefore: (index: number) => boolean;
}

/**
 * A line ends a paragraph if it ends a sentence and the next word would still have fitted into the column there;
 * also where the gap is wider than usual, or the line is far too short to have been broken by the column.
 */
export function findParagraphBreaks(
  body: readonly BodyLine[],
  kinds: readonly LineKind[],
  layout: TextLayout,
): ParagraphBreaks {
  // A footnote mark behind the full stop is set small and raised.
  const widths = body.map(({ line }) => measureWidth(line.text.replace(/(?<=[.!?“”"»])\d{1,2}$/u, '')));
  const isText = (index: number): boolean => {
    const kind = kinds[index];
    return kind?.type === 'text' && kind.depth === 0;
  };
  /** The widest line of text close by: columns beside a picture are narrow. */
  const columnAt = (index: number): number => {
    let widest = widths[index] ?? 0;
    for (let other = index - 1, left = 5; other >= 0 && left > 0; other -= 1, left -= 1) {
      if (isText(other)) widest = Math.max(widest, widths[other] ?? 0);
    }
    for (const other of [index + 1, index + 2]) {
      if (isText(other)) widest = Math.max(widest, widths[other] ?? 0);
    }
    return widest;
  };

  return {
    breaksBefore(index) {
      const before = body[index - 1];
      const current = body[index];
      if (before === undefined || current === undefined) return true;
      const samePage = before.page === current.page;
      const last = before.line.text;
      const next = current.line.text;
      const isApart = samePage && current.line.gap > layout.usualGap;
      if (before.line.tabbed || current.line.tabbed) return samePage;
      if (!layout.wrapped) return !(startsLowerCase(next) && /[\p{L}\p{N},–-]$/u.test(last));
      if (startsLowerCase(next)) return isApart && endsSentence(last);
      if (/\p{L}[-‐\u00ad]$/u.test(last)) return false;
      const filled = (widths[index - 1] ?? 0) + SPACE + measureWidth(current.line.tokens[0]?.text ?? '');
      const column = columnAt(index - 1);
      if (endsSentence(last)) {
        const tells = layout.trailingTells && before.line.trailing > 1;
        return isApart || tells || filled < column * FULL;
      }
      return isApart || filled < column * 0.6;
    },
  };
}
