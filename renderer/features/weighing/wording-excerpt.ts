import { placeProposal } from '../../../shared/decisions/place-proposal.ts';
import type { ReadText } from '../../../shared/decisions/read-text.ts';
import { diffWords, type WordChange } from '../../../shared/diff/word-diff.ts';
import type { Statement } from '../../../shared/contributions/contribution.ts';
import type { BaseOf } from '../../../shared/weighing/proposed-edits.ts';

/** Most characters before the first change, of what is taken out, and between two changes. */
const LEAD = 28;
const STRUCK = 48;
const BETWEEN = 56;

/**
 * What a wording changes of the words that its author read, for two lines of a table: it begins shortly before the first
 * change and leaves out most of what stays. `null` where it changes nothing, or where the words that were read are not at
 * hand.
 */
export function wordingExcerpt(
  { anchor, wording, round }: Pick<Statement, 'anchor' | 'wording' | 'round'>,
  today: ReadText,
  baseOf: BaseOf,
): readonly WordChange[] | null {
  if (wording === null || wording === '' || anchor.on === 'document') return null;
  if (anchor.on === 'passage') return excerptOf(anchor.quote, wording);
  const { base, proposed, rebased } = placeProposal(anchor, wording, today, baseOf(round));
  return rebased.state === 'base-gone' ? null : excerptOf(base, proposed);
}

function excerptOf(before: string, after: string): readonly WordChange[] | null {
  const changes = diffWords(inOneLine(before), inOneLine(after));
  if (!changes.some(({ type }) => type !== 'same')) return null;
  return changes.map(({ type, text }, index) => {
    if (type === 'inserted') return { type, text };
    if (type === 'deleted') return { type, text: beginningOf(text, STRUCK) };
    if (index === 0) return { type, text: endOf(text, LEAD) };
    const isShort = text.length <= BETWEEN || index === changes.length - 1;
    return {
      type,
      text: isShort ? text : `${beginningOf(text, BETWEEN / 2)} ${endOf(text, BETWEEN / 2).slice(2)}`,
    };
  });
}

function inOneLine(text: string): string {
  return text.replaceAll('\n', ' ');
}

/** Whole words from the beginning; where something is left out, it says so. */
function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most + 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > 0 ? space : most)} …`;
}

/** Whole words from the end; where something is left out, it says so. */
function endOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(-most - 1);
  const space = cut.indexOf(' ');
  return `… ${cut.slice(space >= 0 && space < most ? space + 1 : 1)}`;
}
