import {
  endsSentence,
  headingNumberOf,
  markerOf,
  startsLowerCase,
  type Marker,
  type PrintedNumber,
} from './line-shapes.ts';
import { measureWidth } from './text-width.ts';
import type { ProfileWords } from './profile-words.ts';
import type { SourceLine, TextLayout } from './source-lines.ts';

/** A line of the text itself, without furniture and footnotes, with the page it stands on. */
export interface BodyLine {
  readonly line: SourceLine;
  readonly page: number;
}

/** What a line begins or goes on with. */
export type LineKind =
  | { readonly type: 'heading'; readonly number: PrintedNumber | undefined }
  /** A further line of the heading before it. */
  | { readonly type: 'headingContinued' }
  /** The name of a goal kind, with or without a label. */
  | { readonly type: 'goalLabel' }
  | { readonly type: 'opening' }
  | { readonly type: 'institution' }
  | { readonly type: 'item'; readonly marker: Marker; readonly depth: number }
  /** Text outside of lists (`depth` 0) or going on in an item of that depth. */
  | { readonly type: 'text'; readonly depth: number };

/** Headings are set larger than text; their lines hold less. */
const HEADING_SCALE = 1.2;

/** Says of each body line what it is, from its shape, the numbers before it and the words of the profile. */
export function classifyLines(
  body: readonly BodyLine[],
  layout: TextLayout,
  words: ProfileWords,
): readonly LineKind[] {
  const column = Math.max(0, ...sample(body.map(({ line }) => measureWidth(line.text))));
  const kinds: LineKind[] = [];
  const lastNumber: number[] = [];
  let families: string[] = [];
  let ordinals: number[] = [];
  let inParticipants = false;

  const candidates = new Set(body.map(({ line }) => headingNumberOf(line.tokens)?.text));
  /** Whether a text that is a piece of a longer one begins with this number: the next or the first below it follows. */
  const isLateStart = ({ parts: [first = 0], text }: PrintedNumber): boolean =>
    lastNumber.length === 0 && (candidates.has(`${text}.1`) || candidates.has(String(first + 1)));

  const endedBefore = (index: number): boolean => {
    const before = body[index - 1]?.line;
    const kind = kinds[index - 1];
    const line = body[index]?.line;
    if (before === undefined || kind === undefined || line === undefined) return true;
    if (kind.type !== 'text' && kind.type !== 'item') return true;
    return endsSentence(before.text) || line.gap > layout.usualGap || !layout.wrapped;
  };

  const isHeading = (index: number): PrintedNumber | undefined => {
    const { line, page } = body[index] ?? {};
    if (line === undefined || line.text.length > 200 || line.tabbed) return undefined;
    const number = headingNumberOf(line.tokens);
    if (number === undefined || /[.;,]$/u.test(line.text)) return undefined;
    const afterBreak = body[index - 1]?.page !== page || line.gap > layout.usualGap;
    if (!follows(number, lastNumber, afterBreak) && !(afterBreak && isLateStart(number))) return undefined;
    const breaksOff = endedBefore(index) || (body[index - 1]?.page ?? 0) !== page || number.parts.length > 1;
    if (!breaksOff) return undefined;
    if (number.dotted && number.parts.length === 1) {
      const next = body[index + 1]?.line;
      const nextNumber = next && headingNumberOf(next.tokens);
      if (nextNumber?.parts.length === 1 && nextNumber.parts[0] === (number.parts[0] ?? 0) + 1)
        return undefined;
      if (families.includes('1.') && next?.gap === line.gap) return undefined;
    }
    return number;
  };

  const isGoalLabel = (index: number): boolean => {
    const line = body[index]?.line;
    if (line === undefined || line.tokens.length > 12 || /[.,;]$/u.test(line.text)) return false;
    const texts = line.tokens.map((token) => token.text);
    const label = words.goalLabel(texts);
    if (label === undefined || inParticipants) return false;
    const rest = texts[label.words];
    if (rest === undefined) return true;
    const next = body[index + 1]?.line;
    const listFollows = next !== undefined && markerOf(next.tokens) !== undefined;
    return listFollows && (/^[\p{Lu}(„"“:–-]/u.test(rest) || line.text.length < 50);
  };

  const itemAt = (index: number): LineKind | undefined => {
    const line = body[index]?.line;
    const marker = line && markerOf(line.tokens);
    if (line === undefined || marker === undefined) return undefined;
    const known = families.indexOf(marker.family);
    if (!marker.sure) {
      const fresh = endedBefore(index) || kinds[index - 1]?.type === 'heading';
      if (marker.ordered) {
        const expected = known === -1 ? 1 : (ordinals[known] ?? 0) + 1;
        if (marker.ordinal !== expected || (!fresh && known === -1)) return undefined;
      } else if (!fresh && known === -1) return undefined;
    }
    if (known === -1) {
      families.push(marker.family);
      ordinals.push(marker.ordinal);
    } else {
      families = families.slice(0, known + 1);
      ordinals = [...ordinals.slice(0, known), marker.ordinal];
    }
    return { type: 'item', marker, depth: families.length };
  };

  const headingGoesOn = (index: number): boolean => {
    const before = body[index - 1]?.line;
    const line = body[index]?.line;
    if (before === undefined || line === undefined || !layout.wrapped) return false;
    if (line.gap > Math.max(1, layout.usualGap) || (body[index - 1]?.page ?? 0) !== body[index]?.page)
      return false;
    if (measureWidth(line.text) > column * 0.93) return false;
    if (/(?:[:,–-]|\s(?:und|oder|der|die|das|des|in|im|für|von|zur|zum|mit|auf))$/u.test(before.text))
      return true;
    if (startsLowerCase(line.text)) return true;
    const width =
      (measureWidth(before.text) + 250 + measureWidth(line.tokens[0]?.text ?? '')) * HEADING_SCALE;
    return width > column && !endsSentence(line.text);
  };

  body.forEach(({ line, page }, index) => {
    const previous = kinds[index - 1];
    const endLists = (): void => {
      families = [];
      ordinals = [];
    };
    const number = isHeading(index);
    if (number !== undefined) {
      lastNumber.splice(0, lastNumber.length, ...number.parts);
      endLists();
      const title = line.tokens.slice(1).map((token) => token.text);
      inParticipants = words.isParticipantHeading(title.join(' '));
      kinds.push({ type: 'heading', number });
      return;
    }
    if (isGoalLabel(index)) {
      endLists();
      kinds.push({ type: 'goalLabel' });
      return;
    }
    if (inParticipants) {
      kinds.push({ type: 'institution' });
      return;
    }
    const startsPage = body[index - 1]?.page !== page;
    if (words.isForewordOpening(line.text) && line.text.length < 120 && (startsPage || endedBefore(index))) {
      endLists();
      kinds.push({ type: 'opening' });
      return;
    }
    const item = itemAt(index);
    if (item !== undefined) {
      kinds.push(item);
      return;
    }
    const continuesHeading =
      (previous?.type === 'heading' || previous?.type === 'headingContinued') && headingGoesOn(index);
    if (continuesHeading) {
      kinds.push({ type: 'headingContinued' });
      return;
    }
    if (isUnnumberedHeading(body, index, layout, words, column, lastNumber.length > 0)) {
      endLists();
      inParticipants = words.isParticipantHeading(line.text);
      kinds.push({ type: 'heading', number: undefined });
      return;
    }
    const depth = previous?.type === 'item' || previous?.type === 'text' ? previous.depth : 0;
    const leaves = depth > 0 && leavesList(body, index, layout, column, page);
    if (leaves || depth === 0) endLists();
    kinds.push({ type: 'text', depth: leaves ? 0 : depth });
  });
  return kinds;
}

/** Every so-and-so-many-th value, so that a spread into `Math.max` stays small on long texts. */
function sample(values: readonly number[]): readonly number[] {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.slice(-Math.max(1, Math.ceil(sorted.length * 0.02))).slice(0, 1);
}

/** Whether a printed number can come next: the first of its level, or a successor; at a break, one that skips a little. */
function follows(number: PrintedNumber, last: readonly number[], afterBreak: boolean): boolean {
  const { parts } = number;
  if (last.length === 0)
    return parts.length === 1 ? (parts[0] ?? 0) <= (afterBreak ? 3 : 1) : parts.length === 2;
  for (let depth = 0; depth < parts.length; depth += 1) {
    const part = parts[depth] ?? 0;
    const before = last[depth];
    if (before === undefined) return depth === parts.length - 1 && depth === last.length && part <= 2;
    if (part === before) continue;
    const skips = parts.length > 1 || afterBreak ? 3 : 1;
    return depth === parts.length - 1
      ? part > before && part <= before + skips
      : parts.length === depth + 2 && part === before + 1 && parts[depth + 1] === 1;
  }
  return false;
}

function isUnnumberedHeading(
  body: readonly BodyLine[],
  index: number,
  layout: TextLayout,
  words: ProfileWords,
  column: number,
  numbersBegan: boolean,
): boolean {
  const { line, page } = body[index] ?? {};
  const next = body[index + 1];
  if (line === undefined || next === undefined || line.tokens.length > 14 || line.tabbed) return false;
  if (!/^[\p{Lu}(„"]/u.test(line.text) || /[.,;:!?…-]$/u.test(line.text)) return false;
  const before = body[index - 1];
  const announced = words.isForewordHeading(line.text) || words.isParticipantHeading(line.text);
  const startsPage = before?.page !== page;
  const setApart =
    startsPage || line.gap > layout.usualGap || (!layout.wrapped && endsSentence(before?.line.text ?? ''));
  if (!setApart || next.page !== page) return false;
  if (announced) return true;
  if (numbersBegan) return false;
  const nextStarts = /^[\p{Lu}(„"0-9]/u.test(next.line.text);
  if (!layout.wrapped) return line.text.length <= 120 && next.line.text.length > 160 && nextStarts;
  return (
    startsPage &&
    measureWidth(line.text) < column * 0.7 &&
    measureWidth(next.line.text) > column * 0.75 &&
    nextStarts
  );
}

/** Whether a line below a list begins a paragraph of its own: the item ended, and the line stands apart or well short. */
function leavesList(
  body: readonly BodyLine[],
  index: number,
  layout: TextLayout,
  column: number,
  page: number,
): boolean {
  const before = body[index - 1];
  const current = body[index];
  if (before === undefined || current === undefined || startsLowerCase(current.line.text)) return false;
  if (!layout.wrapped) return true;
  const apart = before.page === page && current.line.gap > layout.usualGap;
  if (apart) return current.line.indent < 2;
  const filled = measureWidth(before.line.text) + 250 + measureWidth(current.line.tokens[0]?.text ?? '');
  return endsSentence(before.line.text) && filled < column * 0.72;
}
