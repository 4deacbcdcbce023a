import type { Footnote, Inline, Reference } from '../../../../shared/schema/document.ts';
import { inlineUnits, type InlineUnit, type UnitMarks } from './inline-units.ts';

/** What inline content needs from the document around it. */
export interface InlineWriter {
  /** Label of a footnote, as it stands in `[^…]`. */
  footnoteLabel(node: Footnote): string;
  /** What a reference prints. */
  referenceText(node: Reference): string;
}

/** Where inline content stands: lines of a heading cannot be broken, a paragraph must not look like another block. */
export type InlinePlace = 'heading' | 'paragraph' | 'line';

/** A stretch of Markdown; a `sign` opens or closes marks, and what it touches decides whether it is read so. */
interface Piece {
  readonly text: string;
  readonly role: 'text' | 'opening' | 'closing';
  /** What a character is written as where it would keep a sign from being read. */
  readonly reference?: string;
}

/** Writes inline content as Markdown that reads back as the same content in normal form (see `inline-units.ts`). */
export function writeInline(content: readonly Inline[], writer: InlineWriter, place: InlinePlace): string {
  const units = inlineUnits(content);
  const pieces: Piece[] = [];
  let open: UnitMarks = { strong: false, emphasis: false, href: null };
  const turnTo = (marks: UnitMarks): void => {
    const inner = open.href !== marks.href;
    const middle = open.emphasis !== marks.emphasis;
    const outer = open.strong !== marks.strong;
    if (open.href !== null && (inner || middle || outer)) {
      pieces.push({ text: `](${linkTarget(open.href)})`, role: 'text' });
    }
    if (open.emphasis && (middle || outer)) pieces.push({ text: '_', role: 'closing' });
    if (open.strong && outer) pieces.push({ text: '**', role: 'closing' });
    if (marks.strong && outer) pieces.push({ text: '**', role: 'opening' });
    if (marks.emphasis && (middle || outer)) pieces.push({ text: '_', role: 'opening' });
    if (marks.href !== null && (inner || middle || outer)) pieces.push({ text: '[', role: 'text' });
    open = marks;
  };
  units.forEach((unit, index) => {
    turnTo(unit);
    pieces.push(pieceOf(unit, units, index, writer, place));
  });
  turnTo({ strong: false, emphasis: false, href: null });
  return joinPieces(pieces);
}

function pieceOf(
  unit: InlineUnit,
  units: readonly InlineUnit[],
  index: number,
  writer: InlineWriter,
  place: InlinePlace,
): Piece {
  switch (unit.type) {
    case 'space':
      return { text: ' ', role: 'text' };
    case 'break':
      return { text: place === 'heading' ? '<br>' : '\\\n', role: 'text' };
    case 'footnote':
      return { text: `[^${writer.footnoteLabel(unit.node)}]`, role: 'text' };
    case 'reference': {
      const { target, form } = unit.node.attrs;
      const printed = writer.referenceText(unit.node);
      const title = form === 'number' ? '' : ` "${form}"`;
      return { text: `[${escapeLabel(printed)}](#${target}${title})`, role: 'text' };
    }
    case 'character': {
      const { character } = unit;
      return {
        text: mustEscape(character, units, index, place) ? escaped(character) : character,
        role: 'text',
        reference: characterReference(character),
      };
    }
  }
}

function joinPieces(pieces: readonly Piece[]): string {
  const texts = pieces.map(({ text }) => text);
  const kindAt = (index: number, end: 'first' | 'last'): CharacterKind => {
    const text = texts[index] ?? '';
    return text === ''
      ? 'space'
      : characterKind(end === 'first' ? text.charAt(0) : text.charAt(text.length - 1));
  };
  let changed = true;
  const replace = (at: number): void => {
    const reference = pieces[at]?.reference;
    if (reference === undefined || texts[at] === reference) return;
    texts[at] = reference;
    changed = true;
  };
  // A reference begins and ends with punctuation, which may keep the sign on its other side from being read.
  while (changed) {
    changed = false;
    pieces.forEach((piece, index) => {
      if (piece.role === 'text') return;
      const inner = piece.role === 'opening' ? index + 1 : index - 1;
      const outer = piece.role === 'opening' ? index - 1 : index + 1;
      const [innerEnd, outerEnd] =
        piece.role === 'opening' ? (['first', 'last'] as const) : (['last', 'first'] as const);
      if (kindAt(inner, innerEnd) === 'space') replace(inner);
      const touchesWord = kindAt(outer, outerEnd) === 'word';
      if (touchesWord && (piece.text === '_' || kindAt(inner, innerEnd) === 'punctuation')) replace(outer);
    });
  }
  return texts.join('');
}

type CharacterKind = 'space' | 'punctuation' | 'word';

/** As CommonMark sees a UTF-16 unit beside a sign. */
function characterKind(unit: string): CharacterKind {
  if (/\s/.test(unit)) return 'space';
  return /[\p{P}\p{S}]/u.test(unit) ? 'punctuation' : 'word';
}

const ALWAYS_ESCAPED = new Set(['\\', '`', '*', '[', ']', '<', '{', '}']);
const ESCAPED_AT_LINE_START = new Set(['#', '+', '-', '=', '>', '~']);

function mustEscape(
  character: string,
  units: readonly InlineUnit[],
  index: number,
  place: InlinePlace,
): boolean {
  const next = units[index + 1];
  const atLineStart = index === 0 || units[index - 1]?.type === 'break';
  if (ALWAYS_ESCAPED.has(character)) return true;
  switch (character) {
    case '_':
      return !isAmidWord(units, index);
    case '&':
      return next?.type === 'character' && /[#a-z]/i.test(next.character);
    case '!':
      return (
        next !== undefined && (next.type !== 'character' || next.character === '[' || next.href !== null)
      );
    case ':':
      // Behind a footnote mark it would make a definition of the line.
      return atLineStart || units[index - 1]?.type === 'footnote';
    case '—':
      return atLineStart && index === 0 && place === 'paragraph';
    case '.':
    case ')':
      return endsListNumber(units, index);
    default:
      return atLineStart && ESCAPED_AT_LINE_START.has(character);
  }
}

/** Whether a line begins with a number that this sign would make an ordered list's. */
function endsListNumber(units: readonly InlineUnit[], index: number): boolean {
  let at = index - 1;
  let unit = units[at];
  while (unit?.type === 'character' && /[0-9]/.test(unit.character)) {
    at -= 1;
    unit = units[at];
  }
  return at < index - 1 && (unit === undefined || unit.type === 'break');
}

/**
 * Whether letters or digits stand on both sides, and no sign of marks next to these: there they may have to be
 * written as references, which end in punctuation.
 */
function isAmidWord(units: readonly InlineUnit[], index: number): boolean {
  const unit = units[index];
  const sameMarks = [-2, -1, 1, 2].every((step) => {
    const other = units[index + step];
    const marks = other ?? { strong: false, emphasis: false, href: null };
    return unit?.strong === marks.strong && unit.emphasis === marks.emphasis && unit.href === marks.href;
  });
  return sameMarks && isWordUnit(units[index - 1]) && isWordUnit(units[index + 1]);
}

function isWordUnit(unit: InlineUnit | undefined): boolean {
  return unit?.type === 'character' && /[\p{L}\p{N}]/u.test(unit.character);
}

function escaped(character: string): string {
  return character === '—' ? '&mdash;' : `\\${character}`;
}

function characterReference(character: string): string {
  return `&#x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()};`;
}

function escapeLabel(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>{}&!]/g, '\\$&').replaceAll(/\s*\n\s*/g, ' ');
}

function linkTarget(href: string): string {
  return /^[\w:/.?=%#~+,;@$-]+$/.test(href)
    ? href
    : `<${href.replaceAll('\\', '\\\\').replaceAll('&', '&amp;')}>`;
}
