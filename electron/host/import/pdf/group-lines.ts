import { headingNumberOf, markerOf, type Marker } from '../text/line-shapes.ts';
import { firstWordWidth, type TextMeasure } from './measure-text.ts';
import type { PdfLine } from './page-lines.ts';
import { partNames } from './part-names.ts';

/** Lines that belong to one block. */
export type LineGroup =
  | { readonly type: 'heading'; readonly lines: PdfLine[]; readonly style: HeadingStyle }
  | { readonly type: 'paragraph'; readonly lines: PdfLine[]; readonly itemDepth: number }
  | { readonly type: 'listItem'; readonly lines: PdfLine[]; readonly depth: number; readonly marker: Marker };

export interface HeadingStyle {
  readonly size: number;
  readonly bold: boolean;
}

interface OpenItem {
  /** Where the marker stands, measured from the column's left end. */
  readonly x: number;
  /** Where its words begin, measured likewise. */
  readonly textX: number;
  readonly depth: number;
}

/** Puts the lines of the running text together to headings, paragraphs and list items. */
export function groupLines(lines: readonly PdfLine[], measure: TextMeasure): LineGroup[] {
  const groups: LineGroup[] = [];
  let items: OpenItem[] = [];
  let previous: PdfLine | undefined;
  for (const line of lines) {
    const group = groups.at(-1);
    const indent = line.x - measure.leftEdgeOf(line);
    const style = headingStyleOf(line, measure);
    const marker = goalLabelOf(line) ?? markerOf(line.pieces.map(({ token }) => token));
    const isItem =
      marker !== undefined && (!style || marker.sure) && isMarkerHere(marker, line, previous, items, measure);
    if (isItem) {
      while (items.length > 0 && (items.at(-1)?.x ?? 0) > indent + 3) items.pop();
      const top = items.at(-1);
      const sameLevel = top !== undefined && Math.abs(top.x - indent) <= 3;
      const depth = sameLevel ? top.depth : (top?.depth ?? 0) + 1;
      const textX = (line.pieces[1]?.x ?? line.x) - measure.leftEdgeOf(line);
      if (sameLevel) items.pop();
      items.push({ x: indent, textX, depth });
      groups.push({ type: 'listItem', lines: [line], depth, marker });
    } else if (style && !continuesItem(group, previous, line, indent, items)) {
      items = [];
      if (
        group?.type === 'heading' &&
        previous &&
        continuesHeading(group.style, group.lines, previous, line, style)
      ) {
        group.lines.push(line);
      } else groups.push({ type: 'heading', lines: [line], style });
    } else if (
      group &&
      group.type !== 'heading' &&
      previous &&
      goesOn(group, previous, line, indent, items, measure)
    ) {
      group.lines.push(line);
    } else {
      while (items.length > 0 && indent < (items.at(-1)?.textX ?? 0) - 3) items.pop();
      groups.push({ type: 'paragraph', lines: [line], itemDepth: items.at(-1)?.depth ?? 0 });
    }
    previous = line;
  }
  return partNames(groups);
}

/** The number of a goal that stands before it in another look ("T3"), as our own editions have it. */
function goalLabelOf({ pieces, size }: PdfLine): Marker | null {
  const [label, next] = pieces;
  if (!label?.bold || !next || !/^[A-Z]{1,2}\d{1,2}$/.test(label.token.text)) return null;
  const isApart = !next.bold || Math.abs(next.size - label.size) > 0.5 || next.x - label.xEnd > size * 0.5;
  return isApart ? { token: label.token, sure: true, ordered: true, family: 'label', ordinal: 0 } : null;
}

/** Whether a line in the look of a heading is a further line of an item set in that look. */
function continuesItem(
  group: LineGroup | undefined,
  previous: PdfLine | undefined,
  line: PdfLine,
  indent: number,
  items: readonly OpenItem[],
): boolean {
  const item = items.at(-1);
  if (group?.type !== 'listItem' || !previous || !item || previous.page !== line.page) return false;
  const distance = previous.y - line.y;
  const sameLook = Math.abs(previous.size - line.size) < 0.3;
  return sameLook && Math.abs(indent - item.textX) < 3 && distance > 0 && distance < line.size * 1.7;
}

/** The look that makes a line a heading: larger than the text, or a short line all in bold. */
function headingStyleOf(line: PdfLine, { bodySize }: TextMeasure): HeadingStyle | null {
  const style = { size: Math.round(line.size * 2) / 2, bold: line.bold };
  if (line.size >= bodySize * 1.08 && /\p{L}/u.test(line.text)) return style;
  const isShort = line.pieces.length <= 16 && !/[.,;!?]$/.test(line.text);
  return line.bold && isShort && line.size >= bodySize * 0.95 && /\p{L}/u.test(line.text) ? style : null;
}

function continuesHeading(
  open: HeadingStyle,
  lines: readonly PdfLine[],
  previous: PdfLine,
  line: PdfLine,
  style: HeadingStyle,
): boolean {
  if (open.size !== style.size || open.bold !== style.bold || previous.page !== line.page) return false;
  const distance = previous.y - line.y;
  const numbered = headingNumberOf(line.pieces.map(({ token }) => token)) !== undefined;
  return distance > 0 && distance < line.size * 1.6 && lines.length < 6 && !numbered;
}

/** Whether a sign that can be a bullet is one: sure signs are; others only where a line begins anew and is indented or follows one. */
function isMarkerHere(
  marker: Marker,
  line: PdfLine,
  previous: PdfLine | undefined,
  items: readonly OpenItem[],
  measure: TextMeasure,
): boolean {
  if (marker.sure) return true;
  const indent = line.x - measure.leftEdgeOf(line);
  const inList = items.some(({ x }) => Math.abs(x - indent) <= 3);
  if (inList) return true;
  if (marker.ordered) {
    const gap = (line.pieces[1]?.x ?? 0) - (line.pieces[0]?.xEnd ?? 0);
    const isLetter = /[a-z]/.test(marker.token.text);
    return gap > line.size * 0.35 || (marker.ordinal === 1 && isLetter);
  }
  return previous === undefined || indent > 3 || endsBefore(previous, line, measure);
}

/** Whether a line goes on with the block of the line before. */
function goesOn(
  group: Extract<LineGroup, { type: 'paragraph' | 'listItem' }>,
  previous: PdfLine,
  line: PdfLine,
  indent: number,
  items: readonly OpenItem[],
  measure: TextMeasure,
): boolean {
  if (Math.abs(previous.size - line.size) > 0.6) return false;
  const item = group.type === 'listItem' ? items.at(-1) : undefined;
  if (item && indent < Math.min(item.textX, item.x + 3) - 3 && indent < item.textX - 3) return false;
  const before = group.lines.at(-2);
  const leftBefore = before && group.type === 'paragraph' ? before.x - measure.leftEdgeOf(before) : null;
  const isFirstLineIndent = leftBefore !== null && indent > leftBefore + line.size * 0.6;
  if (isFirstLineIndent) return false;
  const distance = previous.y - line.y;
  const samePlace = previous.page === line.page && distance > 0;
  if (samePlace && distance > measure.leading * line.size * 1.25) return false;
  const isMidSentence = /^\p{Ll}/u.test(line.text) && !/[.!?:;][“"«)]?$/.test(previous.text);
  if (!isMidSentence && endsBefore(previous, line, measure)) return false;
  if (samePlace) return true;
  return !/[.!?:][“"«)]?$/.test(previous.text) || /^\p{Ll}/u.test(line.text) || group.type === 'listItem';
}

/** Whether the line before ends by intent: the first word of this one would have fitted on it. */
function endsBefore(previous: PdfLine, line: PdfLine, measure: TextMeasure): boolean {
  if (/[\p{L}][-‐\u00ad]$/u.test(previous.text)) return false;
  const room = measure.rightEdgeOf(previous) - previous.xEnd;
  const needed = firstWordWidth(line) + line.size * 0.9;
  return room > needed && !measure.isNarrowed(previous, needed);
}
