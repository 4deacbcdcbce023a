import type { SourceToken } from '../source-document.ts';

/** Bullets that can be nothing else: private-use signs of symbol fonts, and the signs made for it. */
const SURE_BULLET = /^[\uF000-\uF0FF•●○◦▪▫■□►▸▶‣⁃∙✓✔➢➤]$/u;
/** Signs that are bullets only where a line begins anew. */
const POSSIBLE_BULLET = /^[-–—*o·]$/u;
const ORDERED = /^(?:(\d{1,2})([.)])|([a-z]|[ivx]{2,5})\)|\((\d{1,2}|[a-z]|[ivx]{2,5})\))$/u;

export interface Marker {
  readonly token: SourceToken;
  readonly sure: boolean;
  readonly ordered: boolean;
  /** Markers of one family stand on one level of a list. */
  readonly family: string;
  /** Number of an ordered item, from 1; 0 for bullets. */
  readonly ordinal: number;
}

/** The bullet or item number that a line begins with, if its first token can be one. */
export function markerOf(tokens: readonly SourceToken[]): Marker | undefined {
  const [token, next] = tokens;
  if (token === undefined) return undefined;
  if (SURE_BULLET.test(token.text)) {
    return { token, sure: true, ordered: false, family: token.text, ordinal: 0 };
  }
  if (next === undefined) return undefined;
  if (POSSIBLE_BULLET.test(token.text)) {
    if (token.text === 'o' && !/^[\p{Lu}\p{N}(„"“»]/u.test(next.text)) return undefined;
    return { token, sure: false, ordered: false, family: token.text, ordinal: 0 };
  }
  const ordered = ORDERED.exec(token.text);
  if (ordered === null) return undefined;
  const [, digits, closing, letter, inner] = ordered;
  const value = digits ?? letter ?? inner ?? '';
  const isLetter = /^[a-z]+$/u.test(value);
  return {
    token,
    sure: false,
    ordered: true,
    family: `${isLetter ? 'a' : '1'}${inner === undefined ? (closing ?? ')') : '()'}`,
    ordinal:
      value.length > 1 && isLetter ? romanValue(value) : isLetter ? value.charCodeAt(0) - 96 : Number(value),
  };
}

function romanValue(numeral: string): number {
  const values = Array.from(numeral, (sign) => ({ i: 1, v: 5, x: 10 })[sign] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

const HEADING_NUMBER = /^([1-9]\d?(?:\.[1-9]\d?){0,4})(\.?)$/u;

export interface PrintedNumber {
  readonly token: SourceToken;
  readonly text: string;
  readonly parts: readonly number[];
  /** Whether a full stop ends it, as in an item number. */
  readonly dotted: boolean;
}

/** The number that a heading may begin with ("6", "6.3", "2."), where a capital, a bracket or a quote follows. */
export function headingNumberOf(tokens: readonly SourceToken[]): PrintedNumber | undefined {
  const [token, next] = tokens;
  if (token === undefined || next === undefined || !/^[\p{Lu}(„"“»‚]/u.test(next.text)) return undefined;
  const match = HEADING_NUMBER.exec(token.text);
  const text = match?.[1];
  if (text === undefined) return undefined;
  return { token, text, parts: text.split('.').map(Number), dotted: match?.[2] === '.' };
}

/** Whether a line ends a sentence or announces a list; a footnote mark may stand behind the full stop. */
export function endsSentence(text: string): boolean {
  return /[.!?:…][“”"»«)\]’]*\d{0,3}$/u.test(text);
}

export function startsLowerCase(text: string): boolean {
  return /^[(„"“»‚]?\p{Ll}/u.test(text);
}

/** Letters and digits only, in lower case: for comparing titles. */
export function normalizeTitle(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('de')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether two titles differ by no more than a slip of the pen: two letters, or one in ten. */
export function similarTitles(a: string, b: string): boolean {
  if (a === b) return true;
  const limit = Math.max(2, Math.floor(Math.min(a.length, b.length) / 10));
  if (Math.min(a.length, b.length) < 8 || a.length > 200 || Math.abs(a.length - b.length) > limit)
    return false;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const substitution = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return (previous[b.length] ?? limit + 1) <= limit;
}
