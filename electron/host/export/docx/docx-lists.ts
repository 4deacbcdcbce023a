import { LevelFormat, type ILevelsOptions } from 'docx';
import { formatCounter } from '../../../../shared/text/numbering.ts';

/** How Word is to count the items of one list. */
export interface CountPattern {
  readonly format: (typeof LevelFormat)[keyof typeof LevelFormat];
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
}

/** Where a paragraph stands in a list of Word's. */
export interface ListPlace {
  readonly reference: string;
  readonly level: number;
}

/** Collects the lists of one document; Word wants them defined apart from the paragraphs. */
export interface ListRegistry {
  /**
   * Begins a list at a depth. A list in a list joins its parent's definition, so that Word sees one list of many
   * levels, unless that level already counts in another way. `indent` is that of the text, in twentieths of a point.
   */
  begin(pattern: CountPattern, level: number, indent: number, parent: ListPlace | null): ListPlace;
  definitions(): readonly { readonly reference: string; readonly levels: readonly ILevelsOptions[] }[];
}

/** Word knows nine levels; what lies deeper stays on the last. */
const DEEPEST_LEVEL = 8;
const HANGING = 400;

export function createListRegistry(): ListRegistry {
  const lists = new Map<string, Map<number, ILevelsOptions>>();
  return {
    begin(pattern, depth, indent, parent) {
      const level = Math.min(depth, DEEPEST_LEVEL);
      const options = levelOptions(pattern, level, indent);
      const joined = parent && lists.get(parent.reference);
      if (parent && joined && !joined.has(level)) {
        joined.set(level, options);
        return { reference: parent.reference, level };
      }
      const reference = `list-${String(lists.size + 1)}`;
      lists.set(reference, new Map([[level, options]]));
      return { reference, level };
    },
    definitions: () =>
      Array.from(lists, ([reference, levels]) => ({
        reference,
        levels: Array.from({ length: DEEPEST_LEVEL + 1 }, (_, level) => levels.get(level) ?? unused(level)),
      })),
  };
}

const BULLETS = ['•', '–', '▪'];

/** The sign of a bullet list at a depth. */
export function bulletPattern(level: number): CountPattern {
  return { format: LevelFormat.BULLET, prefix: BULLETS[level % BULLETS.length] ?? '•', suffix: '', start: 1 };
}

/**
 * The pattern by which Word counts exactly these printed numbers, or `null` where it would not: then the numbers
 * must be written as text, for they may never differ from those of the other exports. Word counts letters beyond z
 * in its own way (aa, bb), so longer lists of letters have no pattern.
 */
export function patternOf(printed: readonly string[]): CountPattern | null {
  const [first] = printed;
  if (first === undefined) return null;
  for (const [style, format, limit] of COUNTABLE) {
    const counter = formatCounter(1, style);
    const at = first.lastIndexOf(counter);
    if (at < 0 || printed.length > limit) continue;
    const prefix = first.slice(0, at);
    const suffix = first.slice(at + counter.length);
    const counts = printed.every(
      (number, index) => number === `${prefix}${formatCounter(index + 1, style)}${suffix}`,
    );
    if (counts && !`${prefix}${suffix}`.includes('%')) return { format, prefix, suffix, start: 1 };
  }
  return null;
}

const COUNTABLE = [
  ['decimal', LevelFormat.DECIMAL, 9999],
  ['lower-alpha', LevelFormat.LOWER_LETTER, 26],
  ['upper-alpha', LevelFormat.UPPER_LETTER, 26],
  ['lower-roman', LevelFormat.LOWER_ROMAN, 999],
  ['upper-roman', LevelFormat.UPPER_ROMAN, 999],
] as const;

function levelOptions(pattern: CountPattern, level: number, indent: number): ILevelsOptions {
  const { format, prefix, suffix, start } = pattern;
  return {
    level,
    format,
    start,
    text: format === LevelFormat.BULLET ? prefix : `${prefix}%${String(level + 1)}${suffix}`,
    style: { paragraph: { indent: { left: indent, hanging: HANGING } } },
  };
}

/** Word expects all levels of a list to be defined. */
function unused(level: number): ILevelsOptions {
  return levelOptions(bulletPattern(level), level, HANGING * (level + 1));
}
