import { endsSentence, startsLowerCase } from './line-shapes.ts';
import type { ProfileWords } from './profile-words.ts';
import type { SourceLine, TextLayout } from './source-lines.ts';
import { measureWidth } from './text-width.ts';

/** A line of the text itself, without furniture and footnotes, with the page it stands on. */
export interface BodyLine {
  readonly line: SourceLine;
  readonly page: number;
}

/** The lines of a text with what they are judged by. */
export interface TextBody {
  readonly lines: readonly BodyLine[];
  readonly layout: TextLayout;
  readonly words: ProfileWords;
  /** Width of the widest lines, a few stray ones aside. */
  readonly column: number;
}

/** Headings are set larger than text; their lines hold less. */
const HEADING_SCALE = 1.2;
/** Width that a word and its space take at least. */
const SPACE = 250;
const OPEN_ENDING = /(?:[:,–-]|\s(?:und|oder|der|die|das|des|in|im|für|von|zur|zum|mit|auf))$/u;

/** Puts the lines together with the width of their column. */
export function createTextBody(
  lines: readonly BodyLine[],
  layout: TextLayout,
  words: ProfileWords,
): TextBody {
  const widths = lines.map(({ line }) => measureWidth(line.text)).sort((a, b) => a - b);
  const column = widths.at(-Math.max(1, Math.ceil(widths.length * 0.02))) ?? 0;
  return { lines, layout, words, column };
}

/** Whether a line stands on another page than the one before it, or is the first. */
export function startsPage({ lines }: TextBody, index: number): boolean {
  return lines[index - 1]?.page !== lines[index]?.page;
}

/** Whether a line goes on with the heading in the line before it. */
export function continuesHeading(body: TextBody, index: number): boolean {
  const { lines, layout, column } = body;
  const before = lines[index - 1]?.line;
  const line = lines[index]?.line;
  if (before === undefined || line === undefined || !layout.wrapped) return false;
  if (line.gap > Math.max(1, layout.usualGap) || startsPage(body, index)) return false;
  if (measureWidth(line.text) > column * 0.93) return false;
  if (OPEN_ENDING.test(before.text) || startsLowerCase(line.text)) return true;
  const needed = measureWidth(before.text) + SPACE + measureWidth(line.tokens[0]?.text ?? '');
  return needed * HEADING_SCALE > column && !endsSentence(line.text);
}

/** Whether a line without a number is a heading: announced by the profile, or set apart above a text. */
export function isUnnumberedHeading(body: TextBody, index: number, numbersBegan: boolean): boolean {
  const { lines, layout, words, column } = body;
  const { line, page } = lines[index] ?? {};
  const next = lines[index + 1];
  if (line === undefined || next === undefined || line.tokens.length > 14 || line.tabbed) return false;
  if (!/^[\p{Lu}(„"]/u.test(line.text) || /[.,;:!?…-]$/u.test(line.text)) return false;
  const opensPage = startsPage(body, index);
  const before = lines[index - 1]?.line.text ?? '';
  const setApart = opensPage || line.gap > layout.usualGap || (!layout.wrapped && endsSentence(before));
  if (!setApart || next.page !== page) return false;
  if (words.isForewordHeading(line.text) || words.isParticipantHeading(line.text)) return true;
  if (numbersBegan || !/^[\p{Lu}(„"0-9]/u.test(next.line.text)) return false;
  if (!layout.wrapped) return line.text.length <= 120 && next.line.text.length > 160;
  return opensPage && measureWidth(line.text) < column * 0.7 && measureWidth(next.line.text) > column * 0.75;
}

/** Whether a line below a list begins a paragraph of its own: the item ended, and the line stands apart or well short. */
export function leavesList(body: TextBody, index: number): boolean {
  const { lines, layout, column } = body;
  const before = lines[index - 1];
  const current = lines[index];
  if (before === undefined || current === undefined || startsLowerCase(current.line.text)) return false;
  if (!layout.wrapped) return true;
  const apart = !startsPage(body, index) && current.line.gap > layout.usualGap;
  if (apart) return current.line.indent < 2;
  const filled = measureWidth(before.line.text) + SPACE + measureWidth(current.line.tokens[0]?.text ?? '');
  return endsSentence(before.line.text) && filled < column * 0.72;
}
