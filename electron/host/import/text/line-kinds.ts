import { createHeadingNumbers } from './heading-numbers.ts';
import { endsSentence, headingNumberOf, markerOf, type Marker, type PrintedNumber } from './line-shapes.ts';
import { createOpenLists } from './open-lists.ts';
import type { ProfileWords } from './profile-words.ts';
import type { TextLayout } from './source-lines.ts';
import {
  continuesHeading,
  createTextBody,
  isUnnumberedHeading,
  leavesList,
  startsPage,
  type BodyLine,
  type TextBody,
} from './text-body.ts';

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

/** Says of each body line what it is, from its shape, the numbers before it and the words of the profile. */
export function classifyLines(
  lines: readonly BodyLine[],
  layout: TextLayout,
  words: ProfileWords,
): readonly LineKind[] {
  const classifier = new LineClassifier(createTextBody(lines, layout, words));
  return classifier.kinds();
}

class LineClassifier {
  private readonly body: TextBody;
  private readonly found: LineKind[] = [];
  private readonly lists = createOpenLists();
  private readonly numbers;
  private inParticipants = false;

  constructor(body: TextBody) {
    this.body = body;
    const texts = body.lines.flatMap(({ line }) => headingNumberOf(line.tokens)?.text ?? []);
    this.numbers = createHeadingNumbers(new Set(texts));
  }

  kinds(): readonly LineKind[] {
    this.body.lines.forEach((_, index) => this.found.push(this.kindOf(index)));
    return this.found;
  }

  private kindOf(index: number): LineKind {
    const line = this.body.lines[index]?.line;
    if (line === undefined) throw new Error('a kind is asked for a line that is not there');
    const number = this.headingNumber(index);
    if (number !== undefined) {
      this.numbers.take(number);
      const title = line.tokens.slice(1).map((token) => token.text);
      return this.heading(number, title.join(' '));
    }
    if (this.isGoalLabel(index)) {
      this.lists.end();
      return { type: 'goalLabel' };
    }
    if (this.inParticipants) return { type: 'institution' };
    if (this.isOpening(index)) {
      this.lists.end();
      return { type: 'opening' };
    }
    const item = this.item(index);
    if (item !== undefined) return item;
    const previous = this.found[index - 1];
    const isBelowHeading = previous?.type === 'heading' || previous?.type === 'headingContinued';
    if (isBelowHeading && continuesHeading(this.body, index)) return { type: 'headingContinued' };
    if (isUnnumberedHeading(this.body, index, this.numbers.began)) return this.heading(undefined, line.text);
    const depth = previous?.type === 'item' || previous?.type === 'text' ? previous.depth : 0;
    if (depth > 0 && !leavesList(this.body, index)) return { type: 'text', depth };
    this.lists.end();
    return { type: 'text', depth: 0 };
  }

  private heading(number: PrintedNumber | undefined, title: string): LineKind {
    this.lists.end();
    this.inParticipants = this.body.words.isParticipantHeading(title);
    return { type: 'heading', number };
  }

  /** Whether the text before a line has come to an end, so that the line begins anew. */
  private endedBefore(index: number): boolean {
    const { lines, layout } = this.body;
    const before = lines[index - 1]?.line;
    const kind = this.found[index - 1];
    const line = lines[index]?.line;
    if (before === undefined || kind === undefined || line === undefined) return true;
    if (kind.type !== 'text' && kind.type !== 'item') return true;
    return endsSentence(before.text) || line.gap > layout.usualGap || !layout.wrapped;
  }

  /** The number of a line that is a numbered heading. */
  private headingNumber(index: number): PrintedNumber | undefined {
    const { lines, layout } = this.body;
    const line = lines[index]?.line;
    if (line === undefined || line.text.length > 200 || line.tabbed) return undefined;
    const number = headingNumberOf(line.tokens);
    if (number === undefined || /[.;,]$/u.test(line.text)) return undefined;
    const opensPage = startsPage(this.body, index);
    if (!this.numbers.canFollow(number, opensPage || line.gap > layout.usualGap)) return undefined;
    if (!this.endedBefore(index) && !opensPage && number.parts.length === 1) return undefined;
    return this.isItemNumber(number, index) ? undefined : number;
  }

  /** Whether "2." belongs to a list: the next line has its successor, or the list is open and goes on. */
  private isItemNumber({ dotted, parts }: PrintedNumber, index: number): boolean {
    if (!dotted || parts.length > 1) return false;
    const line = this.body.lines[index]?.line;
    const next = this.body.lines[index + 1]?.line;
    const nextNumber = next && headingNumberOf(next.tokens);
    if (nextNumber?.parts.length === 1 && nextNumber.parts[0] === (parts[0] ?? 0) + 1) return true;
    return this.lists.has('1.') && next?.gap === line?.gap;
  }

  private isGoalLabel(index: number): boolean {
    const line = this.body.lines[index]?.line;
    if (line === undefined || line.tokens.length > 12 || /[.,;]$/u.test(line.text)) return false;
    const texts = line.tokens.map((token) => token.text);
    const label = this.body.words.goalLabel(texts);
    if (label === undefined || this.inParticipants) return false;
    const rest = texts[label.words];
    if (rest === undefined) return true;
    const next = this.body.lines[index + 1]?.line;
    const listFollows = next !== undefined && markerOf(next.tokens) !== undefined;
    return listFollows && (/^[\p{Lu}(„"“:–-]/u.test(rest) || line.text.length < 50);
  }

  /** Whether a line addresses the readers, as a foreword begins. */
  private isOpening(index: number): boolean {
    const text = this.body.lines[index]?.line.text ?? '';
    if (!this.body.words.isForewordOpening(text) || text.length >= 120) return false;
    return startsPage(this.body, index) || this.endedBefore(index);
  }

  private item(index: number): LineKind | undefined {
    const line = this.body.lines[index]?.line;
    const marker = line && markerOf(line.tokens);
    if (marker === undefined) return undefined;
    const depth = this.lists.enter(marker, this.endedBefore(index));
    return depth === undefined ? undefined : { type: 'item', marker, depth };
  }
}
